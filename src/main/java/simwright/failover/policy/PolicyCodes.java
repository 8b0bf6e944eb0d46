package simwright.failover.policy;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class PolicyCodes {
  /// There is no policy of this name.
  public static final FaultCode NO_POLICY = new FaultCode("failover", "no-policy");

  /// A policy is not as its schema says.
  public static final FaultCode BROKEN_POLICY = new FaultCode("failover", "broken-policy");

  private PolicyCodes() {}
}
