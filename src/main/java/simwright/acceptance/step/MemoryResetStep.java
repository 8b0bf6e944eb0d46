package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;

/// Resets the memory of the eUICC (SGP.22 clauses 3.3.2 and 5.7.19): parameter `what` is address,
/// the default server alone, or profiles, which takes all of them off the card for good, and the
/// address with them. Read back from the card.
public final class MemoryResetStep implements Step {
  @Override
  public String kind() {
    return "memory-reset";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("what");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return Set.of("address", "profiles").contains(with.text("what", ""))
        ? Optional.empty()
        : Optional.of("what is address or profiles");
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(
        profiles(with)
            ? new Change(
                "takes every profile off the card, those it came with among them",
                Change.Weight.DELETES)
            : Change.sets("sets the default server back to what the card came with"));
  }

  @Override
  public Found run(StepContext context) {
    return OnCard.judged(() -> {
      boolean done =
          context
              .tools()
              .card()
              .reset(profiles(context.with()), context.deadline(), context.cancel());
      return done
          ? Found.passed("reset", Map.of())
          : Found.failed(
              Outcome.INCONCLUSIVE, "there was nothing to reset", Optional.empty(), Map.of());
    });
  }

  private static boolean profiles(Parameters with) {
    return with.text("what", "").equals("profiles");
  }
}
