package simwright.device;

/// Who may manage the profiles of a card.
public enum CardKind {
  /// Nobody: a USIM, without an eUICC's security domains.
  PLAIN("A plain USIM, no eUICC"),
  /// A distant SM-SR alone (GSMA SGP.02): it has an EID and takes no orders from here.
  SGP_02("An eUICC that a distant SM-SR manages (SGP.02)"),
  /// An assistant such as this one (GSMA SGP.22).
  SGP_22("An eUICC for consumer devices (SGP.22)"),
  /// An eIM, through an assistant (GSMA SGP.32).
  SGP_32("An eUICC that an eIM manages (SGP.32)"),
  /// The modem: its own assistant holds the ISD-R.
  KEPT("An eUICC that the modem's own assistant keeps to itself");

  private final String words;

  CardKind(String words) {
    this.words = words;
  }

  /// For people.
  public String words() {
    return words;
  }
}
