package simwright.store;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class StoreCodes {
  /// The data folder or the file in it cannot be made, read or written.
  public static final FaultCode UNUSABLE = new FaultCode("store", "unusable");

  /// The file was written by a newer version of this program.
  public static final FaultCode NEWER = new FaultCode("store", "newer");

  /// The file is damaged.
  public static final FaultCode DAMAGED = new FaultCode("store", "damaged");

  /// There is no room left.
  public static final FaultCode FULL = new FaultCode("store", "full");

  /// The file cannot be written.
  public static final FaultCode READ_ONLY = new FaultCode("store", "read-only");

  private StoreCodes() {}
}
