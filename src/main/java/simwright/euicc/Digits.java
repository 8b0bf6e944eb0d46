package simwright.euicc;

import simwright.tlv.Octets;

/// Digits in half bytes as SGP.22 has them.
final class Digits {
  private static final int ICCID = 20;

  private Digits() {}

  /// Low half byte first, padded with F to 10 bytes (ITU-T E.118, ETSI TS 102 221 clause 13.2).
  static Octets iccid(String digits) {
    return swapped(digits + "F".repeat(Math.max(0, ICCID - digits.length())));
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
