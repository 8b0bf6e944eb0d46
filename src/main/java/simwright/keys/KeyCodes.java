package simwright.keys;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class KeyCodes {
  /// A key cannot be made, read or destroyed.
  public static final FaultCode UNUSABLE = new FaultCode("keys", "unusable");

  /// A key that was there is gone.
  public static final FaultCode LOST = new FaultCode("keys", "lost");

  private KeyCodes() {}
}
