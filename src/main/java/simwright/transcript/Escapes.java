package simwright.transcript;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/// Bytes as printable ASCII and back, exactly: `\r`, `\n`, `\t`, `\\` and `\xHH`.
public final class Escapes {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Escapes() {}

  /// The bytes as text.
  public static String escape(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from + 8);
    for (int i = from; i < to; i++) {
      int b = bytes[i] & 0xff;
      switch (b) {
        case '\r' -> text.append("\\r");
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        case '\\' -> text.append("\\\\");
        default -> {
          if (b >= 0x20 && b < 0x7f) {
            text.append((char) b);
          } else {
            text.append("\\x").append(HEX.toHexDigits((byte) b));
          }
        }
      }
    }
    return text.toString();
  }

  /// The bytes the text stands for; what is no escape stands for itself.
  public static byte[] unescape(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = c == '\\' && i + 1 < text.length() ? text.charAt(i + 1) : 0;
      switch (next) {
        case 'r' -> bytes.write('\r');
        case 'n' -> bytes.write('\n');
        case 't' -> bytes.write('\t');
        case '\\' -> bytes.write('\\');
        case 'x' -> {
          if (i + 3 < text.length()
              && HexFormat.isHexDigit(text.charAt(i + 2))
              && HexFormat.isHexDigit(text.charAt(i + 3))) {
            bytes.write(HexFormat.fromHexDigits(text, i + 2, i + 4));
            i += 2;
          } else {
            bytes.write('\\');
            i--;
          }
        }
        default -> {
          bytes.write(c);
          i--;
        }
      }
      i++;
    }
    return bytes.toByteArray();
  }
}
