package simwright.acceptance;

import simwright.acceptance.plan.LimitSet;
import simwright.acceptance.plan.Plan;

/// By what a run is judged: the plan and the limits, each with the SHA-256 of its file ("" where it
/// is not known).
public record Judged(
    String plan, String planSha256, String limits, String version, String limitsSha256) {
  /// By a plan with its limits.
  public static Judged by(Plan plan) {
    return new Judged(plan.name(), plan.sha256(), "", "", "").under(plan.limits());
  }

  /// By a plan of which only the name is known.
  public static Judged by(String plan) {
    return new Judged(plan, "", "", "", "");
  }

  /// The same plan under other limits.
  public Judged under(LimitSet set) {
    return new Judged(plan, planSha256, set.name(), set.version(), set.sha256());
  }

  /// The limits as a person reads them.
  public String limitWords() {
    return limits.isEmpty() ? "no limits" : limits + " " + version;
  }
}
