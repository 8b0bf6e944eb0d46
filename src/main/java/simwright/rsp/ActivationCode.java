package simwright.rsp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// What a person is given to fetch a profile with (SGP.22 clause 4.1): the server's name, the
/// matching identifier, which may be empty, the server's object identifier, and whether a
/// confirmation code goes with it. The matching identifier is a secret that is worth a profile, so
/// the words of this object leave it out.
public record ActivationCode(
    String host, String matchingId, Optional<String> oid, boolean confirmationNeeded) {
  private static final int LONGEST = 255;
  private static final int SHOWN = 4;
  private static final int FEWEST_FIELDS = 3;
  private static final int MOST_FIELDS = 5;
  private static final String FORMAT = "1";
  private static final Pattern PREFIX = Pattern.compile("(?i)^lpa:(//)?");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9-]*");
  private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*))+");

  /// Reads a code as it is typed, scanned or linked to: with or without `LPA:` in any case, also as
  /// a deep link, with blanks around it.
  public static ActivationCode read(String text) {
    String code = PREFIX.matcher(text.strip()).replaceFirst("").strip();
    if (code.isEmpty()) {
      throw fault(RspCodes.CODE_EMPTY, "");
    }
    if (code.length() > LONGEST) {
      throw fault(RspCodes.CODE_LONG, code.length() + " characters");
    }
    List<String> fields = List.of(code.split("\\$", -1));
    if (!fields.getFirst().equals(FORMAT)) {
      throw fault(RspCodes.CODE_FORMAT, "");
    }
    if (fields.size() < FEWEST_FIELDS || fields.size() > MOST_FIELDS) {
      throw fault(
          RspCodes.CODE_FIELDS, fields.size() == 1 ? "one field" : fields.size() + " fields");
    }
    return new ActivationCode(
        host(fields.get(1)),
        checked(TOKEN, fields.get(2), RspCodes.CODE_TOKEN),
        Optional.of(field(fields, 3))
            .filter(oid -> !oid.isEmpty())
            .map(oid -> checked(OID, oid, RspCodes.CODE_OID)),
        flag(field(fields, 4)));
  }

  /// What a person has who was told a server alone: the one a card names by itself, or one that
  /// knows the card (SGP.22 clause 3.1.3).
  public static ActivationCode at(String host) {
    return read("LPA:1$" + host + "$");
  }

  /// As a QR code has it.
  public String text() {
    String tail =
        confirmationNeeded ? "$" + oid.orElse("") + "$1" : oid.map(each -> "$" + each).orElse("");
    return "LPA:1$" + host + "$" + matchingId + tail;
  }

  /// What tells it from others without giving it away: the server, and the end of a long matching
  /// identifier.
  public String hint() {
    int length = matchingId.length();
    return length < 2 * SHOWN ? host : host + " …" + matchingId.substring(length - SHOWN);
  }

  @Override
  public String toString() {
    return "activation code for " + host;
  }

  private static boolean flag(String field) {
    if (!field.isEmpty() && !field.equals("1")) {
      throw fault(RspCodes.CODE_FLAG, "");
    }
    return !field.isEmpty();
  }

  private static String field(List<String> fields, int index) {
    return index < fields.size() ? fields.get(index) : "";
  }

  private static String host(String field) {
    if (!ServerName.is(field)) {
      throw fault(RspCodes.CODE_HOST, "");
    }
    return field.toLowerCase(Locale.ROOT);
  }

  private static String checked(Pattern pattern, String field, FaultCode code) {
    if (!pattern.matcher(field).matches()) {
      throw fault(code, "");
    }
    return field;
  }

  /// The code itself is a secret: no fault carries it.
  private static Fault fault(FaultCode code, String detail) {
    return new Fault(code, "reading an activation code", "the code", detail, null);
  }
}
