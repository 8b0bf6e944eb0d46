package simwright.acceptance.step;

import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.device.Snapshot;

/// Reads the radio conditions: rsrp and rssi in dBm, rsrq and sinr in dB, as the modem reports them
/// (not calibrated).
public final class SignalStep implements Step {
  @Override
  public String kind() {
    return "signal";
  }

  @Override
  public Found run(StepContext context) {
    Snapshot now = context.device().refresh().snapshot();
    return Found.passed(now.technology().orElse("unknown technology"), now.signal());
  }
}
