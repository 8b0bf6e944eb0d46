package simwright.rollout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import simwright.acceptance.RunField;
import simwright.acceptance.RunFilter;
import simwright.acceptance.RunHistory;
import simwright.acceptance.RunSummary;
import simwright.acceptance.Taken;

/// What the runs of the log say together. Nothing is kept: each answer is computed from all that
/// stands there.
public final class Statistics {
  private final RunHistory history;

  /// Of this history.
  public Statistics(RunHistory history) {
    this.history = history;
  }

  /// What is measured in the runs that are meant, in order.
  public List<Measurement> measurements(RunFilter filter) {
    TreeSet<Measurement> all = new TreeSet<>();
    history.taken(filter, taken -> all.add(Measurement.of(taken)));
    return List.copyOf(all);
  }

  /// The values of a measurement over time, one trend for each value of what they are split by;
  /// simulated and real devices are never put together.
  public List<Trend> trend(RunFilter filter, Measurement measurement, Optional<RunField> by) {
    Map<String, List<Taken>> lines = new TreeMap<>();
    history.taken(
        filter.with(RunField.PLAN, measurement.plan()),
        taken -> {
          if (Measurement.of(taken).equals(measurement)) {
            String split = by.map(taken.run()::get).orElse("");
            String key = split + (taken.run().simulated() ? "\u0001" : "\u0000");
            lines.computeIfAbsent(key, _ -> new ArrayList<>()).add(taken);
          }
        });
    return lines.entrySet().stream()
        .map(line ->
            trend(
                measurement,
                line.getKey().substring(0, line.getKey().length() - 1),
                line.getValue()))
        .toList();
  }

  /// Several runs side by side; the others are compared with the first.
  public Comparison compare(List<String> runs) {
    SideBySide sides = new SideBySide(RunSummary::id, runs);
    return read(sides, RunFilter.of(Set.copyOf(runs)));
  }

  /// Runs side by side by what they have in a field, such as two firmware versions of a model:
  /// these values, the first as what the others are compared with; all there are, in the order they
  /// were first met, where none is named.
  public Comparison compare(RunFilter filter, RunField by, List<String> values) {
    return read(new SideBySide(run -> run.get(by), values), filter);
  }

  private Comparison read(SideBySide sides, RunFilter filter) {
    history.attempts(filter, sides::take);
    history.taken(filter, sides::take);
    return sides.comparison();
  }

  /// How steadily the steps of the runs end that are meant.
  public List<FlakyStep> flaky(RunFilter filter) {
    Flakiness flakiness = new Flakiness();
    history.attempts(filter, flakiness::take);
    return flakiness.table();
  }

  private static Trend trend(Measurement measurement, String split, List<Taken> line) {
    List<Trend.Point> points =
        line.stream()
            .map(each ->
                new Trend.Point(
                    each.run().started(),
                    each.value(),
                    each.limit(),
                    each.outcome(),
                    each.run().id(),
                    each.run().device(),
                    each.run().revision()))
            .sorted(Comparator.comparing(Trend.Point::at))
            .toList();
    return new Trend(
        measurement,
        split,
        line.getFirst().run().simulated(),
        points,
        Spread.of(points.stream().map(Trend.Point::value).toList()));
  }
}
