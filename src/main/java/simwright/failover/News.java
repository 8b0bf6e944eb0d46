package simwright.failover;

import java.time.Instant;

/// What the machine is told, and when that was: how things stand, or what came of its decision.
public sealed interface News permits Situation, Outcome {
  /// When it was.
  Instant at();
}
