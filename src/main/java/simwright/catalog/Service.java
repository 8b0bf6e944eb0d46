package simwright.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a profile carries.
public enum Service {
  /// Data alone.
  DATA,
  /// Calls and messages, too.
  VOICE;

  /// As files and records spell it.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one that a text spells, in whatever case.
  public static Optional<Service> of(String text) {
    return Stream.of(values()).filter(each -> each.key().equalsIgnoreCase(text.strip())).findAny();
  }
}
