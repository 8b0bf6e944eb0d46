package simwright.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A phase of a plan: its parts in order and the time it has in all.
public record PlanPhase(Duration within, List<PlanPart> parts) {
  /// How many steps will be carried out.
  public int size() {
    return parts.stream().mapToInt(PlanPart::steps).sum();
  }

  /// Every step once, whether it is repeated or not.
  public Stream<PlannedStep> each() {
    return parts.stream()
        .flatMap(part ->
            switch (part) {
              case PlannedStep step -> Stream.of(step);
              case Repeat repeat -> repeat.body().stream();
            });
  }
}
