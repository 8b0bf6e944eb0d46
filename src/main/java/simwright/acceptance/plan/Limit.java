package simwright.acceptance.plan;

import java.math.BigDecimal;
import java.util.Optional;

/// What a measurement may be: its name, unit, bounds, and how near a bound is marginal. Declared
/// before anything is measured.
public record Limit(
    String name, String unit, Optional<Double> least, Optional<Double> most, double marginal) {
  /// A measurement that has no bounds.
  public static Limit none(String name, String unit) {
    return new Limit(name, unit, Optional.empty(), Optional.empty(), 0);
  }

  /// Whether there are bounds.
  public boolean bounded() {
    return least.isPresent() || most.isPresent();
  }

  /// Whether a value lies within its bounds.
  public boolean holds(double value) {
    return least.map(l -> value >= l).orElse(true) && most.map(m -> value <= m).orElse(true);
  }

  /// Judges a value; no value, or one that is no number, is inconclusive.
  public Outcome judge(Optional<Double> value) {
    if (value.isEmpty() || value.get().isNaN()) {
      return Outcome.INCONCLUSIVE;
    }
    double v = value.get();
    boolean near =
        least.map(l -> v < l + marginal).orElse(false)
            || most.map(m -> v > m - marginal).orElse(false);
    return !holds(v) ? Outcome.FAIL : near ? Outcome.MARGINAL : Outcome.PASS;
  }

  /// The bounds as a person reads them.
  public String words() {
    if (least.isEmpty() && most.isEmpty()) {
      return "no limit, " + unit;
    }
    return least.map(l -> "≥ " + number(l) + " ").orElse("")
        + most.map(m -> "≤ " + number(m) + " ").orElse("")
        + unit;
  }

  /// A number without needless digits: `60`, `-115`, `0.42`.
  public static String number(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
