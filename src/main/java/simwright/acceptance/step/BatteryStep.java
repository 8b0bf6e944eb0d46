package simwright.acceptance.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.device.Snapshot;

/// Reads the battery as the device tells it: percent, volts, and its temperature. Skipped where the
/// device tells nothing of a battery.
public final class BatteryStep implements Step {
  @Override
  public String kind() {
    return "battery";
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("percent", "%", "volts", "V", "celsius", "°C");
  }

  @Override
  public Found run(StepContext context) {
    Snapshot now = context.device().refresh(context.cancel()).snapshot();
    Map<String, Double> values = new LinkedHashMap<>();
    now.batteryPercent().value().ifPresent(percent -> values.put("percent", (double) percent));
    if (values.isEmpty()) {
      return Found.failed(
          Outcome.SKIPPED, "the device tells of no battery", Optional.empty(), Map.of());
    }
    now.supplyVolts().value().ifPresent(volts -> values.put("volts", volts));
    now.temperatureCelsius().value().ifPresent(celsius -> values.put("celsius", celsius));
    List<String> words = new ArrayList<>();
    values.forEach((name, value) ->
        words.add(Limit.number(value) + " " + measures(Parameters.NONE).getOrDefault(name, "")));
    return Found.passed(String.join(", ", words), context.declared(values));
  }
}
