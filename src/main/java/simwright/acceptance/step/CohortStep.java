package simwright.acceptance.step;

import java.util.Map;
import java.util.Optional;
import simwright.acceptance.Parity;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.device.CardAnswer;
import simwright.device.Snapshot;

/// Finds out to which cohort the device belongs, and of which operator its subscription is: an eSIM
/// profile on an eUICC, or a physical SIM. Measures `esim`, 1 or 0. What cannot be told is
/// inconclusive: a card that does not say what it is proves nothing.
public final class CohortStep implements Step {
  @Override
  public String kind() {
    return "cohort";
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("esim", "eUICCs");
  }

  @Override
  public Found run(StepContext context) {
    Snapshot now = context.device().askCard(context.cancel()).snapshot();
    Optional<CardAnswer> card = now.card().value();
    String operator = now.operator().value().orElse(Parity.UNTOLD);
    if (card.isEmpty()) {
      return Found.failed(
          Outcome.INCONCLUSIVE, "the card does not say what it is", Optional.empty(), Map.of());
    }
    boolean esim = card.get().euicc();
    return Found.passed(
        (esim ? "eSIM profile" : "physical SIM") + Parity.OF + operator,
        context.declared(Map.of("esim", esim ? 1.0 : 0.0)));
  }
}
