package simwright.acceptance;

import java.util.Optional;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;

/// A measurement that was declared, with the limit declared for it, and the value where one was
/// taken; the outcome follows from both.
public record Measured(Limit limit, Optional<Double> value) {
  /// The judgement, computed from what is stored.
  public Outcome outcome() {
    return limit.judge(value);
  }

  /// The value with its unit as a person reads it, or that it was not taken.
  public String words() {
    return value.map(v -> Limit.number(v) + " " + limit.unit()).orElse("not taken");
  }
}
