package simwright.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What many values of one measurement look like: how many, the least, the middle one, those that
/// nine of ten and nineteen of twenty do not exceed (nearest rank), and the most.
public record Distribution(List<Double> sorted) {
  /// Of at least one value.
  public static Distribution of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a distribution of nothing");
    }
    return new Distribution(values.stream().sorted().toList());
  }

  /// How many values there are.
  public int count() {
    return sorted.size();
  }

  /// The smallest.
  public double least() {
    return sorted.getFirst();
  }

  /// The largest.
  public double most() {
    return sorted.getLast();
  }

  /// The middle one, or the mean of the middle two.
  public double median() {
    int n = sorted.size();
    double middle = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    return Math.round(middle * 1e6) / 1e6;
  }

  /// The smallest value that `percent` of all do not exceed.
  public double percentile(int percent) {
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return sorted.get(Math.clamp(rank - 1, 0, sorted.size() - 1));
  }

  /// By the names that plans use.
  public Map<String, Double> byName() {
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("count", (double) count());
    all.put("min", least());
    all.put("median", median());
    all.put("p90", percentile(90));
    all.put("p95", percentile(95));
    all.put("max", most());
    return all;
  }
}
