package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.OrderWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Parameters;
import simwright.identity.Iccid;

/// Orders a profile over ES2+ and sets it free, so that its server tells of its download: parameter
/// `type` is the kind of profile; `server` and `identity` name the SM-DP+ and the key it knows the
/// operator by, `listen` (HOST:PORT) where it tells; without them those of a served bench. Later
/// steps name it by this step's id. A plan that orders ends the order in a teardown and in its safe
/// state (`order-ended`).
public final class ProfileOrderStep implements Step {
  /// What a step leaves that orders.
  static final String LEFT = "an order that anybody with its code may fetch";

  @Override
  public String kind() {
    return "profile-order";
  }

  @Override
  public boolean byHand() {
    return true;
  }

  @Override
  public Set<String> parameters() {
    return Set.of("type", "server", "identity", "listen");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return with.text("type", "").isEmpty()
        ? Optional.of("type names the kind of profile that is ordered")
        : Optional.empty();
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(
        new Change(
            "orders a profile of type " + with.text("type", "") + " over ES2+",
            Change.Weight.ORDERS));
  }

  @Override
  public Optional<String> leaves(Parameters with) {
    return Optional.of(LEFT);
  }

  @Override
  public Found run(StepContext context) {
    Parameters with = context.with();
    OrderWork.Wanted wanted =
        new OrderWork.Wanted(
            with.text("type", ""),
            with.text("server", ""),
            with.text("identity", ""),
            with.text("listen", ""));
    OrderWork server = context.tools().server();
    String id = context.planned().id();
    Iccid iccid = server.order(wanted, context.deadline(), context.cancel());
    context.tools().meet(id, iccid, true);
    server.release(id, iccid, wanted, context.deadline(), context.cancel());
    context.tools().kept().put(ServerProgressStep.RELEASED + id, context.time().now().toString());
    return Found.passed("ordered and released", Map.of());
  }
}
