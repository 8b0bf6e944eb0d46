package simwright.acceptance.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// When a part of a plan is carried out; else it is skipped, and the record says why.
public sealed interface Condition {
  /// As a person reads it.
  String words();

  /// An earlier step came to one of these outcomes, the last time it was carried out.
  record Came(String step, Set<Outcome> to) implements Condition {
    @Override
    public String words() {
      return step
          + " came to "
          + to.stream().map(Outcome::key).sorted().collect(Collectors.joining(" or "));
    }
  }

  /// What an earlier step measured last lies between bounds.
  record Lies(String step, Limit within) implements Condition {
    @Override
    public String words() {
      return within.name() + " of " + step + " is " + within.words();
    }
  }

  /// A fact of the device is one of these, without regard to case.
  record Known(Fact fact, Set<String> values) implements Condition {
    @Override
    public String words() {
      return fact.key() + " is " + values.stream().sorted().collect(Collectors.joining(" or "));
    }

    /// Whether it holds for what is known; nothing known does not hold.
    public boolean holds(Optional<String> known) {
      return known.stream()
          .anyMatch(value -> values.stream().anyMatch(each -> each.equalsIgnoreCase(value)));
    }
  }

  /// What may be asked of a device.
  enum Fact {
    /// Its model, as it tells.
    MODEL,
    /// The hardware profile that it was recognised as.
    HARDWARE_PROFILE,
    /// The radio technology now.
    TECHNOLOGY,
    /// The kind of link: serial, pcsc, adb.
    LINK;

    /// As it stands in plans.
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
