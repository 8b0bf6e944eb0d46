package simwright.acceptance.step;

import java.util.Map;
import java.util.Optional;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.device.Told;

/// Reads the temperature of the device, its hottest sensor's; skipped where the family has no
/// command for it.
public final class TemperatureStep implements Step {
  @Override
  public String kind() {
    return "temperature";
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("celsius", "°C");
  }

  @Override
  public Found run(StepContext context) {
    Told<Double> told =
        context
            .device()
            .talk(
                context.cancel(),
                engine -> Told.by(engine, context.device().profile(), "temperature", Double.class));
    if (!told.supported()) {
      return Found.failed(
          Outcome.SKIPPED, "the family has no command for it", Optional.empty(), Map.of());
    }
    return told.value()
        .map(value ->
            Found.passed(Limit.number(value) + " °C", context.declared(Map.of("celsius", value))))
        .orElseGet(() ->
            Found.failed(
                Outcome.INCONCLUSIVE,
                "the device does not tell its temperature",
                told.code(),
                Map.of()));
  }
}
