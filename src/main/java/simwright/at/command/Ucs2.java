package simwright.at.command;

import java.util.OptionalInt;

/// Text that a modem prints as hexadecimal UCS2 (3GPP TS 23.038): told by the coding scheme, or by
/// looking like nothing else.
final class Ucs2 {
  private Ucs2() {}

  /// The text; as printed when it is no UCS2.
  static String text(String printed, OptionalInt scheme) {
    boolean hex =
        printed.length() >= 4 && printed.length() % 4 == 0 && printed.matches("[0-9A-Fa-f]+");
    boolean coded = scheme.isPresent() && (scheme.getAsInt() & 0x0c) == 0x08;
    boolean looks = scheme.isEmpty() && printed.startsWith("00");
    return hex && (coded || looks || scheme.orElse(-1) == 72) ? decode(printed) : printed;
  }

  private static String decode(String hex) {
    StringBuilder text = new StringBuilder(hex.length() / 4);
    for (int i = 0; i < hex.length(); i += 4) {
      text.append((char) Integer.parseInt(hex.substring(i, i + 4), 16));
    }
    return text.toString();
  }
}
