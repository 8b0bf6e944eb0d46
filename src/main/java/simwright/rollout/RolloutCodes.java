package simwright.rollout;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class RolloutCodes {
  /// A registry of devices from elsewhere cannot be taken in as it stands.
  public static final FaultCode BROKEN_REGISTRY = new FaultCode("rollout", "broken-registry");

  private RolloutCodes() {}
}
