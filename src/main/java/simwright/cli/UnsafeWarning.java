package simwright.cli;

import java.util.Optional;
import simwright.acceptance.Run;
import simwright.acceptance.RunSummary;
import simwright.acceptance.Safety;

/// What whoever begins a run is told of how the last one left the device, and at its end whether
/// that still stands.
record UnsafeWarning(Optional<RunSummary> left) {
  /// Of the last run on the device that had a safe state to leave it in.
  static UnsafeWarning of(Session session, String device) {
    return new UnsafeWarning(
        session.plans().left(device).filter(last -> last.safety() == Safety.State.UNSAFE));
  }

  /// Before the run.
  void before(Terminal terminal) {
    left.ifPresent(last -> {
      terminal.say(
          "▲ Run "
              + last.id()
              + " left this device UNSAFE. If nobody has done it yet: "
              + last.byHand());
      terminal.say("  " + Safety.ENDS);
    });
  }

  /// After it.
  void after(Run run, Terminal terminal) {
    left.ifPresent(last -> {
      String warning = "The UNSAFE warning of run " + last.id();
      switch (run.safety().state()) {
        case VERIFIED ->
            terminal.say(
                "● " + warning + " has ended: this run verified that " + run.safety().title());
        case NOT_DECLARED ->
            terminal.say("▲ " + warning + " stands: this run had no safe state to verify.");
        case UNSAFE -> terminal.say("▲ " + warning + " is followed by this run's own.");
      }
    });
  }
}
