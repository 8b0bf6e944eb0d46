package simwright.acceptance.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.Distribution;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;

/// The distribution of a measurement that an earlier step took again and again: parameters `of`
/// (the step's id), `measurement` and `unit`; measures count, min, median, p90, p95 and max. It
/// asks the device nothing.
public final class DistributionStep implements Step {
  @Override
  public String kind() {
    return "distribution";
  }

  @Override
  public boolean byHand() {
    return true;
  }

  @Override
  public Set<String> parameters() {
    return Set.of("of", "measurement", "unit");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return parameters().stream().allMatch(with::has)
        ? Optional.empty()
        : Optional.of("of, measurement and unit must be given");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    String unit = with.text("unit", "");
    Map<String, String> all = new HashMap<>();
    List.of("min", "median", "p90", "p95", "max").forEach(name -> all.put(name, unit));
    all.put("count", "values");
    return all;
  }

  @Override
  public Found run(StepContext context) {
    List<Double> values =
        context.taken(context.with().text("of", ""), context.with().text("measurement", ""));
    if (values.isEmpty()) {
      return Found.failed(
          Outcome.INCONCLUSIVE, "there is nothing to count", Optional.empty(), Map.of());
    }
    Distribution found = Distribution.of(values);
    return Found.passed(
        "of "
            + found.count()
            + ": "
            + Limit.number(found.least())
            + " to "
            + Limit.number(found.most())
            + " "
            + context.with().text("unit", ""),
        context.declared(found.byName()));
  }
}
