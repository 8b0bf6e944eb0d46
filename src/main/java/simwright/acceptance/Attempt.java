package simwright.acceptance;

import java.time.Duration;
import simwright.acceptance.plan.Outcome;

/// One try of a step of a recorded run: the number of its record, the step by its id (its title
/// where it has none), where it stands, which try it is, how it ended, with which code ("" for
/// none), and how long it took.
public record Attempt(
    RunSummary run,
    long seq,
    String step,
    String kind,
    String phase,
    String slot,
    int number,
    Outcome outcome,
    String code,
    Duration took) {
  /// Whether it brought the safe state about: it says how the bench was left, and nothing of the
  /// device under test.
  public boolean safeState() {
    return phase.equals(RunReader.SAFE);
  }
}
