package simwright.acceptance.plan;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class PlanCodes {
  /// There is no plan of this name.
  public static final FaultCode NO_PLAN = new FaultCode("acceptance", "no-plan");

  /// A plan, or a set of limits, is not as its schema says.
  public static final FaultCode BROKEN_PLAN = new FaultCode("acceptance", "broken-plan");

  private PlanCodes() {}
}
