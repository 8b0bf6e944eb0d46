package simwright.acceptance.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Branches that are carried out side by side; each comes to its own end.
public record Parallel(Optional<Condition> when, List<Group> branches) implements PlanPart {
  @Override
  public int steps() {
    return PlanPart.steps(branches);
  }

  @Override
  public Stream<PlannedStep> each() {
    return branches.stream().flatMap(Group::each);
  }

  @Override
  public Duration longest() {
    return branches.stream().map(Group::longest).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  @Override
  public long uses(Change.Weight weight) {
    return PlanPart.uses(branches, weight);
  }

  @Override
  public PlanPart repeated(int times) {
    return new Parallel(when, branches.stream().map(branch -> branch.again(times)).toList());
  }
}
