package simwright.outlet;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class OutletCodes {
  /// What was given is no address alarms can be sent to, or there is none of that name.
  public static final FaultCode ADDRESS = new FaultCode("outlet", "address");

  /// The receiver did not take an alarm.
  public static final FaultCode NOT_TAKEN = new FaultCode("outlet", "not-taken");

  private OutletCodes() {}
}
