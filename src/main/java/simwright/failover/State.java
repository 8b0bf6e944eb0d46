package simwright.failover;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /// The one that a text spells.
  public static Optional<State> of(String text) {
    return Stream.of(values()).filter(each -> each.key().equals(text)).findAny();
  }

  /// The other states that one piece of news may lead to, as the machine has it.
  public Set<State> ways() {
    return switch (this) {
      case STEADY -> EnumSet.of(SUSPECT, DECIDED, HELD, FAILED_OVER, NO_WAY);
      case SUSPECT -> EnumSet.of(STEADY, DECIDED, HELD, FAILED_OVER, NO_WAY);
      case DECIDED -> EnumSet.of(STEADY, SUSPECT, SWITCHING, PROVING);
      case SWITCHING -> EnumSet.of(STEADY, SUSPECT, PROVING, FAILED_OVER);
      case PROVING -> EnumSet.of(STEADY, SUSPECT, DECIDED, HELD, FAILED_OVER, NO_WAY);
      case HELD -> EnumSet.of(STEADY, DECIDED, FAILED_OVER, NO_WAY);
      case FAILED_OVER -> EnumSet.of(SUSPECT, DECIDED, HELD, FAILING_BACK, NO_WAY);
      case FAILING_BACK -> EnumSet.of(SUSPECT, SWITCHING, PROVING, FAILED_OVER);
      case NO_WAY -> EnumSet.of(STEADY, DECIDED, HELD, FAILED_OVER);
    };
  }

  /// Whether a profile was chosen and has not yet served.
  public boolean onTheWay() {
    return onTheWay;
  }
}
