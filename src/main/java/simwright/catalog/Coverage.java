package simwright.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a profile holds, in the order in which they are preferred.
public enum Coverage {
  /// At home in one country.
  LOCAL,
  /// At equal terms in the countries of one region.
  REGIONAL,
  /// By roaming nearly everywhere.
  GLOBAL;

  /// As files and records spell it.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one that a text spells, in whatever case.
  public static Optional<Coverage> of(String text) {
    return Stream.of(values()).filter(each -> each.key().equalsIgnoreCase(text.strip())).findAny();
  }
}
