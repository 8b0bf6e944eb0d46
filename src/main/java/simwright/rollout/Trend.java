package simwright.rollout;

import java.time.Instant;
import java.util.List;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;

/// The values of one measurement over time, oldest first, of all runs that share one value of what
/// they were split by (`split`, "" where they were not), and what they look like together.
public record Trend(
    Measurement measurement, String split, boolean simulated, List<Point> points, Spread spread) {
  /// A value: when its run began, what it was, by which limit it was judged and how, in which run,
  /// on which device with which firmware.
  public record Point(
      Instant at,
      double value,
      Limit limit,
      Outcome outcome,
      String run,
      String device,
      String firmware) {}
}
