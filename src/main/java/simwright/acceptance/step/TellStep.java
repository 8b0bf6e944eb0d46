package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;

/// Tells servers what the card has to tell (SGP.22 clause 3.5) and holds when nothing waits any
/// more; measures how much still waits. With `server`, how the bench's server misbehaves meanwhile,
/// it holds when what was not taken still waits.
public final class TellStep implements Step {
  @Override
  public String kind() {
    return "notifications-told";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("server");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("waiting", "notifications");
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(Change.sets("tells servers what waits on the card, and takes it off the card"));
  }

  @Override
  public Set<String> alters(Parameters with, Predicate<String> own) {
    return with.has("server") ? Set.of(ServerTrouble.LEFT) : Set.of();
  }

  @Override
  public Found run(StepContext context) {
    return ServerTrouble.during(context, () -> OnCard.judged(() -> told(context)));
  }

  private static Found told(StepContext context) {
    boolean deaf = context.with().has("server");
    CardWork.Told told = context.tools().card().tell(context.deadline(), context.cancel());
    Map<String, Double> values = context.declared(Map.of("waiting", (double) told.waiting()));
    if (deaf) {
      return told.waiting() > 0
          ? Found.passed(told.waiting() + " wait, as they must", values)
          : Found.failed(
              Outcome.INCONCLUSIVE,
              "nothing waits that the server could refuse",
              Optional.empty(),
              values);
    }
    return told.waiting() == 0
        ? Found.passed(told.all() + " told, nothing waits", values)
        : Found.failed(
            Outcome.FAIL, told.waiting() + " of " + told.all() + " wait", Optional.empty(), values);
  }
}
