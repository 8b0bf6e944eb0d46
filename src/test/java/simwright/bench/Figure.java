package simwright.bench;

import java.util.Locale;

/// One measured figure and its limit. Where there is no limit the figure is only reported.
record Figure(String name, double value, String unit, Limit limit, double bound) {
  /// Which side of the bound is good.
  enum Limit {
    AT_LEAST,
    AT_MOST,
    NONE
  }

  static Figure atLeast(double bound, String name, double value, String unit) {
    return new Figure(name, value, unit, Limit.AT_LEAST, bound);
  }

  static Figure atMost(double bound, String name, double value, String unit) {
    return new Figure(name, value, unit, Limit.AT_MOST, bound);
  }

  static Figure reported(String name, double value, String unit) {
    return new Figure(name, value, unit, Limit.NONE, 0);
  }

  boolean reached() {
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
