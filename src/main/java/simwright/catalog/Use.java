package simwright.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a profile is meant for.
public enum Use {
  /// Customers' devices at home.
  PRODUCTION,
  /// Devices that are abroad for a while.
  TRAVEL,
  /// Benches and laboratories.
  TEST,
  /// Staged beside the one in use, to take over from it.
  STANDBY,
  /// Known to work anywhere, with modest data, when nothing else does.
  FALLBACK;

  /// As files and records spell it.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one that a text spells, in whatever case.
  public static Optional<Use> of(String text) {
    return Stream.of(values()).filter(each -> each.key().equalsIgnoreCase(text.strip())).findAny();
  }
}
