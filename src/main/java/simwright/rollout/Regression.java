package simwright.rollout;

import simwright.journal.Alarm;

/// That a model is worse with a newer firmware: in which step of which plan, by which measurement
/// ("" when the step itself fails), between which versions, whether that is beyond chance (the 95 %
/// intervals have nothing in common), and what was seen of each. One that is not is possible, and
/// no more.
public record Regression(
    String model,
    String plan,
    String step,
    String measurement,
    String before,
    String after,
    boolean simulated,
    boolean sure,
    String seen) {
  private static final String SURE = "regression/";
  private static final String POSSIBLE = "possible-regression/";

  /// What all regressions of a model in a plan begin with, as alarms.
  static String family(String model, String plan, boolean simulated, boolean sure) {
    return (sure ? SURE : POSSIBLE) + (simulated ? "simulated/" : "") + model + "/" + plan + "/";
  }

  /// Whether an alarm tells of one that may still be chance.
  public static boolean possible(Alarm alarm) {
    return alarm.id().startsWith(POSSIBLE);
  }

  /// The id of its alarm: the same for the same trouble of the same rank.
  public String alarm() {
    String what = measurement.isEmpty() ? step : step + "/" + measurement;
    return family(model, plan, simulated, sure) + what + "/" + after;
  }

  /// In a sentence.
  public String words() {
    return (simulated ? "SIMULATED " : "")
        + (sure ? "" : "possible regression, too few runs to tell it from chance: ")
        + model
        + ", "
        + plan
        + ", "
        + step
        + (measurement.isEmpty() ? "" : "/" + measurement)
        + " is worse with firmware "
        + after
        + " than with "
        + before
        + ": "
        + seen;
  }
}
