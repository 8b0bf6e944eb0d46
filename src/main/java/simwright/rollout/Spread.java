package simwright.rollout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import simwright.acceptance.plan.Limit;

/// What many values of one measurement look like: how many, the least, the middle one and the most,
/// and between which two of them the true median lies with at least 95 % confidence, whatever their
/// distribution (order statistics; there is no such interval below six values).
public record Spread(
    long n, double least, double median, double most, Optional<Double> low, Optional<Double> high) {
  private static final double TAIL = 0.025;

  /// Of at least one value.
  public static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a spread of nothing");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int n = sorted.length;
    int rank = rank(n);
    Optional<Double> low = rank > 0 ? Optional.of(sorted[rank - 1]) : Optional.empty();
    Optional<Double> high = rank > 0 ? Optional.of(sorted[n - rank]) : Optional.empty();
    double median = sorted[(n - 1) / 2] / 2 + sorted[n / 2] / 2;
    return new Spread(n, sorted[0], Math.round(median * 1e6) / 1e6, sorted[n - 1], low, high);
  }

  /// Which value from each end, counted from 1, is the end of the interval; 0 where there is none.
  static int rank(int n) {
    int rank = BinomialDistribution.of(n, 0.5).inverseCumulativeProbability(TAIL);
    while (rank > 0 && BinomialDistribution.of(n, 0.5).cumulativeProbability(rank - 1) > TAIL) {
      rank--;
    }
    return rank;
  }

  /// Whether the intervals of two medians have nothing in common, and this one is the lower.
  public boolean clearlyBelow(Spread other) {
    return high.isPresent() && other.low.isPresent() && high.get() < other.low.get();
  }

  /// `median -81.5 dBm (95 % interval -84 to -79, n = 12), -90 to -77`.
  public String words(String unit) {
    if (n == 1) {
      return Limit.number(median) + " " + unit + " (n = 1)";
    }
    String interval =
        low.isPresent() && high.isPresent()
            ? "95 % interval " + Limit.number(low.get()) + " to " + Limit.number(high.get())
            : "too few for an interval";
    return "median "
        + Limit.number(median)
        + " "
        + unit
        + " ("
        + interval
        + ", n = "
        + n
        + "), "
        + Limit.number(least)
        + " to "
        + Limit.number(most);
  }
}
