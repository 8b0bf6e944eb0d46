package simwright.acceptance.step;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.identity.Iccid;

/// The profile that the step of the id `profile` downloaded or found is the one in use, as the card
/// tells it now: after a restart, after another was deleted.
public final class InUseStep implements Step {
  @Override
  public String kind() {
    return "profile-in-use";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("profile");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return OnCard.named(with);
  }

  @Override
  public Found run(StepContext context) {
    Optional<Iccid> meant = OnCard.profile(context);
    if (meant.isEmpty()) {
      return OnCard.unmet(context);
    }
    return OnCard.judged(() -> {
      CardWork.Reading card = context.tools().card().read(context.deadline(), context.cancel());
      String now =
          card.all().stream()
              .filter(CardWork.Profile::enabled)
              .findFirst()
              .map(CardWork.Profile::name)
              .orElse("none");
      return card.inUse().equals(meant)
          ? Found.passed("in use: " + now, Map.of())
          : Found.failed(Outcome.FAIL, "another is in use: " + now, Optional.empty(), Map.of());
    });
  }
}
