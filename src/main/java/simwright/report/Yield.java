package simwright.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import simwright.acceptance.Run;
import simwright.acceptance.plan.Outcome;

/// How many runs passed of those that judged their device: what a bench error, a person or a rule
/// ended, and what is inconclusive, says nothing about a device and is not counted.
record Yield(int passed, int judged) {
  private static final double ERROR_RATE = 0.05;

  /// If nothing had been tried again.
  static Yield first(List<Run> runs) {
    return of(runs, Run::firstOutcome);
  }

  /// With the last tries.
  static Yield last(List<Run> runs) {
    return of(runs, Run::outcome);
  }

  private static Yield of(List<Run> runs, Function<Run, Outcome> outcome) {
    List<Outcome> judged = runs.stream().map(outcome).filter(Yield::judges).toList();
    return new Yield((int) judged.stream().filter(Outcome::fine).count(), judged.size());
  }

  private static boolean judges(Outcome outcome) {
    return switch (outcome) {
      case PASS, MARGINAL, FAIL, TIMEOUT -> true;
      case INCONCLUSIVE, ERROR, ABORTED, STOPPED, SKIPPED, INTERRUPTED, NOT_STARTED -> false;
    };
  }

  /// The rate never stands without its n and its 95 % interval (Wilson's score interval).
  String words() {
    if (judged == 0) {
      return "no run judged its device";
    }
    Interval range =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(judged, passed, ERROR_RATE);
    return String.format(
        Locale.ROOT,
        "%d of n = %d, %.1f %% (95 %% interval %.1f to %.1f %%, Wilson)",
        passed,
        judged,
        100.0 * passed / judged,
        100 * range.getLowerBound(),
        100 * range.getUpperBound());
  }
}
