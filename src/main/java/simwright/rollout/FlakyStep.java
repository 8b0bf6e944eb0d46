package simwright.rollout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How steadily a step of a plan ends, from all its tries in all runs: how often it failed, how
/// often it ended otherwise than the time before (flips) of the times it could have, what of that
/// each split shows, and which split explains it best.
public record FlakyStep(
    String plan,
    String step,
    boolean simulated,
    Rate failed,
    Rate flips,
    List<Split> splits,
    Optional<Split> best) {
  /// So many flips make a step flaky: one may be a change that stays.
  public static final long FLIPS = 2;

  /// Whether it ends now so and now so.
  public boolean flaky() {
    return flips.hits() >= FLIPS;
  }

  /// How many of all steps are flaky, in words, those on simulated devices by themselves.
  public static List<String> share(List<FlakyStep> table) {
    return rates(table).entrySet().stream()
        .map(each ->
            "Flaky steps" + (each.getKey() ? ", SIMULATED: " : ": ") + each.getValue().words())
        .toList();
  }

  /// The same as rates, by whether they are of simulated devices; of nothing where there is none.
  public static Map<Boolean, Rate> rates(List<FlakyStep> table) {
    Map<Boolean, Rate> all = new TreeMap<>();
    Stream.of(false, true)
        .filter(simulated ->
            !simulated && table.isEmpty()
                || table.stream().anyMatch(step -> step.simulated() == simulated))
        .forEach(simulated ->
            all.put(
                simulated,
                rate(table.stream().filter(step -> step.simulated() == simulated).toList())));
    return all;
  }

  private static Rate rate(List<FlakyStep> steps) {
    return new Rate(steps.stream().filter(FlakyStep::flaky).count(), steps.size());
  }

  /// In a sentence.
  public String words() {
    if (!flaky()) {
      return "steady: failed " + failed.words();
    }
    return "flaky: flips "
        + flips.words()
        + "; failed "
        + failed.words()
        + best.map(split -> "; best explained by " + split.words())
            .orElse("; no split explains it");
  }
}
