package simwright.acceptance;

import java.time.Duration;
import java.util.Optional;

/// A run as it stands: what is recorded of it so far, the steps at work ("" between steps), how
/// many of all steps are done, and about how long it will still take.
public record RunView(
    Run run, String step, int done, int total, Optional<Duration> left, boolean ended) {
  /// The same with an estimate.
  public RunView within(Optional<Duration> estimate) {
    return new RunView(run, step, done, total, estimate, ended);
  }
}
