package simwright.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A run in the history: no outcome while it is under way. `process` carries it out.
public record RunSummary(
    String id,
    String plan,
    String device,
    boolean simulated,
    String operator,
    Instant started,
    Optional<Instant> ended,
    Optional<Outcome> outcome,
    String reason,
    Safety.State safety,
    String byHand,
    String process) {
  /// How long it took; empty while it is under way.
  public Optional<Duration> took() {
    return ended.map(end -> Duration.between(started, end));
  }
}
