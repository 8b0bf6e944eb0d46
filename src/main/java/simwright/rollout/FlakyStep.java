package simwright.rollout;

import java.util.List;
import java.util.Optional;
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

  /// How many of all steps are flaky, those on simulated devices by themselves.
  public static List<String> share(List<FlakyStep> table) {
    return Stream.of(false, true)
        .filter(simulated ->
            !simulated && table.isEmpty()
                || table.stream().anyMatch(step -> step.simulated() == simulated))
        .map(simulated ->
            "Flaky steps"
                + (simulated ? ", SIMULATED: " : ": ")
                + rate(table.stream().filter(step -> step.simulated() == simulated).toList())
                    .words())
        .toList();
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
