package simwright.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import simwright.acceptance.plan.Outcome;

/// A run in the history: no outcome while it is under way; `attempt` is the try that made it what
/// it is, `process` carries it out.
public record RunSummary(
    String id,
    String plan,
    String batch,
    String device,
    String model,
    String revision,
    boolean simulated,
    String operator,
    Instant started,
    Optional<Instant> ended,
    Optional<Outcome> outcome,
    int attempt,
    String reason,
    Safety.State safety,
    String byHand,
    String process) {
  /// How long it took; empty while it is under way.
  public Optional<Duration> took() {
    return ended.map(end -> Duration.between(started, end));
  }
}
