package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.euicc.ProfileInfo;
import simwright.lpa.CardReading;

/// Reads the eUICC and settles what earlier acts left open on it: measures how many profiles there
/// are, how many notifications wait, and the free memory. The profile in use is kept under the
/// step's id. With `in_use: yes` or `no` it holds only where one is, or none.
public final class CardStep implements Step {
  @Override
  public String kind() {
    return "card";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("in_use");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return Set.of("yes", "no", "either").contains(with.text("in_use", "either"))
        ? Optional.empty()
        : Optional.of("in_use is yes, no or either");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("profiles", "profiles", "notifications", "notifications", "free", "bytes");
  }

  @Override
  public Found run(StepContext context) {
    return OnCard.judged(() -> {
      CardReading card = context.tools().card().read(context.deadline(), context.cancel());
      Optional<ProfileInfo> used = CardWork.inUse(card);
      used.flatMap(ProfileInfo::iccid)
          .ifPresent(iccid -> context.tools().meet(context.planned().id(), iccid, false));
      Map<String, Double> values = new LinkedHashMap<>();
      values.put("profiles", (double) card.profiles().size());
      values.put("notifications", (double) card.notifications().size());
      values.put("free", (double) card.info().memory().freeNonVolatile());
      String words =
          card.profiles().size()
              + " profiles, "
              + (used.isPresent() ? "one in use" : "none in use");
      String wanted = context.with().text("in_use", "either");
      boolean held = wanted.equals("either") || wanted.equals("yes") == used.isPresent();
      return held
          ? Found.passed(words, context.declared(values))
          : Found.failed(Outcome.FAIL, words, Optional.empty(), context.declared(values));
    });
  }
}
