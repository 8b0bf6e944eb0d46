package simwright.quota;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class QuotaCodes {
  /// The rules for data cannot be used as they stand.
  public static final FaultCode BROKEN_RULES = new FaultCode("quota", "broken-rules");

  /// A file of counters or resets cannot be taken in as it stands.
  public static final FaultCode BROKEN_IMPORT = new FaultCode("quota", "broken-import");

  /// The device has no counters of bytes, or does not allow them to be read.
  public static final FaultCode NO_COUNTERS = new FaultCode("quota", "no-counters");

  /// The network says nothing to a service code, or does not know it.
  public static final FaultCode NO_ANSWER = new FaultCode("quota", "no-answer");

  /// The device has no way to hold data back.
  public static final FaultCode CANNOT_HOLD = new FaultCode("quota", "cannot-hold");

  private QuotaCodes() {}
}
