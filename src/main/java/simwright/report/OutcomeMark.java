package simwright.report;

import simwright.acceptance.plan.Outcome;

/// How an outcome is told without words: a colour, and a shape for those who see none.
public final class OutcomeMark {
  private OutcomeMark() {}

  /// The style class.
  static String colour(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "pass";
      case MARGINAL -> "marginal";
      case FAIL, TIMEOUT -> "fail";
      case SKIPPED, NOT_STARTED, INCONCLUSIVE -> "idle";
      case STOPPED, ABORTED, ERROR, INTERRUPTED -> "error";
    };
  }

  /// The sign.
  public static String shape(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "●";
      case MARGINAL -> "◆";
      case FAIL, TIMEOUT -> "▲";
      case SKIPPED, NOT_STARTED, INCONCLUSIVE -> "◌";
      case STOPPED, ABORTED, ERROR, INTERRUPTED -> "✕";
    };
  }
}
