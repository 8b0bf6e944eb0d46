package simwright.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import simwright.fault.Fault;

/// A job as a person sees it. `done` of `total` units (0 when unknown); `left` is an estimate,
/// `note` what a person should know of how it came about ("" for nothing).
public record JobView(
    String id,
    String act,
    String device,
    Instant started,
    State state,
    String stage,
    int done,
    int total,
    Optional<Duration> left,
    int cancelLevel,
    Optional<Fault> fault,
    String note) {
  /// The same with one thing more that a person should know.
  JobView noting(String words) {
    return new JobView(
        id,
        act,
        device,
        started,
        state,
        stage,
        done,
        total,
        left,
        cancelLevel,
        fault,
        note.contains(words) ? note : note.isEmpty() ? words : note + "; " + words);
  }

  /// How a job stands.
  public enum State {
    /// At work.
    RUNNING,
    /// Ended well.
    DONE,
    /// Ended by a fault.
    FAILED,
    /// Ended because a person asked.
    CANCELLED
  }
}
