package simwright.device;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class DeviceCodes {
  /// The modem is not registered and gave no cause.
  public static final FaultCode NOT_REGISTERED = new FaultCode("device", "not-registered");

  /// No packet data context is active.
  public static final FaultCode NO_CONTEXT = new FaultCode("device", "no-context");

  /// A packet data context is active and has no address.
  public static final FaultCode NO_ADDRESS = new FaultCode("device", "no-address");

  /// A ping was sent and nothing came back.
  public static final FaultCode NO_PING = new FaultCode("device", "no-ping");

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

  private DeviceCodes() {}
}
