package simwright.ui.result;

import simwright.acceptance.plan.Outcome;
import simwright.rollout.Comparison.Difference;
import simwright.ui.fx.Text;
import simwright.ui.part.State;

/// How what the log says stands on the screen.
public final class Verdict {
  private Verdict() {}

  /// An outcome as its shape and colour.
  public static State of(Outcome outcome) {
    return switch (outcome) {
      case PASS -> State.PASS;
      case MARGINAL -> State.MARGINAL;
      case FAIL, TIMEOUT -> State.FAIL;
      case SKIPPED, NOT_STARTED, INCONCLUSIVE -> State.IDLE;
      case STOPPED, ABORTED, ERROR, INTERRUPTED -> State.ERROR;
    };
  }

  /// A difference as its shape and colour.
  static State of(Difference difference) {
    return switch (difference) {
      case BETTER -> State.PASS;
      case WORSE -> State.FAIL;
      case OTHER -> State.MARGINAL;
      case FIRST, MISSING, TOO_FEW, NONE -> State.IDLE;
    };
  }

  /// A difference in words.
  static String words(Difference difference) {
    return switch (difference) {
      case FIRST -> Text.of("compare.first");
      case MISSING -> Text.of("compare.missing");
      case TOO_FEW -> Text.of("compare.few");
      case NONE -> Text.of("compare.none");
      case BETTER -> Text.of("compare.better");
      case WORSE -> Text.of("compare.worse");
      case OTHER -> Text.of("compare.other");
    };
  }

  /// With the word that no result of a simulated device goes without.
  public static String named(String name, boolean simulated) {
    return simulated ? Text.format("result.simulated", name) : name;
  }
}
