package simwright.acceptance.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A step of a plan: an id others may refer to ("" when none), its kind, title, time limit,
/// parameters, the measurements it must take, how often it is tried at most, and what it changes.
public record PlannedStep(
    String id,
    String kind,
    String title,
    Duration within,
    Parameters with,
    List<Limit> limits,
    Optional<Condition> when,
    Tries tries,
    List<Change> changes)
    implements PlanPart {
  @Override
  public int steps() {
    return 1;
  }

  @Override
  public Stream<PlannedStep> each() {
    return Stream.of(this);
  }

  @Override
  public Duration longest() {
    return within.multipliedBy(tries.most()).plus(tries.pause().multipliedBy(tries.most() - 1));
  }

  @Override
  public PlanPart repeated(int times) {
    return this;
  }

  @Override
  public long uses(Change.Weight weight) {
    return tries.most() * changes.stream().filter(each -> each.weight() == weight).count();
  }

  /// Whether a measurement of this name is declared.
  public boolean declares(String measurement) {
    return limits.stream().anyMatch(limit -> limit.name().equals(measurement));
  }
}
