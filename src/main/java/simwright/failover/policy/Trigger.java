package simwright.failover.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Why another profile is looked for, the gravest first: where several hold, the first one is
/// named.
public enum Trigger {
  /// A person wants it.
  MANUAL("a person asked for it"),
  /// The network rejects the device, with a cause.
  REJECTED("the network rejects the device"),
  /// The device is registered nowhere.
  NO_SERVICE("the device has no service"),
  /// The profile's data is nearly used up.
  QUOTA("the data of the profile in use is nearly used up"),
  /// Too few pings come back.
  PING_LOSS("too many pings are lost"),
  /// Pings take too long.
  LATENCY("pings take too long"),
  /// A better profile than the one in use may work again.
  FAIL_BACK("a better profile than the one in use may work again");

  private final String words;

  Trigger(String words) {
    this.words = words;
  }

  /// As files and records spell it.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The one that a text spells.
  public static Optional<Trigger> of(String text) {
    return Stream.of(values()).filter(each -> each.key().equals(text)).findAny();
  }

  /// For people, as the end of "because".
  public String words() {
    return words;
  }

  /// Whether it is a trouble that is seen on the device.
  public boolean trouble() {
    return this != MANUAL && this != FAIL_BACK;
  }
}
