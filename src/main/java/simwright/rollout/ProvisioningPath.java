package simwright.rollout;

import java.util.Locale;

/// Who carries a profile onto the card of a device.
public enum ProvisioningPath {
  /// The operating system's own assistant.
  OS_LPA("the operating system's assistant"),
  /// An operator's app over the system's interface for operators.
  CARRIER_API("an operator's app"),
  /// What the maker built into the system.
  VENDOR_ROM("the maker's own software"),
  /// The modem's own assistant.
  MODEM_LPA("the modem's assistant"),
  /// A computer beside it, such as this program.
  HOST_LPA("the host's assistant");

  private final String words;

  ProvisioningPath(String words) {
    this.words = words;
  }

  /// For people.
  public String words() {
    return words;
  }

  /// As commands and files name it.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads what `key` wrote; throws IllegalArgumentException for another word.
  public static ProvisioningPath of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
