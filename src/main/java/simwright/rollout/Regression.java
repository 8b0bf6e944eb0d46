package simwright.rollout;

/// That a model is worse with a newer firmware: in which step of which plan, by which measurement
/// ("" when the step itself fails), between which versions, and what was seen of each.
public record Regression(
    String model,
    String plan,
    String step,
    String measurement,
    String before,
    String after,
    boolean simulated,
    String seen) {
  /// What all regressions of a model in a plan begin with, as alarms.
  static String family(String model, String plan, boolean simulated) {
    return "regression/" + (simulated ? "simulated/" : "") + model + "/" + plan + "/";
  }

  /// The id of its alarm: the same for the same trouble.
  public String alarm() {
    String what = measurement.isEmpty() ? step : step + "/" + measurement;
    return family(model, plan, simulated) + what + "/" + after;
  }

  /// In a sentence.
  public String words() {
    return (simulated ? "SIMULATED " : "")
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
