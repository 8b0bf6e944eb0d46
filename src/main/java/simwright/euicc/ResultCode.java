package simwright.euicc;

import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.tlv.Asn1;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// What a function says of itself: `function` as in runbook codes, such as `enable-profile`, and
/// the number of the standard; 0 is done.
public record ResultCode(String function, int value) {
  static final Tag NUMBER = Tag.of(0x80);

  /// Reads the number in an answer that holds nothing else.
  static ResultCode of(String function, Tlv answer) {
    return new ResultCode(function, Asn1.integer(answer.get(NUMBER)));
  }

  /// Whether it was done.
  public boolean done() {
    return value == 0;
  }

  /// The code to look up: `es10/enable-profile.5`.
  public FaultCode code() {
    return new FaultCode("es10", function + "." + value);
  }

  /// The code as a fault, for callers that cannot go on.
  public Fault fault(String doing) {
    return new Fault(code(), doing, "the card");
  }

  @Override
  public String toString() {
    return function + " " + value;
  }
}
