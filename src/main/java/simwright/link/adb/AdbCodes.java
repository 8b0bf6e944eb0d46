package simwright.link.adb;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class AdbCodes {
  /// No adb server listens.
  public static final FaultCode NO_SERVER = new FaultCode("adb", "no-server");

  /// The handset has not allowed this computer.
  public static final FaultCode UNAUTHORISED = new FaultCode("adb", "unauthorised");

  /// The handset is listed and does not talk.
  public static final FaultCode OFFLINE = new FaultCode("adb", "offline");

  /// No handset of this serial number is listed.
  public static final FaultCode NO_DEVICE = new FaultCode("adb", "no-device");

  /// The operating system does not let the adb server open the handset's USB port.
  public static final FaultCode USB_FORBIDDEN = new FaultCode("adb", "usb-forbidden");

  /// The adb server or the handset refused a service for another reason.
  public static final FaultCode REFUSED = new FaultCode("adb", "refused");

  /// What listens does not speak as an adb server does.
  public static final FaultCode UNREAD = new FaultCode("adb", "unread");

  private AdbCodes() {}
}
