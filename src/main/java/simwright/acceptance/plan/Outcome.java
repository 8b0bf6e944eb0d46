package simwright.acceptance.plan;

import java.util.Collection;
import java.util.Locale;

/// What came of a measurement, step or run, in the order in which one overrules another. A bench
/// error never counts against the device, and what was skipped never hides what was not.
public enum Outcome {
  /// Within its limits.
  PASS,
  /// Within its limits, and inside the marginal band.
  MARGINAL,
  /// Outside its limits, or the device refused.
  FAIL,
  /// It says nothing about the device.
  INCONCLUSIVE,
  /// The bench failed.
  ERROR,
  /// It was not over within its time.
  TIMEOUT,
  /// A person stopped it.
  ABORTED,
  /// A rule stopped it.
  STOPPED,
  /// Not run, for a reason.
  SKIPPED,
  /// The program ended in the middle.
  INTERRUPTED,
  /// It never began.
  NOT_STARTED;

  /// The one that overrules the others; what was skipped counts only where there is nothing else.
  /// Passed when there is none.
  public static Outcome worst(Collection<Outcome> all) {
    return all.stream()
        .filter(each -> each != SKIPPED)
        .max(Outcome::compareTo)
        .orElse(all.isEmpty() ? PASS : SKIPPED);
  }

  /// Whether what follows may go on.
  public boolean fine() {
    return this == PASS || this == MARGINAL || this == SKIPPED;
  }

  /// Whether it says something about the device.
  public boolean judges() {
    return switch (this) {
      case PASS, MARGINAL, FAIL, TIMEOUT -> true;
      case INCONCLUSIVE, ERROR, ABORTED, STOPPED, SKIPPED, INTERRUPTED, NOT_STARTED -> false;
    };
  }

  /// As it stands in records.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads what `key` wrote.
  public static Outcome of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
