package simwright.failover.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a profile may be enabled where it roams.
public enum RoamingRule {
  /// A person is asked each time.
  ASK,
  /// The policy's owner has agreed beforehand, which the record says.
  AGREED,
  /// Never.
  REFUSED;

  /// As files spell it.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one that a text spells.
  public static Optional<RoamingRule> of(String text) {
    return Stream.of(values()).filter(each -> each.key().equals(text)).findAny();
  }
}
