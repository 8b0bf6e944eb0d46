package simwright.acceptance.step;

import java.util.Map;
import simwright.acceptance.Outcome;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.at.Answer;
import simwright.at.command.SetFunctionality;

/// Switches the radio: parameter `level` is 1 for full functionality, 4 or 0 for off (+CFUN).
public final class FunctionalityStep implements Step {
  @Override
  public String kind() {
    return "functionality";
  }

  @Override
  public Found run(StepContext context) {
    int level = Integer.parseInt(context.parameter("level", "1"));
    Answer<Boolean> answer = context.device().at().send(new SetFunctionality(level));
    return answer.code().isEmpty()
        ? Found.passed("functionality " + level, Map.of())
        : Found.failed(
            Outcome.FAIL, "the modem refuses functionality " + level, answer.code(), Map.of());
  }
}
