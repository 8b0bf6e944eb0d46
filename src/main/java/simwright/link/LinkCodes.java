package simwright.link;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class LinkCodes {
  /// The port is held by another program.
  public static final FaultCode BUSY = new FaultCode("link", "busy");

  /// The operating system refuses the port to this user.
  public static final FaultCode FORBIDDEN = new FaultCode("link", "forbidden");

  /// There is no such port.
  public static final FaultCode ABSENT = new FaultCode("link", "absent");

  /// The far end hung up: the cable was pulled or the device vanished.
  public static final FaultCode GONE = new FaultCode("link", "gone");

  /// It is a file or a folder, not a port.
  public static final FaultCode NO_PORT = new FaultCode("link", "no-port");

  /// The port could not be opened for another reason.
  public static final FaultCode UNOPENABLE = new FaultCode("link", "unopenable");

  /// The device takes no bytes any more.
  public static final FaultCode WRITE_TIMEOUT = new FaultCode("link", "write-timeout");

  /// The reading thread broke on a defect of ours.
  public static final FaultCode BROKEN = new FaultCode("link", "broken");

  /// The link was closed by us.
  public static final FaultCode CLOSED = new FaultCode("link", "closed");

  /// No transport serves this scheme.
  public static final FaultCode UNSUPPORTED = new FaultCode("link", "unsupported");

  /// The port must never be opened: download mode, positioning or diagnostics.
  public static final FaultCode NEVER_OPEN = new FaultCode("link", "never-open");

  /// A replayed transcript expected something else.
  public static final FaultCode REPLAY_MISMATCH = new FaultCode("link", "replay-mismatch");

  /// No card is in the reader.
  public static final FaultCode NO_CARD = new FaultCode("link", "no-card");

  /// The card or its reader was pulled while it was used.
  public static final FaultCode CARD_GONE = new FaultCode("link", "card-gone");

  /// Another program reset the card, so that what was selected is not any more.
  public static final FaultCode CARD_RESET = new FaultCode("link", "card-reset");

  /// The card does not answer when it is powered, or not as the reader can speak.
  public static final FaultCode CARD_MUTE = new FaultCode("link", "card-mute");

  /// Reader or card did not come back in time.
  public static final FaultCode CARD_TIMEOUT = new FaultCode("link", "card-timeout");

  /// The reader failed with an error of its own.
  public static final FaultCode READER_ERROR = new FaultCode("link", "reader-error");

  /// The system's card service does not run.
  public static final FaultCode READER_SERVICE = new FaultCode("link", "reader-service");

  /// The system's card service was stopped or restarted after this program had met it.
  public static final FaultCode SERVICE_LOST = new FaultCode("link", "reader-service-lost");

  /// A command on a device's shell did not end in time.
  public static final FaultCode COMMAND_TIMEOUT = new FaultCode("link", "command-timeout");

  /// The device is tested by hand: there is nothing to open.
  public static final FaultCode BY_HAND = new FaultCode("link", "by-hand");

  /// What was typed is no name for a device that is tested by hand.
  public static final FaultCode HAND_NAME = new FaultCode("link", "hand-name");

  private LinkCodes() {}
}
