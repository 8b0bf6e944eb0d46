package simwright.rollout;

import java.util.Locale;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/// How often something held of how many times it could: it never stands in words without its n and
/// its 95 % interval (Wilson's score interval, which Brown, Cai and DasGupta 2001 recommend for
/// small n).
public record Rate(long hits, long n) {
  private static final double ERROR_RATE = 0.05;
  private static final double ONE_SIDED = 2 * ERROR_RATE;

  /// Hits are 0 to n.
  public Rate {
    if (hits < 0 || hits > n) {
      throw new IllegalArgumentException(hits + " of " + n);
    }
  }

  /// Nothing was counted.
  public boolean empty() {
    return n == 0;
  }

  /// The lower end of the interval, 0 to 1.
  public double least() {
    return empty() ? 0 : wilson().getLowerBound();
  }

  /// The upper end of the interval, 0 to 1.
  public double most() {
    return empty() ? 1 : wilson().getUpperBound();
  }

  /// The share itself, 0 to 1, for drawing it beside its interval; 0 of nothing.
  public double share() {
    return empty() ? 0 : (double) hits / n;
  }

  /// What is proven of it with 95 % confidence: the exact one-sided lower bound (Clopper and
  /// Pearson), 0 to 1.
  public double proven() {
    return hits == 0 ? 0 : proven(hits, n);
  }

  /// Both together.
  public Rate plus(Rate other) {
    return new Rate(hits + other.hits, n + other.n);
  }

  /// Whether the intervals of two rates have nothing in common, and this one is the lower.
  public boolean clearlyBelow(Rate other) {
    return !empty() && !other.empty() && most() < other.least();
  }

  /// `19 of n = 20, 95.0 % (95 % interval 76.4 to 99.1 %, Wilson)`.
  public String words() {
    return empty()
        ? "nothing to count (n = 0)"
        : String.format(
            Locale.ROOT,
            "%d of n = %d, %.1f %% (95 %% interval %.1f to %.1f %%, Wilson)",
            hits,
            n,
            100 * share(),
            100 * least(),
            100 * most());
  }

  @Override
  public String toString() {
    return words();
  }

  private Interval wilson() {
    return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
        Math.toIntExact(n), Math.toIntExact(hits), ERROR_RATE);
  }

  static double proven(long hits, long n) {
    return BinomialConfidenceInterval.CLOPPER_PEARSON
        .fromErrorRate(Math.toIntExact(n), Math.toIntExact(hits), ONE_SIDED)
        .getLowerBound();
  }
}
