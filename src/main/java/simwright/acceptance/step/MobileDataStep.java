package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.device.HandsetSwitch;
import simwright.fault.FaultCode;

/// Switches the mobile data of a handset, and looks whether it is so: parameter `state` is on or
/// off. A modem has contexts instead: there it is skipped, as on a handset that does not allow it.
public final class MobileDataStep implements Step {
  @Override
  public String kind() {
    return "mobile-data";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("state");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return Set.of("on", "off").contains(with.text("state", ""))
        ? Optional.empty()
        : Optional.of("state is on or off, in quotes");
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(Change.sets("switches mobile data " + with.text("state", "")));
  }

  @Override
  public Found run(StepContext context) {
    String state = context.with().text("state", "");
    if (!context.device().view().get().linkKind().equals("adb")) {
      return Found.failed(
          Outcome.SKIPPED, "it is no handset behind adb", Optional.empty(), Map.of());
    }
    Optional<FaultCode> refused =
        context.device().handset(HandsetSwitch.MOBILE_DATA, state.equals("on"));
    if (refused.isEmpty()) {
      return Found.passed("mobile data " + state, Map.of());
    }
    return OnHandset.withheld(refused.get())
        ? OnHandset.skipped(refused.get())
        : Found.failed(
            Outcome.FAIL, "mobile data could not be switched " + state, refused, Map.of());
  }
}
