package simwright.report.bundle;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class BundleCodes {
  /// What is in a bundle is not what was put into it, or nobody can prove it.
  public static final FaultCode TAMPERED = new FaultCode("bundle", "tampered");

  /// A file is no bundle, or is made to harm who opens it.
  public static final FaultCode REFUSED = new FaultCode("bundle", "refused");

  /// What is shown of a bundle cannot be acted on.
  public static final FaultCode READ_ONLY = new FaultCode("bundle", "read-only");

  private BundleCodes() {}
}
