package simwright.at.command;

/// What +CPIN? tells about the card (3GPP TS 27.007 clause 8.3).
public enum SimState {
  /// Ready; no code is asked.
  READY,
  /// The PIN is asked.
  PIN,
  /// The PIN is blocked; the PUK is asked.
  PUK,
  /// Another code is asked: PIN2, PUK2 or a personalisation lock.
  OTHER_LOCK,
  /// There is no card.
  ABSENT,
  /// The card is starting or busy.
  BUSY,
  /// The card has failed or was refused.
  FAILED,
  /// An eUICC without an enabled profile.
  NO_PROFILE
}
