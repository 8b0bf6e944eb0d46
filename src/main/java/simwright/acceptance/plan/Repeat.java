package simwright.acceptance.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Parts that are carried out again and again; a round that does not hold ends them. Repeats within
/// it keep their own count.
public record Repeat(int times, Optional<Condition> when, List<PlanPart> body) implements PlanPart {
  @Override
  public int steps() {
    return times * PlanPart.steps(body);
  }

  @Override
  public Stream<PlannedStep> each() {
    return IntStream.range(0, times).boxed().flatMap(_ -> body.stream().flatMap(PlanPart::each));
  }

  @Override
  public Duration longest() {
    return PlanPart.longest(body).multipliedBy(times);
  }

  @Override
  public long uses(Change.Weight weight) {
    return times * PlanPart.uses(body, weight);
  }

  @Override
  public PlanPart repeated(int often) {
    return new Repeat(often, when, body);
  }
}
