package simwright.sim.network;

import java.io.ByteArrayOutputStream;

/// The GSM 7 bit default alphabet with its extension, and its packing (3GPP TS 23.038 clauses 6.1.2
/// and 6.2.1).
public final class Gsm7 {
  private static final int ESCAPE = 0x1b;
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "^{}\\[~]|€";
  private static final int[] EXTENDED_CODES = {
    0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65
  };

  private Gsm7() {}

  /// Whether every character has a code.
  public static boolean has(String text) {
    return text.chars()
        .allMatch(c -> c != ESCAPE && (BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0));
  }

  /// Septets, one in each octet; a question mark for what has no code.
  public static byte[] encode(String text) {
    ByteArrayOutputStream septets = new ByteArrayOutputStream();
    for (char c : text.toCharArray()) {
      int extended = EXTENDED.indexOf(c);
      if (extended >= 0) {
        septets.write(ESCAPE);
        septets.write(EXTENDED_CODES[extended]);
      } else {
        int code = BASIC.indexOf(c);
        septets.write(code < 0 || c == ESCAPE ? '?' : code);
      }
    }
    return septets.toByteArray();
  }

  /// Text of septets.
  public static String decode(byte[] septets) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < septets.length; i++) {
      if (septets[i] == ESCAPE && i + 1 < septets.length) {
        text.append(extended(septets[++i]));
      } else {
        text.append(BASIC.charAt(septets[i] & 0x7f));
      }
    }
    return text.toString();
  }

  /// Eight septets in seven octets, the first in the low bits.
  public static byte[] pack(byte[] septets) {
    byte[] packed = new byte[(septets.length * 7 + 7) / 8];
    for (int i = 0; i < septets.length; i++) {
      int bit = i * 7;
      int value = (septets[i] & 0x7f) << bit % 8;
      packed[bit / 8] |= (byte) value;
      if (value > 0xff) {
        packed[bit / 8 + 1] |= (byte) (value >>> 8);
      }
    }
    return packed;
  }

  /// So many septets out of packed octets.
  public static byte[] unpack(byte[] packed, int count) {
    byte[] septets = new byte[Math.min(count, packed.length * 8 / 7)];
    for (int i = 0; i < septets.length; i++) {
      int bit = i * 7;
      int wide = packed[bit / 8] & 0xff;
      if (bit / 8 + 1 < packed.length) {
        wide |= (packed[bit / 8 + 1] & 0xff) << 8;
      }
      septets[i] = (byte) (wide >>> bit % 8 & 0x7f);
    }
    return septets;
  }

  private static char extended(int code) {
    for (int i = 0; i < EXTENDED_CODES.length; i++) {
      if (EXTENDED_CODES[i] == code) {
        return EXTENDED.charAt(i);
      }
    }
    return ' ';
  }
}
