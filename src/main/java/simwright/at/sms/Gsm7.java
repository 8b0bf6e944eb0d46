package simwright.at.sms;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/// The 7-bit default alphabet with its extension table (3GPP TS 23.038 clause 6.2.1), and the
/// packing of its septets into octets (clause 6.1.2.1).
public final class Gsm7 {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "\f^{}\\[~]|€";
  private static final byte[] EXTENDED_SEPTETS = {
    0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65
  };
  private static final byte ESCAPE = 0x1b;

  private Gsm7() {}

  /// The septets of a text, one to an octet; a character of the extension table takes two. Empty
  /// when a character is in neither table.
  public static Optional<byte[]> septets(String text) {
    ByteArrayOutputStream septets = new ByteArrayOutputStream();
    for (char c : text.toCharArray()) {
      int basic = c == ESCAPE ? -1 : BASIC.indexOf(c);
      int extended = EXTENDED.indexOf(c);
      if (basic >= 0) {
        septets.write(basic);
      } else if (extended >= 0) {
        septets.write(ESCAPE);
        septets.write(EXTENDED_SEPTETS[extended]);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(septets.toByteArray());
  }

  /// The text of septets. What the extension table leaves open is read by the basic one, as clause
  /// 6.2.1.1 says.
  public static String text(byte[] septets) {
    StringBuilder text = new StringBuilder(septets.length);
    boolean escaped = false;
    for (byte septet : septets) {
      if (septet == ESCAPE && !escaped) {
        escaped = true;
        continue;
      }
      int extended = escaped ? Arrays.binarySearch(EXTENDED_SEPTETS, septet) : -1;
      text.append(extended >= 0 ? EXTENDED.charAt(extended) : BASIC.charAt(septet & 0x7f));
      escaped = false;
    }
    return text.toString();
  }

  /// Packs septets into octets after `fill` bits of zero, 0 to 6.
  public static byte[] pack(byte[] septets, int fill) {
    byte[] octets = new byte[octets(septets.length, fill)];
    for (int i = 0; i < septets.length; i++) {
      int bit = fill + 7 * i;
      int shifted = (septets[i] & 0x7f) << bit % 8;
      octets[bit / 8] |= (byte) shifted;
      if (shifted > 0xff) {
        octets[bit / 8 + 1] |= (byte) (shifted >> 8);
      }
    }
    return octets;
  }

  /// Unpacks `count` septets that begin after `fill` bits; empty when there are too few octets.
  public static Optional<byte[]> unpack(byte[] octets, int count, int fill) {
    if (octets.length < octets(count, fill)) {
      return Optional.empty();
    }
    byte[] septets = new byte[count];
    for (int i = 0; i < count; i++) {
      int bit = fill + 7 * i;
      int next = bit / 8 + 1 < octets.length ? octets[bit / 8 + 1] & 0xff : 0;
      septets[i] = (byte) (((octets[bit / 8] & 0xff | next << 8) >> bit % 8) & 0x7f);
    }
    return Optional.of(septets);
  }

  private static int octets(int septets, int fill) {
    return (fill + 7 * septets + 7) / 8;
  }
}
