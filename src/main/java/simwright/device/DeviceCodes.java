package simwright.device;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class DeviceCodes {
  /// The modem is not registered and gave no cause.
  public static final FaultCode NOT_REGISTERED = new FaultCode("device", "not-registered");

  /// The radio is switched off by +CFUN.
  public static final FaultCode RADIO_OFF = new FaultCode("device", "radio-off");

  /// No packet data context is active.
  public static final FaultCode NO_CONTEXT = new FaultCode("device", "no-context");

  /// A packet data context is active and has no address.
  public static final FaultCode NO_ADDRESS = new FaultCode("device", "no-address");

  /// A ping was sent and nothing came back.
  public static final FaultCode NO_PING = new FaultCode("device", "no-ping");

  /// The modem could not resolve a name.
  public static final FaultCode NO_NAME = new FaultCode("device", "no-name");

  /// The eUICC has no enabled profile.
  public static final FaultCode NO_PROFILE = new FaultCode("device", "no-profile");

  /// Nothing on the port answers AT commands.
  public static final FaultCode NO_ANSWER = new FaultCode("device", "no-answer");

  /// The device is not connected.
  public static final FaultCode NOT_CONNECTED = new FaultCode("device", "not-connected");

  /// The device is unknown.
  public static final FaultCode UNKNOWN = new FaultCode("device", "unknown");

  /// A port nobody knows is not opened unless a person asks.
  public static final FaultCode NOT_PROBED = new FaultCode("device", "not-probed");

  /// Another act is on the device and does not end.
  public static final FaultCode OCCUPIED = new FaultCode("device", "occupied");

  /// The port was given to another program and has not been taken back.
  public static final FaultCode RELEASED = new FaultCode("device", "released");

  /// Another device answers at this device's place.
  public static final FaultCode OTHER_DEVICE = new FaultCode("device", "other-device");

  /// The device is one that was seen at another place.
  public static final FaultCode KNOWN_DEVICE = new FaultCode("device", "known-device");

  /// A device that came back does not tell its IMEI, so that it may be another one.
  public static final FaultCode UNCONFIRMED = new FaultCode("device", "unconfirmed");

  /// It is a card reader, where nothing answers AT commands.
  public static final FaultCode NO_MODEM = new FaultCode("device", "no-modem");

  /// The card is no eUICC.
  public static final FaultCode PLAIN_CARD = new FaultCode("device", "plain-card");

  /// The card's profiles are managed by a distant SM-SR alone.
  public static final FaultCode REMOTE_CARD = new FaultCode("device", "remote-card");

  /// The modem's own assistant holds the ISD-R of its eUICC.
  public static final FaultCode KEPT_CARD = new FaultCode("device", "kept-card");

  /// The device is attached by a port, and there while that is.
  public static final FaultCode ATTACHED = new FaultCode("device", "attached");

  private DeviceCodes() {}
}
