package simwright.audit;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class AuditCodes {
  /// The chain is broken: something was changed after it was written.
  public static final FaultCode TAMPERED = new FaultCode("audit", "tampered");

  /// There is no such record.
  public static final FaultCode NO_RECORD = new FaultCode("audit", "no-record");

  private AuditCodes() {}
}
