package simwright.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import simwright.acceptance.Distribution;
import simwright.acceptance.Run;
import simwright.acceptance.StepRecord;
import simwright.rollout.Rate;
import simwright.rollout.Spread;

/// One side of a comparison of drills: the rounds of all its runs. Rounds that came to no good
/// payload have no time; how many they are stands beside the times.
public record DrillSide(String drill, List<Run> runs) {
  private static final int ENOUGH = 20;

  public DrillSide {
    runs = List.copyOf(runs);
  }

  List<StepRecord> rounds() {
    return runs.stream().flatMap(run -> DrillReport.rounds(run).stream()).toList();
  }

  /// The values of a time, in seconds.
  List<Double> taken(String name) {
    return DrillReport.taken(rounds(), name);
  }

  /// How many rounds came to a good payload.
  public Rate served() {
    return new Rate(taken(DrillReport.PAYLOAD).size(), rounds().size());
  }

  /// What a time looks like; empty where none was taken.
  public Optional<Spread> spread(String name) {
    List<Double> values = taken(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
  }

  /// The 95th percentile; none below twenty rounds.
  public Optional<Double> p95(String name) {
    List<Double> values = taken(name);
    return values.size() < ENOUGH
        ? Optional.empty()
        : Optional.of(Distribution.of(values).percentile(95));
  }

  /// Whether all of it was simulated, none, or some: then it is of no use.
  Optional<Boolean> simulated() {
    List<Boolean> all = runs.stream().map(Run::simulated).distinct().toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /// The devices it is of, as their models tell.
  List<String> models() {
    return runs.stream().map(run -> run.subject().model()).distinct().sorted().toList();
  }

  Map<String, Object> node() {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("drill", Literal.of(drill));
    node.put("runs", runs.stream().map(Run::id).toList());
    node.put("models", models().stream().map(Literal::of).toList());
    simulated().ifPresent(each -> node.put("simulated", each));
    node.put("rounds", rounds().size());
    Rate served = served();
    Map<String, Object> rate = new LinkedHashMap<>();
    rate.put("hits", served.hits());
    rate.put("n", served.n());
    rate.put("low", share(served.least()));
    rate.put("high", share(served.most()));
    node.put("served", rate);
    return node;
  }

  Map<String, Object> times(String name) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("n", taken(name).size());
    spread(name)
        .ifPresent(spread -> {
          node.put("min", seconds(spread.least()));
          node.put("p50", seconds(spread.median()));
          spread.low().ifPresent(low -> node.put("p50Low", seconds(low)));
          spread.high().ifPresent(high -> node.put("p50High", seconds(high)));
          p95(name).ifPresent(value -> node.put("p95", seconds(value)));
          node.put("max", seconds(spread.most()));
        });
    return node;
  }

  /// For people.
  String words(String name) {
    return spread(name)
        .map(spread ->
            spread.words("s")
                + p95(name)
                    .map(value -> ", p95 " + seconds(value))
                    .orElse(", no p95 below " + ENOUGH + " rounds"))
        .orElse("not taken");
  }

  /// Of what it is, in words.
  String about() {
    return drill
        + ": "
        + runs.size()
        + (runs.size() == 1 ? " run" : " runs")
        + (models().isEmpty() ? "" : " of " + models().stream().collect(Collectors.joining(", ")))
        + simulated().map(each -> each ? ", SIMULATED" : "").orElse(runs.isEmpty() ? "" : ", mixed")
        + "; came to a good payload: "
        + served().words();
  }

  private static double seconds(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static double share(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
