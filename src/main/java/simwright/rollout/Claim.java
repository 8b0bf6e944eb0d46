package simwright.rollout;

import java.util.Locale;
import simwright.acceptance.plan.Limit;

/// That a rate is at least so much, 0 to 1: the words are given where the sample proves it with 95
/// % confidence (exact, one-sided), and refused below that.
public record Claim(Rate rate, double share) {
  private static final double NEARLY = 1e-9;
  private static final int MOST_FAILURES = 100_000;

  /// Whether the sample proves it.
  public boolean proven() {
    return !rate.empty() && rate.proven() >= share - NEARLY;
  }

  /// The smallest n that proves it with so many failures.
  public static long smallest(double share, long failures) {
    if (share <= 0 || share >= 1 || failures < 0 || failures > MOST_FAILURES) {
      throw new IllegalArgumentException(share + " with " + failures);
    }
    long low = failures + 1;
    long high = low;
    while (Rate.proven(high - failures, high) < share - NEARLY) {
      low = high + 1;
      high *= 2;
    }
    while (low < high) {
      long middle = (low + high) / 2;
      if (Rate.proven(middle - failures, middle) < share - NEARLY) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The claim with what proves it; where it is not proven, what is, and what it would take.
  public String words() {
    long failures = rate.n() - rate.hits();
    return proven()
        ? String.format(
            Locale.ROOT,
            "at least %s %% (proven: %.1f %% or more with 95 %% confidence, exact; %s)",
            percent(),
            100 * rate.proven(),
            rate.words())
        : String.format(
            Locale.ROOT,
            "not proven for %s %%: %s; proven is %.1f %% or more; with %d failures it takes n = %d",
            percent(),
            rate.words(),
            100 * rate.proven(),
            failures,
            smallest(share, Math.min(failures, MOST_FAILURES)));
  }

  private String percent() {
    return Limit.number(Math.round(share * 1000) / 10.0);
  }
}
