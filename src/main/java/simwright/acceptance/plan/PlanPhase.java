package simwright.acceptance.plan;

import java.time.Duration;
import java.util.List;

/// A phase of a plan: its parts in order and the time it has in all.
public record PlanPhase(Duration within, List<PlanPart> parts) {
  /// How many steps will be carried out.
  public int size() {
    return PlanPart.steps(parts);
  }

  /// The same with every repeated part carried out so often, in so much longer a time.
  PlanPhase repeated(int times) {
    return new PlanPhase(within.plus(longer(times)), PlanPart.repeated(parts, times));
  }

  /// How much longer it may take then; what is repeated less often keeps its time.
  Duration longer(int times) {
    Duration more =
        PlanPart.longest(PlanPart.repeated(parts, times)).minus(PlanPart.longest(parts));
    return more.isNegative() ? Duration.ZERO : more;
  }
}
