package simwright.acceptance.step;

import java.util.List;
import java.util.function.Predicate;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Parameters;

/// Has the servers of the simulated bench behave as usual, where a step had one misbehave and did
/// not come to its end: the safe state of a plan with such steps holds it.
public final class ServersBehaveStep implements Step {
  @Override
  public String kind() {
    return "servers-behave";
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(Change.sets("has the bench's servers behave as usual"));
  }

  @Override
  public boolean restores(Parameters with, Predicate<String> own, String what) {
    return what.equals(ServerTrouble.LEFT);
  }

  @Override
  public Found run(StepContext context) {
    return ServerTrouble.over(context.tools().around());
  }
}
