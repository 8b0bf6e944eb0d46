package simwright.rollout;

import java.util.Locale;

/// Who carries a profile onto the card of a device. What neither a run nor the device tells, such
/// as an operator's app, a person can claim.
public enum ProvisioningPath {
  /// The operating system's own assistant.
  OS_LPA("the operating system's assistant", "proven by the server in a run by hand"),
  /// An operator's app over the system's interface for operators.
  CARRIER_API("an operator's app", "told by the handset"),
  /// What the maker built into the system.
  VENDOR_ROM("the maker's own software", "told by the handset"),
  /// The modem's own assistant.
  MODEM_LPA("the modem's assistant", "told by its card"),
  /// A computer beside it, such as this program.
  HOST_LPA("the host's assistant", "seen in a run");

  private final String words;
  private final String source;

  ProvisioningPath(String words, String source) {
    this.words = words;
    this.source = source;
  }

  /// From where it is known of devices that were tried here.
  public String source() {
    return source;
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
