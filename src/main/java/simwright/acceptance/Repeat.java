package simwright.acceptance;

import java.util.List;

/// Steps that are carried out again and again; a round that does not hold ends the phase.
public record Repeat(int times, List<PlannedStep> body) implements PlanPart {
  @Override
  public int steps() {
    return times * body.size();
  }
}
