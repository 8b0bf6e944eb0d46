package simwright.acceptance;

import java.time.Duration;
import java.util.List;

/// A phase of a plan: its parts in order and the time it has in all.
public record PlanPhase(Duration within, List<PlanPart> parts) {
  /// How many steps will be carried out.
  public int size() {
    return parts.stream().mapToInt(PlanPart::steps).sum();
  }

  /// The same with every repeated part carried out so often, in so much longer a time.
  PlanPhase repeated(int times) {
    return new PlanPhase(
        within.plus(longer(times)),
        parts.stream().<PlanPart>map(part -> repeated(part, times)).toList());
  }

  /// How much longer it may take then; what is repeated less often keeps its time.
  Duration longer(int times) {
    return parts.stream()
        .map(part ->
            switch (part) {
              case PlannedStep _ -> Duration.ZERO;
              case Repeat repeat ->
                  repeat.round().multipliedBy(Math.max(0, times - repeat.times()));
            })
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static PlanPart repeated(PlanPart part, int times) {
    return switch (part) {
      case PlannedStep step -> step;
      case Repeat repeat -> new Repeat(times, repeat.body());
    };
  }
}
