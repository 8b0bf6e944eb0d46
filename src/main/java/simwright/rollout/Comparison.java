package simwright.rollout;

import java.util.List;
import java.util.Optional;
import simwright.acceptance.plan.Limit;

/// Runs side by side, in columns of one run each or of all that share a device or a firmware: what
/// each step came to and what each measurement was, with the difference to the first column.
public record Comparison(List<Column> columns, List<StepRow> steps, List<ValueRow> values) {
  /// A column: what it is called, how many runs are in it, and whether their devices are simulated.
  public record Column(String name, long runs, boolean simulated) {}

  /// A step: how often its first try passed of the times it judged, in each column.
  public record StepRow(String plan, String step, List<Rate> passed, List<Difference> differs) {}

  /// A measurement: what it was in each column, empty where it was not taken.
  public record ValueRow(Measurement measurement, List<Cell> cells, List<Difference> differs) {
    /// How much the median of a column is above that of the first one; empty where either is not
    /// there.
    public Optional<Double> above(int column) {
      return cells
          .getFirst()
          .spread()
          .flatMap(first ->
              cells.get(column).spread().map(other -> rounded(other.median() - first.median())));
    }
  }

  /// What a measurement was in a column, and the limits in force there, in the order they came.
  public record Cell(Optional<Spread> spread, List<Limit> limits) {}

  /// How a column differs from the first one.
  public enum Difference {
    /// It is the first one.
    FIRST,
    /// It is not there in one of them.
    MISSING,
    /// Too few values to tell a difference from chance.
    TOO_FEW,
    /// No difference beyond chance.
    NONE,
    /// Clearly better: the 95 % intervals have nothing in common.
    BETTER,
    /// Clearly worse.
    WORSE,
    /// Clearly another one; the limits do not say which is better.
    OTHER
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
