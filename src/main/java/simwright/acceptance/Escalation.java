package simwright.acceptance;

import simwright.ask.Cancel;
import simwright.observe.Subscription;

/// Passes a person's wish to stop on to what ends only when it is repeated: teardown at the second
/// press, the safe state at the third.
final class Escalation {
  private Escalation() {}

  /// `later` is asked to stop when `person` has asked so often.
  static Subscription from(Cancel person, int presses, Cancel later) {
    Subscription watch =
        person.watch(() -> {
          if (person.level() >= presses) {
            later.request();
          }
        });
    if (person.level() >= presses) {
      later.request();
    }
    return watch;
  }
}
