package simwright.device.sanitise;

import java.util.List;
import java.util.Optional;
import simwright.ask.Cancel;
import simwright.at.Answer;
import simwright.at.AtCommand;
import simwright.at.AtEngine;
import simwright.at.CommandClass;
import simwright.at.Fields;
import simwright.at.RawCommand;
import simwright.fault.FaultCode;

/// The conversation with a modem that is cleaned.
record Asked(AtEngine engine, Cancel cancel) {
  <R> Answer<R> send(AtCommand<R> command) {
    return engine.send(command, cancel);
  }

  /// The lines of an answer; a refusal has none.
  Answer<List<String>> line(String line) {
    return send(new RawCommand(line, CommandClass.CARD));
  }

  /// The lines with a prefix, each as its fields; empty where it was refused.
  Optional<List<Fields>> rows(String line, String prefix) {
    return line(line)
        .value()
        .map(lines ->
            lines.stream()
                .filter(each -> Fields.prefix(each).equals(prefix))
                .map(Fields::of)
                .toList());
  }

  /// Why an answer has no value.
  static String why(Answer<?> answer) {
    return "it was refused (" + answer.code().map(FaultCode::toString).orElse("no reason") + ")";
  }
}
