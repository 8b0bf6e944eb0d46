package simwright.sim.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a server does wrong on request, as real ones do.
public enum Misbehaviour {
  /// HTTP 500 with a page that is no JSON.
  PAGE,
  /// The body ends in its middle.
  CUT,
  /// The connection is closed without an answer.
  HANG_UP,
  /// The headers never come.
  SILENT,
  /// The body comes a byte a second.
  DRIP,
  /// What it signs is changed afterwards.
  WRONG_SIGNATURE,
  /// Its certificate is for another role.
  WRONG_ROLE,
  /// One bit of a package is changed.
  WRONG_PACKAGE,
  /// What is to be stored says another name than what was shown.
  OTHER_METADATA,
  /// A profile is said to belong to another operator than its IMSI does.
  OTHER_OWNER,
  /// Its segments have 1036 bytes, as those of some servers do, where the standard means 1020.
  LONG_SEGMENTS,
  /// A package that was fetched once is not bound again.
  NO_REBINDING,
  /// A redirect elsewhere.
  REDIRECT;

  /// Whether it lies in what is signed or packed, not in how it is sent.
  boolean inside() {
    return switch (this) {
      case PAGE, CUT, HANG_UP, SILENT, DRIP, REDIRECT -> false;
      case WRONG_SIGNATURE,
          WRONG_ROLE,
          WRONG_PACKAGE,
          OTHER_METADATA,
          OTHER_OWNER,
          LONG_SEGMENTS,
          NO_REBINDING ->
          true;
    };
  }

  /// As a person writes it: `wrong-role`.
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// All of them as they are written.
  public static String all() {
    return Arrays.stream(values()).map(Misbehaviour::written).collect(Collectors.joining(", "));
  }

  /// The one written so.
  public static Optional<Misbehaviour> of(String written) {
    for (Misbehaviour each : values()) {
      if (each.written().equals(written)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
