package simwright.catalog.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How a file of profiles is written.
public enum Format {
  /// Comma-separated values, one profile a row.
  CSV,
  /// JSON.
  JSON,
  /// YAML.
  YAML;

  /// The ending of its files.
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one that the name of a file tells.
  public static Optional<Format> of(String file) {
    String name = file.toLowerCase(Locale.ROOT).replaceFirst("\\.yml$", ".yaml");
    return Stream.of(values()).filter(each -> name.endsWith("." + each.ending())).findAny();
  }
}
