package simwright.transcript;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Bytes as printable ASCII and back, exactly: `\r`, `\n`, `\t`, `\\` and `\xHH`. Four asterisks in
/// a row are the mask of a secret; where they were sent themselves, the fourth is escaped.
public final class Escapes {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Escapes() {}

  /// The bytes as text.
  public static String escape(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from + 8);
    escape(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1), 0, to - from, text);
    return text.toString();
  }

  /// Latin-1 text, in which four asterisks are a mask already; others than latin-1 become `?`.
  static String escape(String masked) {
    byte[] bytes = masked.getBytes(StandardCharsets.ISO_8859_1);
    return escape(bytes, 0, bytes.length).replace("***\\x2A", Masking.MASK);
  }

  /// Latin-1 characters as text, added to what is there.
  static void escape(CharSequence latin1, int from, int to, StringBuilder text) {
    for (int i = from; i < to; i++) {
      char c = latin1.charAt(i);
      switch (c) {
        case '\r' -> text.append("\\r");
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        case '\\' -> text.append("\\\\");
        default -> {
          if (c < 0x20 || c >= 0x7f || (c == '*' && completesMask(text))) {
            text.append("\\x").append(HEX.toHexDigits((byte) c));
          } else {
            text.append(c);
          }
        }
      }
    }
  }

  /// The bytes the text stands for; what is no escape stands for itself.
  public static byte[] unescape(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      char next = c == '\\' && i + 1 < text.length() ? text.charAt(i + 1) : 0;
      switch (next) {
        case 'r' -> bytes.write('\r');
        case 'n' -> bytes.write('\n');
        case 't' -> bytes.write('\t');
        case '\\' -> bytes.write('\\');
        case 'x' -> bytes.write(hex(text, i));
        default -> bytes.write(c);
      }
      i += next == 'x' && isHex(text, i) ? 4 : next == 0 || "rnt\\".indexOf(next) < 0 ? 1 : 2;
    }
    return bytes.toByteArray();
  }

  private static int hex(String text, int at) {
    return isHex(text, at) ? HexFormat.fromHexDigits(text, at + 2, at + 4) : '\\';
  }

  private static boolean isHex(String text, int at) {
    return at + 3 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 2))
        && HexFormat.isHexDigit(text.charAt(at + 3));
  }

  private static boolean completesMask(StringBuilder text) {
    int n = text.length();
    return n >= 3
        && text.charAt(n - 1) == '*'
        && text.charAt(n - 2) == '*'
        && text.charAt(n - 3) == '*';
  }
}
