package simwright.ui.fx;

/// Text a device sent, made harmless: it is shown literally. Control characters become control
/// pictures, what steers direction or is invisible is spelt out, right-to-left text is isolated,
/// and 4 KiB is the most that is shown.
public final class DeviceText {
  /// The most characters that are shown of one text.
  public static final int MOST = 4096;

  private static final char ISOLATE = '\u2068';
  private static final char END_ISOLATE = '\u2069';

  private DeviceText() {}

  /// The text as it may stand on the screen.
  public static String literal(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), MOST) + 8);
    boolean rightToLeft = false;
    int i = 0;
    while (i < text.length() && out.length() < MOST) {
      int c = text.codePointAt(i);
      append(out, c);
      rightToLeft |= turns(c);
      i += Character.charCount(c);
    }
    if (i < text.length()) {
      out.append(" … (+").append(text.length() - i).append(')');
    }
    return rightToLeft ? ISOLATE + out.toString() + END_ISOLATE : out.toString();
  }

  private static void append(StringBuilder out, int c) {
    if (c < 0x20) {
      out.append((char) (0x2400 + c));
    } else if (c == 0x7f) {
      out.append('\u2421');
    } else if (Character.getType(c) == Character.SURROGATE) {
      out.append('\ufffd');
    } else if (steers(c)) {
      out.append("⟨U+").append(hex(c)).append('⟩');
    } else {
      out.appendCodePoint(c);
    }
  }

  /// Control, format, separator, private and unassigned code points: none may work on the screen.
  private static boolean steers(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static boolean turns(int c) {
    return switch (Character.getDirectionality(c)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER ->
          true;
      default -> false;
    };
  }

  private static String hex(int c) {
    return String.format(java.util.Locale.ROOT, "%04X", c);
  }
}
