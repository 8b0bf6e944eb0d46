package simwright.acceptance.step;

import java.util.List;
import simwright.acceptance.Step;

/// All kinds of steps, one line each.
public final class Steps {
  private Steps() {}

  /// The kinds there are.
  public static List<Step> all() {
    return List.of(
        new ConnectStep(),
        new RungStep("sim", simwright.device.Rung.Step.SIM),
        new RungStep("registered", simwright.device.Rung.Step.REGISTERED),
        new RungStep("context", simwright.device.Rung.Step.CONTEXT),
        new SignalStep(),
        new PingStep(),
        new FunctionalityStep());
  }
}
