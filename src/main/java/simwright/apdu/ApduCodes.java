package simwright.apdu;

import simwright.fault.FaultCode;

/// What can go wrong with APDUs beside what a card answers; a card's refusal is `sw/` with its
/// status word.
public final class ApduCodes {
  /// Bytes are no command.
  public static final FaultCode COMMAND = new FaultCode("apdu", "command");

  /// An answer has no status word.
  public static final FaultCode NO_STATUS = new FaultCode("apdu", "no-status");

  /// The card announces more data for ever.
  public static final FaultCode ENDLESS = new FaultCode("apdu", "endless");

  /// The time was over before the command was sent.
  public static final FaultCode LATE = new FaultCode("apdu", "late");

  /// The card opens no logical channel.
  public static final FaultCode NO_CHANNEL = new FaultCode("apdu", "no-channel");

  /// The card has none of the applications that were looked for.
  public static final FaultCode NO_APPLICATION = new FaultCode("apdu", "no-application");

  private ApduCodes() {}
}
