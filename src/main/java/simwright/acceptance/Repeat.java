package simwright.acceptance;

import java.time.Duration;
import java.util.List;

/// Steps that are carried out again and again; a round that does not hold ends the phase.
public record Repeat(int times, List<PlannedStep> body) implements PlanPart {
  /// How long one round may take.
  Duration round() {
    return body.stream().map(PlannedStep::within).reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public int steps() {
    return times * body.size();
  }
}
