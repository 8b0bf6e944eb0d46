package simwright.at;

import simwright.fault.FaultCode;

/// The codes of this package. A modem's own `+CME ERROR` and `+CMS ERROR` have the layers `cme` and
/// `cms`.
public final class AtCodes {
  /// No final result came by the deadline.
  public static final FaultCode TIMEOUT = new FaultCode("at", "timeout");

  /// The modem said that it has started, where the answer to a command was awaited.
  public static final FaultCode RESTARTED = new FaultCode("at", "restarted");

  /// Nothing answers AT commands, also after trying to get back in step.
  public static final FaultCode MUTE = new FaultCode("at", "mute");

  /// The command is never sent: it would change an IMEI or make the device vanish.
  public static final FaultCode NEVER_SEND = new FaultCode("at", "never-send");

  /// The command is sent only after a typed confirmation.
  public static final FaultCode CONFIRM_FIRST = new FaultCode("at", "confirm-first");

  /// The modem answered ERROR without a number.
  public static final FaultCode ERROR = new FaultCode("at", "error");

  /// The modem does not know the command.
  public static final FaultCode NOT_SUPPORTED = new FaultCode("at", "not-supported");

  /// The answer has a shape nobody has seen.
  public static final FaultCode UNPARSED = new FaultCode("at", "unparsed");

  /// The port was busy with another command until the deadline.
  public static final FaultCode OCCUPIED = new FaultCode("at", "occupied");

  /// The call ended or was never there.
  public static final FaultCode NO_CARRIER = new FaultCode("at", "no-carrier");

  /// The command line holds characters that cannot be sent.
  public static final FaultCode MALFORMED = new FaultCode("at", "malformed");

  /// The card has none of the applications that were asked for, or the modem keeps it to itself.
  public static final FaultCode NO_APPLICATION = new FaultCode("at", "no-application");

  private AtCodes() {}
}
