package simwright.bench;

import java.util.Locale;

/// One measured figure and its limit. Where there is no limit the figure is only reported.
public record Figure(String name, double value, String unit, Limit limit, double bound) {
  /// Which side of the bound is good.
  public enum Limit {
    AT_LEAST,
    AT_MOST,
    NONE
  }

  /// A figure with its goal.
  public static Figure atLeast(double bound, String name, double value, String unit) {
    return new Figure(name, value, unit, Limit.AT_LEAST, bound);
  }

  /// A figure with its goal.
  public static Figure atMost(double bound, String name, double value, String unit) {
    return new Figure(name, value, unit, Limit.AT_MOST, bound);
  }

  /// A figure with its goal.
  public static Figure reported(String name, double value, String unit) {
    return new Figure(name, value, unit, Limit.NONE, 0);
  }

  /// Whether the goal is met.
  public boolean reached() {
    return switch (limit) {
      case AT_LEAST -> value >= bound;
      case AT_MOST -> value <= bound;
      case NONE -> true;
    };
  }

  @Override
  public String toString() {
    String goal =
        switch (limit) {
          case AT_LEAST -> String.format(Locale.ROOT, "at least %.4g", bound);
          case AT_MOST -> String.format(Locale.ROOT, "at most %.4g", bound);
          case NONE -> "reported";
        };
    return String.format(
        Locale.ROOT,
        "%-6s %-60s %12.4g %-8s %s",
        reached() ? "" : "MISSED",
        name,
        value,
        unit,
        goal);
  }
}
