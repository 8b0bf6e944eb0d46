package simwright.euicc;

import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// Digits in half bytes as SGP.22 has them.
final class Digits {
  private static final int ICCID = 20;

  private Digits() {}

  /// Low half byte first, padded with F to 10 bytes (ITU-T E.118, ETSI TS 102 221 clause 13.2).
  static Octets iccid(String digits) {
    return swapped(digits + "F".repeat(Math.max(0, ICCID - digits.length())));
  }

  /// As a card or a server wrote it; what cannot be one is a fault.
  static Iccid iccid(Tlv written) {
    try {
      return new Iccid(Asn1.digits(written, true));
    } catch (IllegalArgumentException wrong) {
      throw new Fault(EuiccCodes.ANSWER, "reading an ICCID", "the card", "no ICCID", wrong);
    }
  }

  /// As a card wrote it.
  static Eid eid(Tlv written) {
    try {
      return new Eid(Asn1.digits(written, false));
    } catch (IllegalArgumentException wrong) {
      throw new Fault(EuiccCodes.ANSWER, "reading an EID", "the card", "no EID", wrong);
    }
  }

  static Octets swapped(String digits) {
    String even = digits.length() % 2 == 0 ? digits : digits + "F";
    StringBuilder swapped = new StringBuilder(even.length());
    for (int i = 0; i < even.length(); i++) {
      swapped.append(even.charAt(i ^ 1));
    }
    return Octets.hex(swapped.toString());
  }
}
