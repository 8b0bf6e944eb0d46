package simwright.acceptance;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class AcceptanceCodes {
  /// There is no plan of this name.
  public static final FaultCode NO_PLAN = new FaultCode("acceptance", "no-plan");

  /// A plan is not as the schema says.
  public static final FaultCode BROKEN_PLAN = new FaultCode("acceptance", "broken-plan");

  /// The device did not get there within the step's time.
  public static final FaultCode TOO_LATE = new FaultCode("acceptance", "too-late");

  private AcceptanceCodes() {}
}
