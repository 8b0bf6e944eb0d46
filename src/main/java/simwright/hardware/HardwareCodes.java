package simwright.hardware;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class HardwareCodes {
  /// A hardware profile is not as the schema says; the others go on working.
  public static final FaultCode BROKEN_PROFILE = new FaultCode("hardware", "broken-profile");

  /// The folder of a person's own hardware profiles cannot be read; the shipped ones go on working.
  public static final FaultCode UNREADABLE_FOLDER = new FaultCode("hardware", "unreadable-folder");

  private HardwareCodes() {}
}
