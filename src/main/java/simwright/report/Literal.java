package simwright.report;

import simwright.identity.Redactor;

/// Text from devices and plans as a report shows it: identifiers shortened, what cannot be seen or
/// turns the writing direction named by its code point, and nothing endless.
final class Literal {
  private static final int LONGEST = 4000;

  private Literal() {}

  /// The text as it is shown.
  static String of(String raw) {
    return whole(Redactor.redact(raw));
  }

  /// The same with identifiers whole, for a paper that is to tell them.
  static String whole(String raw) {
    int end = raw.offsetByCodePoints(0, Math.min(LONGEST, points(raw)));
    StringBuilder shown = new StringBuilder(end + 16);
    raw.substring(0, end)
        .codePoints()
        .forEach(point -> {
          if (seen(point)) {
            shown.appendCodePoint(point);
          } else {
            shown.append("\u27e8U+").append(hex(point)).append('\u27e9');
          }
        });
    if (end < raw.length()) {
      shown.append("… (").append(raw.length() - end).append(" more)");
    }
    return shown.toString();
  }

  /// The same for XML and HTML.
  static String markup(String raw) {
    return escaped(of(raw));
  }

  /// What was made safe to be shown, for XML and HTML.
  static String escaped(String shown) {
    StringBuilder text = new StringBuilder(shown.length() + 16);
    shown
        .codePoints()
        .forEach(point -> {
          switch (point) {
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '&' -> text.append("&amp;");
            case '"' -> text.append("&quot;");
            case '\'' -> text.append("&#39;");
            default -> text.appendCodePoint(point);
          }
        });
    return text.toString();
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String hex(int point) {
    String digits = Integer.toHexString(point);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  /// Control, format, surrogate, private and unassigned characters, and line separators, are not.
  private static boolean seen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
