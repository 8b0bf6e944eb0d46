package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.Map;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.at.command.Radio;

/// Reads the radio conditions: rsrp and rssi in dBm, rsrq and sinr in dB, as the modem reports them
/// (not calibrated).
public final class SignalStep implements Step {
  @Override
  public String kind() {
    return "signal";
  }

  @Override
  public Found run(StepContext context) {
    Radio radio = context.device().refresh().snapshot().radio().value().orElse(Radio.UNKNOWN);
    Map<String, Double> values = new LinkedHashMap<>();
    radio.rsrpDbm().ifPresent(v -> values.put("rsrp", v));
    radio.rssiDbm().ifPresent(v -> values.put("rssi", v));
    radio.rsrqDb().ifPresent(v -> values.put("rsrq", v));
    radio.sinrDb().ifPresent(v -> values.put("sinr", v));
    return Found.passed(radio.technology().orElse("unknown technology"), values);
  }
}
