package simwright.device;

import java.time.Duration;
import java.util.List;
import simwright.ask.Cancel;
import simwright.at.Answer;
import simwright.at.AtCommand;
import simwright.at.AtEngine;

/// Questions to one modem on behalf of one act; before each the wish to stop is looked at. A
/// person's stop does not wait for an answer; `gentle` ones, which give way to an act, do, so that
/// the act finds the modem in step.
record Asking(AtEngine engine, Cancel cancel, boolean gentle) {
  /// Asks, and waits for the answer.
  <R> Answer<R> send(AtCommand<R> command) {
    check();
    return gentle ? engine.send(command) : engine.send(command, cancel);
  }

  /// The same with a time of one's own.
  <R> Answer<R> send(AtCommand<R> command, Duration within) {
    check();
    return gentle ? engine.send(command, within) : engine.send(command, within, cancel);
  }

  /// Changes a setting that is put back when the port is released.
  void change(String write) {
    check();
    Answer<List<String>> unused = engine.change(write);
  }

  /// The commands that make every modem answer alike.
  void init() {
    check();
    engine.init();
  }

  private void check() {
    cancel.check("asking a device", engine.port().address().toString());
  }
}
