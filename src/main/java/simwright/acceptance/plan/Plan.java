package simwright.acceptance.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An acceptance plan: what is done before, the steps that judge, what is done afterwards whatever
/// happened, the state the bench is left in, what is watched meanwhile, which resources of the
/// bench it needs, the limits it is judged by, what it is derived from, what it may use up, and
/// which parts of a run's header it requires. `sha256` is that of `text`, its file. `limited` says
/// that the file sets the time of the whole run: then what a person takes to answer counts, too.
public record Plan(
    String name,
    String title,
    String about,
    String text,
    String sha256,
    Duration within,
    boolean limited,
    PlanPhase setup,
    PlanPhase main,
    PlanPhase teardown,
    Optional<SafeState> safe,
    List<Monitor> monitors,
    List<BenchResource> resources,
    LimitSet limits,
    List<Derived> derived,
    Wear wear,
    List<String> requires) {
  /// The kind of the steps that are a drill's rounds.
  private static final String ROUND = "failover";

  /// The same with every repeated part carried out so often, in so much longer a time.
  public Plan repeated(int times) {
    return new Plan(
        name,
        title,
        about,
        text,
        sha256,
        within.plus(setup.longer(times)).plus(main.longer(times)),
        limited,
        setup.repeated(times),
        main.repeated(times),
        teardown.repeated(times),
        safe,
        monitors,
        resources,
        limits,
        derived,
        wear,
        requires);
  }

  /// The resource of a name.
  public Optional<BenchResource> resource(String called) {
    return resources.stream().filter(each -> each.name().equals(called)).findFirst();
  }

  /// How many steps will be carried out, the monitors' and the safe state's among them.
  public int size() {
    return setup.size()
        + main.size()
        + teardown.size()
        + monitors.size()
        + safe.map(state -> state.steps().size()).orElse(0);
  }

  /// How many changes of a weight it may make, every try counted.
  public long uses(Change.Weight weight) {
    return PlanPart.uses(setup.parts(), weight)
        + PlanPart.uses(main.parts(), weight)
        + PlanPart.uses(teardown.parts(), weight)
        + safe.map(state -> PlanPart.uses(state.steps(), weight)).orElse(0L);
  }

  /// Whether it is a drill: the device has to find another profile by itself.
  public boolean drill() {
    return each().anyMatch(step -> step.kind().equals(ROUND));
  }

  /// Every step in the order in which it will be carried out, the safe state's last.
  public Stream<PlannedStep> each() {
    return Stream.concat(
        Stream.of(setup, main, teardown)
            .flatMap(phase -> phase.parts().stream())
            .flatMap(PlanPart::each),
        safe.stream().flatMap(state -> state.steps().stream()));
  }
}
