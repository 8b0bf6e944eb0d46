package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;

/// Reads what the eUICC says of itself (SGP.22 clauses 5.7.3, 5.7.8 and 5.7.20): the version of the
/// standard, firmware, roots, addresses; measures the free memory and the number of roots. A card
/// that verifies with no root is of no use; a wrong check digit of the EID is told and is never a
/// failure.
public final class EuiccInfoStep implements Step {
  @Override
  public String kind() {
    return "euicc-info";
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("free", "bytes", "roots", "roots");
  }

  @Override
  public Found run(StepContext context) {
    return OnCard.judged(() -> {
      CardWork.Reading card = context.tools().card().read(context.deadline(), context.cancel());
      CardWork.About about = card.about();
      Map<String, Double> values = new LinkedHashMap<>();
      values.put("free", (double) card.free());
      values.put("roots", (double) about.roots());
      String words =
          "SGP.22 "
              + about.version()
              + ", firmware "
              + about.firmware()
              + ", EID check digits "
              + (about.eidRight() ? "right" : "wrong")
              + ", default server "
              + (about.defaultServer().isEmpty() ? "none" : about.defaultServer());
      return about.roots() > 0
          ? Found.passed(words, context.declared(values))
          : Found.failed(
              Outcome.FAIL,
              words + "; it has no root to verify servers with",
              Optional.empty(),
              context.declared(values));
    });
  }
}
