package simwright.at.sms;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/// Text of the network as modems print it: plain, as hexadecimal UCS2, or as hexadecimal packed
/// septets, told by the coding scheme (3GPP TS 23.038 clause 5) or by looking like nothing else.
public final class PrintedText {
  private PrintedText() {}

  /// The text; as printed when it is neither.
  public static String of(String printed, OptionalInt scheme) {
    if (!printed.matches("(?:[0-9A-Fa-f]{2}){2,}")) {
      return printed;
    }
    byte[] octets = HexFormat.of().parseHex(printed);
    boolean pairs = octets.length % 2 == 0;
    Coding coding = scheme.isPresent() ? Coding.ofBroadcast(scheme.getAsInt()) : Coding.GSM7;
    if (pairs && (coding == Coding.UCS2 || looksLikeUcs2(octets))) {
      return new String(octets, StandardCharsets.UTF_16BE);
    }
    return scheme.isPresent() && coding == Coding.GSM7
        ? packed(printed, octets).orElse(printed)
        : printed;
  }

  /// At least two characters, all of the Latin block, none a control character.
  private static boolean looksLikeUcs2(byte[] octets) {
    for (int i = 0; i < octets.length; i += 2) {
      if (octets[i] != 0 || (octets[i + 1] & 0xff) < 0x20) {
        return false;
      }
    }
    return octets.length >= 4;
  }

  /// Digits alone are a number rather than packed text; letters alone a word; so are septets that
  /// would give control characters.
  private static Optional<String> packed(String printed, byte[] octets) {
    boolean mixed = printed.matches("(?=.*[A-Fa-f])(?=.*[0-9]).{6,}");
    return Gsm7.unpack(octets, octets.length * 8 / 7, 0)
        .filter(septets -> mixed)
        .map(Gsm7::text)
        .map(text -> text.replaceFirst("[@\r]$", ""))
        .filter(text -> text.codePoints().allMatch(c -> c >= 0x20 || c == '\n' || c == '\r'));
  }
}
