package simwright.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simwright.acceptance.Measured;
import simwright.acceptance.Run;
import simwright.acceptance.StepRecord;
import simwright.acceptance.plan.Limit;

/// The values of a measurement that a repeated step took, in the order they were taken.
record Series(String title, Limit limit, List<Double> values) {
  private record Key(String phase, String title, Limit limit) {}

  /// All series of a run with at least two values.
  static List<Series> of(Run run) {
    Map<Key, List<Double>> found = new LinkedHashMap<>();
    for (StepRecord step : run.steps()) {
      if (step.place().rounds() > 1) {
        for (Measured each : step.measured()) {
          each.value()
              .filter(Double::isFinite)
              .ifPresent(value ->
                  found
                      .computeIfAbsent(
                          new Key(step.phase(), step.title(), each.limit()), _ -> new ArrayList<>())
                      .add(value));
        }
      }
    }
    return found.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry ->
            new Series(
                entry.getKey().title(), entry.getKey().limit(), List.copyOf(entry.getValue())))
        .toList();
  }
}
