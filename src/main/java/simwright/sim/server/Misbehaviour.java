package simwright.sim.server;

import java.util.Locale;
import java.util.Optional;

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
  /// A redirect elsewhere.
  REDIRECT;

  /// As a person writes it: `wrong-role`.
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
