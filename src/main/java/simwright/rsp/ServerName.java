package simwright.rsp;

import java.util.Locale;
import java.util.regex.Pattern;
import simwright.fault.Fault;

/// The names that servers have: plain host names (RFC 1123 clause 2.1), without port or path, as
/// activation codes, cards and messages carry them.
public final class ServerName {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private ServerName() {}

  /// Whether a text is one.
  static boolean is(String text) {
    return NAME.matcher(text).matches();
  }

  /// The name in lower case; throws `rsp/name` where the text is none.
  public static String checked(String text) {
    if (!is(text)) {
      throw new Fault(RspCodes.NAME, "reading a server's name", "the name", text, null);
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
