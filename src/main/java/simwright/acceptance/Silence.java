package simwright.acceptance;

import java.util.Set;
import simwright.acceptance.plan.Outcome;
import simwright.fault.FaultCode;

/// Whose time ran out. A device that had answered over a link that still stands, and answers no
/// more, is out of time; where the link itself failed, or nobody had ever answered over it, the
/// bench failed.
public final class Silence {
  /// The modem's or handset's answer did not come, it started anew before it, or an earlier one is
  /// still awaited.
  private static final Set<String> DEVICE =
      Set.of("at/timeout", "at/mute", "at/restarted", "at/occupied", "link/command-timeout");

  /// The card's answer did not come; a reader's link is ended by that.
  private static final Set<String> CARD = Set.of("link/card-timeout");

  /// The step's own time is over.
  private static final Set<String> STEP = Set.of("acceptance/too-late", "apdu/late");

  private Silence() {}

  /// Whether the code says that something did not come in time, which is no refusal.
  public static boolean is(FaultCode code) {
    String text = code.toString();
    return DEVICE.contains(text) || CARD.contains(text) || STEP.contains(text);
  }

  /// What a fault ends a step as; `stands` says that the link to the device is open, `over` that
  /// the step's time has passed.
  static Outcome ends(FaultCode code, boolean stands, boolean over) {
    String text = code.toString();
    boolean timeout =
        CARD.contains(text)
            || stands && DEVICE.contains(text)
            || stands && over && STEP.contains(text);
    return timeout ? Outcome.TIMEOUT : Outcome.ERROR;
  }
}
