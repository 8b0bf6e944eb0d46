package simwright.acceptance.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Parts that belong together: when its setup held, its steps follow; its teardown is carried out
/// whatever came of them. Resources it holds are its own meanwhile. It is tried again as a whole.
public record Group(
    String title,
    Optional<Condition> when,
    List<String> hold,
    Tries tries,
    List<PlanPart> setup,
    List<PlanPart> main,
    List<PlanPart> teardown)
    implements PlanPart {
  @Override
  public int steps() {
    return PlanPart.steps(setup) + PlanPart.steps(main) + PlanPart.steps(teardown);
  }

  @Override
  public Stream<PlannedStep> each() {
    return Stream.of(setup, main, teardown).flatMap(List::stream).flatMap(PlanPart::each);
  }

  @Override
  public Duration longest() {
    Duration once =
        PlanPart.longest(setup).plus(PlanPart.longest(main)).plus(PlanPart.longest(teardown));
    return once.multipliedBy(tries.most()).plus(tries.pause().multipliedBy(tries.most() - 1));
  }

  @Override
  public long uses(Change.Weight weight) {
    return tries.most()
        * (PlanPart.uses(setup, weight)
            + PlanPart.uses(main, weight)
            + PlanPart.uses(teardown, weight));
  }

  @Override
  public PlanPart repeated(int times) {
    return again(times);
  }

  /// The same with every repeated part carried out so often.
  Group again(int times) {
    return new Group(
        title,
        when,
        hold,
        tries,
        PlanPart.repeated(setup, times),
        PlanPart.repeated(main, times),
        PlanPart.repeated(teardown, times));
  }
}
