package simwright.acceptance.step;

import java.util.Map;
import java.util.Optional;
import simwright.acceptance.Outcome;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.fault.FaultCode;

/// Switches the radio: parameter `level` is 1 for full functionality, 4 or 0 for off (+CFUN).
public final class FunctionalityStep implements Step {
  @Override
  public String kind() {
    return "functionality";
  }

  @Override
  public Found run(StepContext context) {
    int level = Integer.parseInt(context.parameter("level", "1"));
    Optional<FaultCode> refused = context.device().functionality(level);
    return refused.isEmpty()
        ? Found.passed("functionality " + level, Map.of())
        : Found.failed(Outcome.FAIL, "the modem refuses functionality " + level, refused, Map.of());
  }
}
