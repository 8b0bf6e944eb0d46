package simwright.acceptance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import simwright.acceptance.plan.LimitSet;
import simwright.acceptance.plan.Outcome;

/// Whether a cohort with an eSIM profile and one with a physical SIM of the same operator do the
/// same: of each measurement the middle value of either, and their difference against the one that
/// is allowed. Computed from finished runs alone; each run says by its step of the kind `cohort`
/// where it belongs.
public record Parity(
    int esims,
    int physicals,
    Set<String> operators,
    boolean simulated,
    List<Row> rows,
    String open) {
  /// Stands between the kind of a cohort and its operator.
  public static final String OF = " of ";

  private static final String KIND = "cohort";
  private static final String MEASUREMENT = "esim";

  /// A measurement in both cohorts: how many values, the middle ones, and how far they may be
  /// apart; empty where nothing is said of it.
  public record Row(
      String step,
      String measurement,
      String unit,
      int esims,
      int physicals,
      Optional<Double> esim,
      Optional<Double> physical,
      Optional<Double> allowed) {
    /// The eSIM's middle value less that of the physical SIM.
    public Optional<Double> difference() {
      return esim.flatMap(one -> physical.map(other -> Math.round((one - other) * 1000) / 1000.0));
    }

    /// The judgement: passed where no difference is limited.
    public Outcome outcome() {
      return allowed.isEmpty()
          ? Outcome.PASS
          : difference()
              .map(by -> Math.abs(by) <= allowed.get() ? Outcome.PASS : Outcome.FAIL)
              .orElse(Outcome.INCONCLUSIVE);
    }
  }

  private record Key(String step, String measurement, String unit) {}

  private record Side(List<Run> runs, Map<Key, List<Double>> values) {
    Optional<Double> middle(Key key) {
      return Optional.ofNullable(values.get(key)).map(all -> Distribution.of(all).median());
    }

    int count(Key key) {
      return values.getOrDefault(key, List.of()).size();
    }
  }

  /// Of these runs; `differences` says by its upper bounds how far middle values may be apart.
  public static Parity of(Collection<Run> runs, LimitSet differences) {
    Side esim = side(runs, 1);
    Side physical = side(runs, 0);
    Set<Key> keys = new java.util.LinkedHashSet<>(esim.values().keySet());
    keys.addAll(physical.values().keySet());
    List<Row> rows = new ArrayList<>();
    for (Key key : keys) {
      rows.add(
          new Row(
              key.step(),
              key.measurement(),
              key.unit(),
              esim.count(key),
              physical.count(key),
              esim.middle(key),
              physical.middle(key),
              differences.of(key.step(), key.measurement(), key.unit()).most()));
    }
    Set<String> operators =
        runs.stream()
            .flatMap(run -> cohort(run).stream())
            .map(step -> step.words().substring(step.words().indexOf(OF) + OF.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    boolean simulated = runs.stream().anyMatch(Run::simulated);
    String open =
        esim.runs().isEmpty()
            ? "no run was made with an eSIM profile"
            : physical.runs().isEmpty()
                ? "no run was made with a physical SIM"
                : operators.size() > 1
                    ? "the operators are not the same: " + String.join(", ", operators)
                    : simulated && !runs.stream().allMatch(Run::simulated)
                        ? "simulated and real devices cannot be compared"
                        : "";
    return new Parity(
        esim.runs().size(), physical.runs().size(), operators, simulated, List.copyOf(rows), open);
  }

  /// Failed where a limited difference is too large; inconclusive where something is missing.
  public Outcome outcome() {
    List<Outcome> all = new ArrayList<>(rows.stream().map(Row::outcome).toList());
    if (!open.isEmpty()) {
      return Outcome.INCONCLUSIVE;
    }
    all.add(Outcome.PASS);
    return all.contains(Outcome.FAIL) ? Outcome.FAIL : Outcome.worst(all);
  }

  private static Side side(Collection<Run> runs, int esim) {
    List<Run> mine = runs.stream().filter(run -> belongs(run, esim)).toList();
    Map<Key, List<Double>> values = new LinkedHashMap<>();
    for (Run run : mine) {
      for (StepRecord step : run.last()) {
        for (Measured each : step.measured()) {
          Key key = new Key(step.id(), each.limit().name(), each.limit().unit());
          if (!step.kind().equals(KIND)) {
            each.value()
                .ifPresent(value -> values.computeIfAbsent(key, _ -> new ArrayList<>()).add(value));
          }
        }
      }
    }
    return new Side(mine, values);
  }

  private static boolean belongs(Run run, int esim) {
    return cohort(run).stream()
        .flatMap(step -> step.measured().stream())
        .filter(each -> each.limit().name().equals(MEASUREMENT))
        .flatMap(each -> each.value().stream())
        .anyMatch(value -> value == esim);
  }

  private static Optional<StepRecord> cohort(Run run) {
    return run.last().stream()
        .filter(step -> step.kind().equals(KIND) && step.outcome() == Outcome.PASS)
        .findFirst();
  }
}
