package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.OrderWork;
import simwright.acceptance.RunTools;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Parameters;
import simwright.identity.Iccid;

/// Sees to it that the order of an earlier step (parameter `ordered`, its id) is one that nobody
/// can fetch any more: it is used up, or it is cancelled now.
public final class OrderEndedStep implements Step {
  private static final Set<String> OVER = Set.of("installed", "unavailable");

  @Override
  public String kind() {
    return "order-ended";
  }

  @Override
  public boolean byHand() {
    return true;
  }

  @Override
  public Set<String> parameters() {
    return Set.of("ordered");
  }

  @Override
  public Set<String> earlier() {
    return Set.of("ordered");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return with.has("ordered")
        ? Optional.empty()
        : Optional.of("ordered is the id of the step that ordered");
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(Change.sets("cancels the order where nobody has fetched it"));
  }

  @Override
  public Optional<String> clears(Parameters with) {
    return Optional.of(ProfileOrderStep.LEFT);
  }

  @Override
  public Found run(StepContext context) {
    Optional<Iccid> ordered =
        context.tools().met(context.with().text("ordered", "")).map(RunTools.Met::iccid);
    if (ordered.isEmpty()) {
      return Found.passed("nothing was ordered", Map.of());
    }
    OrderWork server = context.tools().server();
    Optional<String> state = server.stand(ordered.get()).map(OrderWork.Stand::state);
    if (state.filter(OVER::contains).isPresent()) {
      return Found.passed("the order is " + state.get(), Map.of());
    }
    server.end(ordered.get(), context.deadline(), context.cancel());
    return Found.passed("the order was cancelled", Map.of());
  }
}
