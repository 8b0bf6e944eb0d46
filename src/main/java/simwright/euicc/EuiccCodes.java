package simwright.euicc;

import simwright.fault.FaultCode;

/// What can go wrong in the conversation with an eUICC beside its own result codes, which are
/// `es10/...`.
public final class EuiccCodes {
  /// No known ISD-R answers on this card.
  public static final FaultCode NO_ISD_R = new FaultCode("euicc", "no-isd-r");

  /// The card's answer is not of the kind that the function has.
  public static final FaultCode ANSWER = new FaultCode("euicc", "answer");

  /// The bound profile package is not built as SGP.22 clause 2.5.4 says.
  public static final FaultCode PACKAGE = new FaultCode("euicc", "package");

  /// A text is longer than the card takes.
  public static final FaultCode TOO_LONG = new FaultCode("euicc", "too-long");

  private EuiccCodes() {}
}
