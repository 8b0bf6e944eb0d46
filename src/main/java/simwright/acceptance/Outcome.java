package simwright.acceptance;

import java.util.Collection;
import java.util.Locale;

/// What came of a measurement, step or run, from good to bad. A bench error never counts against
/// the device.
public enum Outcome {
  /// Within its limits.
  PASS,
  /// Within its limits, and inside the marginal band.
  MARGINAL,
  /// Not run, for a reason.
  SKIPPED,
  /// It says nothing about the device.
  INCONCLUSIVE,
  /// Outside its limits.
  FAIL,
  /// The device did not get there in time.
  TIMEOUT,
  /// A rule stopped it.
  STOPPED,
  /// A person stopped it.
  ABORTED,
  /// The bench failed.
  ERROR,
  /// The program ended in the middle.
  INTERRUPTED,
  /// It never began.
  NOT_STARTED;

  /// The worst of several; passed when there is none.
  public static Outcome worst(Collection<Outcome> all) {
    return all.stream().max(Outcome::compareTo).orElse(PASS);
  }

  /// As it stands in records.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
