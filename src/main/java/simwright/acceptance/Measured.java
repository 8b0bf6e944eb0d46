package simwright.acceptance;

import java.util.Optional;

/// A measurement as it was taken, with the limit that was declared for it; the outcome follows from
/// both.
public record Measured(Limit limit, Optional<Double> value) {
  /// The judgement, computed from what is stored.
  public Outcome outcome() {
    return limit.judge(value);
  }
}
