package simwright.transcript;

import java.util.Arrays;
import java.util.regex.Pattern;
import simwright.identity.Redactor;

/// Knows which parts of AT command lines are secrets: PIN, PUK, facility and APN passwords, and the
/// APDUs and MMI codes that carry them. Works on latin-1 text, in any case and with blanks
/// anywhere.
public final class Masking {
  /// What stands where a secret stood.
  public static final String MASK = "****";

  /// Digits of the class, the instruction and both parameters of an APDU.
  private static final int HEADER = 8;

  private static final Pattern LINE = Pattern.compile("(?<=[\r\n])(?=[^\r\n])");

  private Masking() {}

  /// The text, of one or more lines, with every secret replaced by the mask.
  public static String mask(String text) {
    return mask(text, Integer.MAX_VALUE);
  }

  /// The text as it may stand in words of a fault, which go to screens, reports and logs: of an
  /// APDU only its header, as its data may be a matching ID, an IMEI or an ICCID, and every other
  /// identifier shortened.
  public static String brief(String text) {
    return Redactor.redact(mask(text, HEADER));
  }

  private static String mask(String text, int kept) {
    if (text.indexOf('\r') < 0 && text.indexOf('\n') < 0) {
      return line(text, kept);
    }
    StringBuilder masked = new StringBuilder();
    for (String line : LINE.split(text, -1)) {
      masked.append(line(line, kept));
    }
    return masked.toString();
  }

  private static String line(String line, int kept) {
    var spans = SecretFinder.in(line, kept);
    if (spans.isEmpty()) {
      return line;
    }
    boolean[] secret = new boolean[line.length()];
    spans.forEach(span -> Arrays.fill(secret, span.from(), span.to(), true));
    StringBuilder masked = new StringBuilder();
    for (int i = 0; i < secret.length; i++) {
      if (!secret[i]) {
        masked.append(line.charAt(i));
      } else if (i == 0 || !secret[i - 1]) {
        masked.append(MASK);
      }
    }
    return masked.toString();
  }
}
