package simwright.transcript;

import java.util.Arrays;
import java.util.regex.Pattern;

/// Knows which parts of AT command lines are secrets: PIN, PUK, facility and APN passwords, and the
/// APDUs and MMI codes that carry them. Works on latin-1 text, in any case and with blanks
/// anywhere.
public final class Masking {
  /// What stands where a secret stood.
  public static final String MASK = "****";

  private static final Pattern LINE = Pattern.compile("(?<=[\r\n])(?=[^\r\n])");

  private Masking() {}

  /// The text, of one or more lines, with every secret replaced by the mask.
  public static String mask(String text) {
    if (text.indexOf('\r') < 0 && text.indexOf('\n') < 0) {
      return line(text);
    }
    StringBuilder masked = new StringBuilder();
    for (String line : LINE.split(text, -1)) {
      masked.append(line(line));
    }
    return masked.toString();
  }

  private static String line(String line) {
    var spans = SecretFinder.in(line);
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
