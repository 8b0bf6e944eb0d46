package simwright.acceptance.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The types of a bench's resources, each with its macros.
public enum ResourceType {
  /// Switches a device's supply.
  POWER_RELAY("on", "off", "cycle"),
  /// Weakens what an antenna hears; `set_db` takes `db`.
  ATTENUATOR("set_db");

  private final List<String> macros;

  ResourceType(String... macros) {
    this.macros = List.of(macros);
  }

  /// What can be done with it.
  public List<String> macros() {
    return macros;
  }

  /// As it stands in plans.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The one of a key.
  static Optional<ResourceType> of(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
