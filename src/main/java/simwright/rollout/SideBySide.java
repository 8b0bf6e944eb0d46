package simwright.rollout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import simwright.acceptance.Attempt;
import simwright.acceptance.RunSummary;
import simwright.acceptance.Taken;
import simwright.acceptance.plan.Limit;
import simwright.rollout.Comparison.Cell;
import simwright.rollout.Comparison.Difference;

/// Puts runs into columns and compares them. Simulated devices never share a column with real ones.
final class SideBySide {
  private final Function<RunSummary, String> by;
  private final List<String> wanted;
  private final Map<Side, Content> columns = new LinkedHashMap<>();

  private record Side(String name, boolean simulated) {}

  private record Step(String plan, String step) {}

  private static final class Content {
    private final Set<String> runs = new HashSet<>();
    private final Map<Step, Rate> passed = new LinkedHashMap<>();
    private final Map<Measurement, List<Double>> values = new LinkedHashMap<>();
    private final Map<Measurement, Set<Limit>> limits = new LinkedHashMap<>();
  }

  /// `by` names the column of a run; of `wanted` columns alone, in that order, unless it is empty.
  SideBySide(Function<RunSummary, String> by, List<String> wanted) {
    this.by = by;
    this.wanted = List.copyOf(wanted);
  }

  void take(Attempt attempt) {
    content(attempt.run())
        .ifPresent(content -> {
          Step step = new Step(attempt.run().plan(), attempt.step());
          Rate so = content.passed.getOrDefault(step, new Rate(0, 0));
          Rate one =
              attempt.number() > 1
                  ? new Rate(0, 0)
                  : Flakiness.failed(attempt.outcome())
                      .map(failed -> new Rate(failed ? 0 : 1, 1))
                      .orElse(new Rate(0, 0));
          content.passed.put(step, so.plus(one));
        });
  }

  void take(Taken taken) {
    content(taken.run())
        .ifPresent(content -> {
          Measurement what = Measurement.of(taken);
          content.values.computeIfAbsent(what, _ -> new ArrayList<>()).add(taken.value());
          content.limits.computeIfAbsent(what, _ -> new LinkedHashSet<>()).add(taken.limit());
        });
  }

  private Optional<Content> content(RunSummary run) {
    String name = by.apply(run);
    if (!wanted.isEmpty() && !wanted.contains(name)) {
      return Optional.empty();
    }
    Content content = columns.computeIfAbsent(new Side(name, run.simulated()), _ -> new Content());
    content.runs.add(run.id());
    return Optional.of(content);
  }

  Comparison comparison() {
    List<Map.Entry<Side, Content>> sides = new ArrayList<>(columns.entrySet());
    if (!wanted.isEmpty()) {
      sides.sort(Comparator.comparingInt(side -> wanted.indexOf(side.getKey().name())));
    }
    List<Content> contents = sides.stream().map(Map.Entry::getValue).toList();
    Set<Step> steps = new LinkedHashSet<>();
    Set<Measurement> measurements = new TreeSet<>();
    contents.forEach(content -> {
      steps.addAll(content.passed.keySet());
      measurements.addAll(content.values.keySet());
    });
    return new Comparison(
        sides.stream()
            .map(side ->
                new Comparison.Column(
                    side.getKey().name(), side.getValue().runs.size(), side.getKey().simulated()))
            .toList(),
        steps.stream().map(step -> stepRow(step, contents)).toList(),
        measurements.stream().map(what -> valueRow(what, contents)).toList());
  }

  private static Comparison.StepRow stepRow(Step step, List<Content> contents) {
    List<Rate> passed =
        contents.stream()
            .map(content -> content.passed.getOrDefault(step, new Rate(0, 0)))
            .toList();
    return new Comparison.StepRow(
        step.plan(),
        step.step(),
        passed,
        differences(passed.size(), i -> difference(passed.getFirst(), passed.get(i))));
  }

  private static Comparison.ValueRow valueRow(Measurement what, List<Content> contents) {
    List<Cell> cells =
        contents.stream()
            .map(content ->
                new Cell(
                    Optional.ofNullable(content.values.get(what)).map(Spread::of),
                    List.copyOf(content.limits.getOrDefault(what, Set.of()))))
            .toList();
    return new Comparison.ValueRow(
        what, cells, differences(cells.size(), i -> difference(cells.getFirst(), cells.get(i))));
  }

  private static List<Difference> differences(int columns, Function<Integer, Difference> of) {
    return IntStream.range(0, columns)
        .mapToObj(i -> i == 0 ? Difference.FIRST : of.apply(i))
        .toList();
  }

  /// Too few is where not even all against none could be told from chance.
  static Difference difference(Rate first, Rate other) {
    if (first.empty() || other.empty()) {
      return Difference.MISSING;
    }
    if (!new Rate(0, other.n()).clearlyBelow(new Rate(first.n(), first.n()))) {
      return Difference.TOO_FEW;
    }
    return other.clearlyBelow(first)
        ? Difference.WORSE
        : first.clearlyBelow(other) ? Difference.BETTER : Difference.NONE;
  }

  static Difference difference(Cell first, Cell other) {
    if (first.spread().isEmpty() || other.spread().isEmpty()) {
      return Difference.MISSING;
    }
    Spread was = first.spread().get();
    Spread is = other.spread().get();
    if (was.low().isEmpty() || is.low().isEmpty()) {
      return Difference.TOO_FEW;
    }
    if (!was.clearlyBelow(is) && !is.clearlyBelow(was)) {
      return Difference.NONE;
    }
    Limit limit = other.limits().getLast();
    if (limit.least().isPresent() == limit.most().isPresent()) {
      return Difference.OTHER;
    }
    return limit.least().isPresent() == was.clearlyBelow(is) ? Difference.BETTER : Difference.WORSE;
  }
}
