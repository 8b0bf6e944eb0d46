package simwright.acceptance;

import java.time.Duration;
import java.util.Optional;

/// An acceptance plan: what is done before, the steps that judge, what is done afterwards whatever
/// happened, and the state the bench is left in. `sha256` is that of the file.
public record Plan(
    String name,
    String title,
    String about,
    String sha256,
    Duration within,
    PlanPhase setup,
    PlanPhase main,
    PlanPhase teardown,
    Optional<SafeState> safe) {
  /// The same with every repeated part carried out so often, in so much longer a time.
  public Plan repeated(int times) {
    return new Plan(
        name,
        title,
        about,
        sha256,
        within.plus(setup.longer(times)).plus(main.longer(times)),
        setup.repeated(times),
        main.repeated(times),
        teardown.repeated(times),
        safe);
  }

  /// How many steps will be carried out, the safe state's among them.
  public int size() {
    return setup.size()
        + main.size()
        + teardown.size()
        + safe.map(state -> state.steps().size()).orElse(0);
  }
}
