package simwright.failover;

import java.util.Locale;

/// Where the machine stands with a device.
public enum State {
  /// The best profile the policy has for here is in use and serves.
  STEADY("in use and well", false),
  /// There is trouble, not long enough to act.
  SUSPECT("trouble is watched", false),
  /// A switch was decided and has not begun.
  DECIDED("a switch is decided", true),
  /// A switch is under way.
  SWITCHING("the profile is being switched", true),
  /// The new profile is in use and has to show that it serves.
  PROVING("the new profile has to prove itself", true),
  /// A switch is wanted and kept back.
  HELD("a switch is held back", false),
  /// A lesser profile is in use and serves.
  FAILED_OVER("a lesser profile serves", false),
  /// The way back to a better profile was decided and has not begun.
  FAILING_BACK("the way back is decided", true),
  /// A switch is needed, and no profile may be used.
  NO_WAY("no profile is left to use", false);

  private final String words;
  private final boolean onTheWay;

  State(String words, boolean onTheWay) {
    this.words = words;
    this.onTheWay = onTheWay;
  }

  /// As records spell it.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// For people.
  public String words() {
    return words;
  }

  /// Whether a profile was chosen and has not yet served.
  public boolean onTheWay() {
    return onTheWay;
  }
}
