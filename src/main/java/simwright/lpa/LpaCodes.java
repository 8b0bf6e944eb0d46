package simwright.lpa;

import simwright.fault.FaultCode;

/// Why a provisioning stops, beside what card and server say themselves.
public final class LpaCodes {
  /// No root is trusted both here and by the card.
  public static final FaultCode NO_COMMON_ROOT = new FaultCode("lpa", "no-common-root");

  /// The server signed something else than this session's.
  public static final FaultCode SERVER_SESSION = new FaultCode("lpa", "server-session");

  /// The package carries other metadata than what was shown before.
  public static final FaultCode METADATA = new FaultCode("lpa", "metadata");

  /// The person said no.
  public static final FaultCode REFUSED = new FaultCode("lpa", "refused");

  /// The person wants to decide later, or nobody answered.
  public static final FaultCode POSTPONED = new FaultCode("lpa", "postponed");

  /// A confirmation code is asked for, and there is none.
  public static final FaultCode CODE_NEEDED = new FaultCode("lpa", "code-needed");

  /// The code may be the last that the order takes, and nobody said that it is to be sent.
  public static final FaultCode LAST_CODE = new FaultCode("lpa", "last-code");

  /// The card has no such profile.
  public static final FaultCode NO_PROFILE = new FaultCode("lpa", "no-profile");

  /// The card or the modem tells another ICCID than the one that was enabled.
  public static final FaultCode NOT_SWITCHED = new FaultCode("lpa", "not-switched");

  /// What cannot be undone was not confirmed.
  public static final FaultCode UNCONFIRMED = new FaultCode("lpa", "unconfirmed");

  /// The card has no notification of this number.
  public static final FaultCode NO_NOTIFICATION = new FaultCode("lpa", "no-notification");

  /// An earlier notification of the same profile stays, and the server hears of them in order.
  public static final FaultCode EARLIER_FIRST = new FaultCode("lpa", "earlier-first");

  /// The profile that the server offers is on the card already.
  public static final FaultCode ALREADY_THERE = new FaultCode("lpa", "already-there");

  /// Nobody agreed to enable a profile that will roam.
  public static final FaultCode ROAMING_REFUSED = new FaultCode("lpa", "roaming-refused");

  /// The modem could not reach the card any more, as no profile would be enabled.
  public static final FaultCode HIDES_CARD = new FaultCode("lpa", "hides-card");

  /// Radio and card of the modem are switched off.
  public static final FaultCode RADIO_OFF = new FaultCode("lpa", "radio-off");

  /// The card was switched as often as the limit allows.
  public static final FaultCode TOO_MANY_SWITCHES = new FaultCode("lpa", "too-many-switches");

  /// The card names no default server.
  public static final FaultCode NO_DEFAULT_SERVER = new FaultCode("lpa", "no-default-server");

  /// The card's maker stands under a root that is not known here, or not the one asked for.
  public static final FaultCode CARD_ROOT = new FaultCode("lpa", "card-root");

  /// A signature of the card is wrong.
  public static final FaultCode CARD_SIGNATURE = new FaultCode("lpa", "card-signature");

  /// The card signed something else than this session's.
  public static final FaultCode CARD_SESSION = new FaultCode("lpa", "card-session");

  /// The card tells another ICCID than that of the profile which was announced.
  public static final FaultCode OTHER_ICCID = new FaultCode("lpa", "other-iccid");

  /// The card does not allow the policy rules of the profile, or nobody agreed to them.
  public static final FaultCode POLICY = new FaultCode("lpa", "policy");

  /// Nobody answered in time.
  public static final FaultCode NO_ANSWER = new FaultCode("lpa", "no-answer");

  /// The card has too little memory free.
  public static final FaultCode NO_ROOM = new FaultCode("lpa", "no-room");

  /// The card is older than the standard that servers speak.
  public static final FaultCode CARD_VERSION = new FaultCode("lpa", "card-version");

  /// The device's battery is too low for a change of its card, or for another try to reach a
  /// server.
  public static final FaultCode LOW_BATTERY = new FaultCode("lpa", "low-battery");

  /// The server was not reached, and the device's signal is too weak for another try.
  public static final FaultCode NO_SIGNAL = new FaultCode("lpa", "no-signal");

  private LpaCodes() {}
}
