package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step.Found;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.ask.Question;
import simwright.lab.Disturbance;

/// Something done around a device: by the bench itself where it can, else by a person who is asked
/// to. `order` is what the person reads.
record Deed(Disturbance act, String order) {
  private static final String DONE = "Done";
  private static final String IMPOSSIBLE = "Cannot be done";

  /// Does it; what could not be done says nothing of the device.
  Found done(StepContext context) {
    if (context.tools().around().does(act)) {
      return Found.passed("the bench did it: " + order, Map.of());
    }
    Optional<String> said =
        context
            .attendant()
            .ask(
                new Question.Choice(
                    context.planned().title(),
                    order,
                    List.of(DONE, IMPOSSIBLE),
                    context.answering(),
                    Optional.empty()));
    context.cancel().check("waiting for a person", context.device().id());
    return said.filter(DONE::equals).isPresent()
        ? Found.passed("a person did it: " + order, Map.of())
        : Found.failed(
            Outcome.INCONCLUSIVE,
            (said.isPresent() ? "it cannot be done here: " : "nobody said that it is done: ")
                + order,
            Optional.of(AcceptanceCodes.NOT_DONE),
            Map.of());
  }
}
