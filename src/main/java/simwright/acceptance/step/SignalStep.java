package simwright.acceptance.step;

import java.util.Map;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Parameters;
import simwright.device.Snapshot;

/// Reads the radio conditions: rsrp and rssi in dBm, rsrq and sinr in dB, as the modem reports them
/// (not calibrated).
public final class SignalStep implements Step {
  @Override
  public String kind() {
    return "signal";
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("rsrp", "dBm", "rssi", "dBm", "rsrq", "dB", "sinr", "dB");
  }

  @Override
  public Found run(StepContext context) {
    Snapshot now = context.device().refresh(context.cancel()).snapshot();
    return Found.passed(
        now.technology().orElse("unknown technology"), context.declared(now.signal()));
  }
}
