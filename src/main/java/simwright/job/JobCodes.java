package simwright.job;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class JobCodes {
  /// Something in the program itself broke; the log has the particulars.
  public static final FaultCode DEFECT = new FaultCode("job", "defect");

  /// The device is not in the set, or not connected.
  public static final FaultCode NO_DEVICE = new FaultCode("job", "no-device");

  /// A file for a person could not be written.
  public static final FaultCode UNWRITABLE = new FaultCode("job", "unwritable");

  /// No server was named for an act that needs one.
  public static final FaultCode NO_SERVER = new FaultCode("job", "no-server");

  /// A file that a person named cannot be read, or is not as it must be.
  public static final FaultCode UNREADABLE = new FaultCode("job", "unreadable");

  /// What is to be scheduled is a plan, and no drill.
  public static final FaultCode NO_DRILL = new FaultCode("job", "no-drill");

  /// The log holds no decision about profiles that is meant.
  public static final FaultCode NO_DECISION = new FaultCode("failover", "no-decision");

  private JobCodes() {}
}
