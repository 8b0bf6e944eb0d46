package simwright.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes identifiers out of free text: every run of digits long enough to be an IMSI, IMEI, ICCID
/// or EID, also when grouped by blanks or dashes, nibble-padded, or a subscriber number with its
/// plus sign; and what makes an activation code (SGP.22 clause 4.1) one's own, behind its server.
public final class Redactor {
  private static final Pattern LONG_NUMBER =
      Pattern.compile("(?<![0-9A-Za-z])[0-9](?:[ -]?[0-9]){13,31}[Ff]{0,2}(?![0-9A-Za-z])");
  private static final Pattern SUBSCRIBER =
      Pattern.compile("(?<![0-9])\\+[1-9][0-9]{7,14}(?![0-9])");
  private static final Pattern ACTIVATION_CODE =
      Pattern.compile(
          "(?<![0-9A-Za-z.])((?:LPA:)?1\\$[A-Za-z0-9.:-]{1,255}\\$)[^\\s\"'<>,;]+",
          Pattern.CASE_INSENSITIVE);

  private Redactor() {}

  /// The text with every such number and code shortened.
  public static String redact(String text) {
    String withoutCodes = ACTIVATION_CODE.matcher(text).replaceAll("$1…");
    return shorten(SUBSCRIBER, shorten(LONG_NUMBER, withoutCodes));
  }

  static String shorten(String value) {
    if (value.length() < 8) {
      return "…";
    }
    return value.substring(0, 4) + "…" + value.substring(value.length() - 2);
  }

  private static String shorten(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(shorten(found.group())));
  }
}
