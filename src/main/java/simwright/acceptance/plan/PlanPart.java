package simwright.acceptance.plan;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A part of a phase: a step, a group of parts, parts that are repeated, or branches side by side.
public sealed interface PlanPart permits PlannedStep, Repeat, Group, Parallel {
  /// When it is carried out; always when empty.
  Optional<Condition> when();

  /// How many steps will be carried out, each counted once however many attempts it has.
  int steps();

  /// Every step, as often as it will be carried out.
  Stream<PlannedStep> each();

  /// How long it may take: the times of its steps.
  Duration longest();

  /// The same with every repeated part carried out so often.
  PlanPart repeated(int times);

  /// How many changes of a weight it may make, every try counted.
  long uses(Change.Weight weight);

  /// How many these make.
  static long uses(Collection<? extends PlanPart> parts, Change.Weight weight) {
    return parts.stream().mapToLong(part -> part.uses(weight)).sum();
  }

  /// How many steps these are.
  static int steps(Collection<? extends PlanPart> parts) {
    return parts.stream().mapToInt(PlanPart::steps).sum();
  }

  /// How long these may take, one after the other.
  static Duration longest(Collection<? extends PlanPart> parts) {
    return parts.stream().map(PlanPart::longest).reduce(Duration.ZERO, Duration::plus);
  }

  /// These with every repeated part carried out so often.
  static List<PlanPart> repeated(List<PlanPart> parts, int times) {
    return parts.stream().map(part -> part.repeated(times)).toList();
  }
}
