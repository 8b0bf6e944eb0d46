package simwright.tlv;

import simwright.fault.FaultCode;

/// What can be wrong with data objects.
public final class TlvCodes {
  /// The bytes end inside a data object.
  public static final FaultCode CUT = new FaultCode("tlv", "cut");

  /// A tag is padding, badly coded or longer than three bytes.
  public static final FaultCode TAG = new FaultCode("tlv", "tag");

  /// A length is indefinite, reserved or longer than four bytes.
  public static final FaultCode LENGTH = new FaultCode("tlv", "length");

  /// Data objects stand deeper in each other, or are more, than anything real has.
  public static final FaultCode DEEP = new FaultCode("tlv", "deep");

  /// Bytes stand behind the data object.
  public static final FaultCode REST = new FaultCode("tlv", "rest");

  /// A data object that must be there is not.
  public static final FaultCode MISSING = new FaultCode("tlv", "missing");

  /// A value is not of the type it must be.
  public static final FaultCode VALUE = new FaultCode("tlv", "value");

  private TlvCodes() {}
}
