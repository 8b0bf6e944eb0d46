package simwright.transcript;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which AT commands carry secrets, and behind how many harmless fields. Names are without their
/// sigil, in upper case. Facts from 3GPP TS 27.007 and the makers' manuals.
final class SecretCommands {
  /// No answer of this command shows a secret.
  static final int NEVER = -1;

  /// Digits of an APDU's class and instruction, which tell no secret.
  static final int HEADING = 4;

  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
  private static final Pattern NAMED = Pattern.compile(".*(?:PASS|PWD|USER|PW).*");
  private static final Pattern CARD_PIN = Pattern.compile("2[0468C]");

  /// So many fields before the secret in the command and in an answer; the last of them must fit
  /// `when`. A `card` row carries an APDU in the field after: secret when it is one of VERIFY,
  /// CHANGE, DISABLE, ENABLE, UNBLOCK (ETSI TS 102 221).
  record Row(int set, int read, Pattern when, boolean card) {
    Row(int set, int read) {
      this(set, read, ANY, false);
    }

    Row(int set, Pattern when) {
      this(set, NEVER, when, false);
    }

    /// Whether the last harmless field says that a secret follows.
    boolean applies(String last) {
      return when.matcher(last).matches();
    }
  }

  private static final Row ALL = new Row(0, NEVER);
  private static final Row LOCK = new Row(2, NEVER);
  private static final Row AUTHENTICATION = new Row(2, 2);

  private static final Map<String, Row> ROWS =
      Map.ofEntries(
          // facility, mode, password
          Map.entry("CLCK", LOCK),
          Map.entry("SLCK", LOCK),
          // profile, type, APN, then user and password in either order
          Map.entry("QICSGP", new Row(3, 2)),
          Map.entry("QCPDPP", AUTHENTICATION),
          Map.entry("NDISDUP", new Row(3, NEVER)),
          Map.entry("SGACT", LOCK),
          Map.entry("WPPP", AUTHENTICATION),
          Map.entry("ZGPCOAUTH", new Row(1, 1)),
          Map.entry("CSTT", new Row(1, 1)),
          Map.entry("CIPCSGP", new Row(2, 2)),
          Map.entry("CNCFG", new Row(3, 3)),
          Map.entry("PDNSET", new Row(3, 2)),
          Map.entry("CGPCO", AUTHENTICATION),
          // index, tag, value: the tag says what the value is
          Map.entry("UPSD", new Row(2, 2, Pattern.compile("[23]"), false)),
          Map.entry("SICS", new Row(2, NAMED)),
          Map.entry("SISS", new Row(2, NAMED)),
          Map.entry("MYNETCON", new Row(2, NAMED)),
          Map.entry("SAPBR", new Row(3, NAMED)),
          // tag, type, then the key itself
          Map.entry("CMNG", new Row(3, NEVER)),
          // codes that unlock
          Map.entry("ENTERCND", ALL),
          Map.entry("OPENLOCK", ALL),
          Map.entry("DATALOCK", ALL),
          Map.entry("CARDLOCK", ALL),
          // an APDU
          Map.entry("CSIM", new Row(1, NEVER, CARD_PIN, true)),
          Map.entry("CGLA", new Row(2, NEVER, CARD_PIN, true)));

  private static final Pattern CODES = Pattern.compile(".*(?:PIN2?|PUK2?|PWD|PASSW|PASSWORD|PW)");

  private SecretCommands() {}

  /// The row of a name, with or without a leading `AT`.
  static Optional<Row> row(String name) {
    String bare = name.startsWith("AT") ? name.substring(2) : name;
    Row row = ROWS.getOrDefault(bare, ROWS.get(name));
    if (row == null) {
      for (String known : new String[] {"CLCK", "CSIM", "CGLA"}) {
        row = bare.endsWith(known) ? ROWS.get(known) : row;
      }
    }
    if (row == null && bare.contains("AUTH")) {
      row = AUTHENTICATION;
    }
    if (row == null && CODES.matcher(bare).matches()) {
      row = ALL;
    }
    return Optional.ofNullable(row);
  }

  /// Whether an APDU in hex carries a PIN or PUK, by its instruction byte.
  static boolean carriesPin(Row row, String apdu) {
    return apdu.length() >= 4 && row.applies(apdu.substring(2, 4));
  }

  /// The same of an APDU that no AT command carries.
  static boolean carriesPin(String apdu) {
    return apdu.length() > 8 && CARD_PIN.matcher(apdu.substring(2, 4)).matches();
  }
}
