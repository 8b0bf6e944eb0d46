package simwright.acceptance;

import java.time.Duration;
import java.util.List;

/// A step of a plan: an id others may refer to ("" when none), its kind, title, time limit,
/// parameters, and the measurements it must take.
public record PlannedStep(
    String id, String kind, String title, Duration within, Parameters with, List<Limit> limits)
    implements PlanPart {
  @Override
  public int steps() {
    return 1;
  }

  /// Whether a measurement of this name is declared.
  public boolean declares(String measurement) {
    return limits.stream().anyMatch(limit -> limit.name().equals(measurement));
  }
}
