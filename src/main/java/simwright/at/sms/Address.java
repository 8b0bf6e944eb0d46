package simwright.at.sms;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// A number or name as 3GPP TS 23.040 clause 9.1.2.5 codes it: length in semi-octets, type, digits
/// with their nibbles swapped; a name in packed septets.
final class Address {
  private static final String DIGITS = "0123456789*#abc";
  private static final int INTERNATIONAL = 0x91;
  private static final int UNKNOWN = 0x81;

  private Address() {}

  /// Reads one; `+` stands before an international number.
  static String read(ByteBuffer from) {
    int semiOctets = from.get() & 0xff;
    int type = from.get() & 0xff;
    byte[] octets = new byte[(semiOctets + 1) / 2];
    from.get(octets);
    int kind = type >> 4 & 7;
    return kind == 5
        ? Gsm7.unpack(octets, semiOctets * 4 / 7, 0).map(Gsm7::text).orElse("")
        : (kind == 1 ? "+" : "") + digits(octets);
  }

  /// Skips the centre's address, whose length counts octets.
  static void skipCentre(ByteBuffer from) {
    from.get(new byte[from.get() & 0xff]);
  }

  /// Writes a number of up to 20 digits.
  static void write(String number, ByteArrayOutputStream to) {
    boolean international = number.startsWith("+");
    String digits = international ? number.substring(1) : number;
    to.write(digits.length());
    to.write(international ? INTERNATIONAL : UNKNOWN);
    for (int i = 0; i < digits.length(); i += 2) {
      int high = i + 1 < digits.length() ? DIGITS.indexOf(digits.charAt(i + 1)) : 0x0f;
      to.write(high << 4 | DIGITS.indexOf(digits.charAt(i)));
    }
  }

  private static String digits(byte[] octets) {
    StringBuilder digits = new StringBuilder(octets.length * 2);
    for (byte octet : octets) {
      for (int nibble : new int[] {octet & 0x0f, octet >> 4 & 0x0f}) {
        if (nibble < DIGITS.length()) {
          digits.append(DIGITS.charAt(nibble));
        }
      }
    }
    return digits.toString();
  }
}
