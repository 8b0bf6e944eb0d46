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
import java.util.stream.Stream;
import simwright.acceptance.plan.Limit;
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

  /// Stands for an operator that is not known; it is not the same as itself.
  public static final String UNTOLD = "operator not told";

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
              allowed(differences, key)));
    }
    Set<String> operators =
        runs.stream()
            .flatMap(run -> cohort(run).stream())
            .map(step -> step.words().substring(step.words().indexOf(OF) + OF.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    Stream<String> all =
        Stream.of(
                unproven(runs),
                esim.runs().isEmpty() ? "no run was made with an eSIM profile" : "",
                physical.runs().isEmpty() ? "no run was made with a physical SIM" : "",
                operators(operators),
                mixed(runs) ? "simulated and real devices cannot be compared" : "",
                otherUnits(keys, differences),
                rows.stream().allMatch(row -> row.allowed().isEmpty())
                    ? "nothing was measured whose difference is limited"
                    : "")
            .filter(why -> !why.isEmpty());
    return new Parity(
        esim.runs().size(),
        physical.runs().size(),
        operators,
        runs.stream().anyMatch(Run::simulated),
        List.copyOf(rows),
        all.findFirst().orElse(""));
  }

  /// A run that did not pass, or belongs to no cohort, shows nothing of either.
  private static String unproven(Collection<Run> runs) {
    return runs.stream()
        .filter(run -> !run.outcome().fine() || cohort(run).isEmpty())
        .findFirst()
        .map(run ->
            run.outcome().fine()
                ? "run " + run.id() + " does not say to which cohort it belongs"
                : "run " + run.id() + " came to " + run.outcome().key() + ", " + run.reason())
        .orElse("");
  }

  private static String operators(Set<String> operators) {
    return operators.contains(UNTOLD)
        ? "not every device told its operator"
        : operators.size() > 1
            ? "the operators are not the same: " + String.join(", ", operators)
            : "";
  }

  private static boolean mixed(Collection<Run> runs) {
    return runs.stream().anyMatch(Run::simulated) && !runs.stream().allMatch(Run::simulated);
  }

  private static Optional<Double> allowed(LimitSet differences, Key key) {
    Limit limit = differences.of(key.step(), key.measurement(), key.unit());
    return limit.unit().equals(key.unit()) ? limit.most() : Optional.empty();
  }

  private static String otherUnits(Set<Key> keys, LimitSet differences) {
    for (Key key : keys) {
      String unit = differences.of(key.step(), key.measurement(), key.unit()).unit();
      if (!unit.equals(key.unit())) {
        return key.step()
            + " "
            + key.measurement()
            + " is in "
            + key.unit()
            + ", and its difference is limited in "
            + unit;
      }
    }
    return "";
  }

  /// Failed where a limited difference is too large; inconclusive where something is missing or a
  /// run did not pass: `open` says what.
  public Outcome outcome() {
    if (!open.isEmpty()) {
      return Outcome.INCONCLUSIVE;
    }
    List<Outcome> all = rows.stream().map(Row::outcome).toList();
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
