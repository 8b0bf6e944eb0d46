package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.at.command.ReadSupply;
import simwright.device.Told;

/// Reads the voltage at the supply and the charge of the battery, as far as the device tells them;
/// skipped where its family has no command for it.
public final class SupplyStep implements Step {
  @Override
  public String kind() {
    return "supply";
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("volts", "V", "percent", "%");
  }

  @Override
  public Found run(StepContext context) {
    Told<ReadSupply.Supply> told =
        context
            .device()
            .talk(
                context.cancel(),
                engine -> {
                  String need =
                      context.device().profile().slot("battery").isEmpty() ? "voltage" : "battery";
                  return Told.by(engine, context.device().profile(), need, ReadSupply.Supply.class);
                });
    if (!told.supported()) {
      return Found.failed(
          Outcome.SKIPPED, "the family has no command for it", Optional.empty(), Map.of());
    }
    return told.value()
        .map(supply -> read(context, supply))
        .orElseGet(() ->
            Found.failed(
                Outcome.INCONCLUSIVE,
                "the device does not tell its supply",
                told.code(),
                Map.of()));
  }

  private static Found read(StepContext context, ReadSupply.Supply supply) {
    Map<String, Double> values = new LinkedHashMap<>();
    supply.volts().ifPresent(volts -> values.put("volts", volts));
    supply.percent().ifPresent(percent -> values.put("percent", percent.doubleValue()));
    String words =
        supply.volts().map(volts -> Limit.number(volts) + " V").orElse("no voltage told")
            + supply.percent().map(percent -> ", " + percent + " %").orElse("");
    return Found.passed(words, context.declared(values));
  }
}
