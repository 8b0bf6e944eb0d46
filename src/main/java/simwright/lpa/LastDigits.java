package simwright.lpa;

import java.time.Duration;
import simwright.ask.Question;
import simwright.fault.Fault;
import simwright.identity.Identifier;

/// The typed confirmation of what cannot be undone: the last digits of an identifier that stands on
/// the card or in its list, so that nobody confirms for another card or profile.
final class LastDigits {
  private static final Duration PERSON = Duration.ofMinutes(2);
  private static final int COUNT = 4;

  private LastDigits() {}

  /// Those of an identifier.
  static String of(Identifier identifier) {
    return identifier.value().substring(identifier.value().length() - COUNT);
  }

  /// Asks for them; throws `lpa/unconfirmed`.
  static void typed(Flow flow, String title, String text, Identifier identifier) {
    boolean typed =
        flow.attendant()
            .ask(new Question.TypedConfirmation(title, text, of(identifier), PERSON))
            .orElse(false);
    if (!typed) {
      throw new Fault(
          LpaCodes.UNCONFIRMED, "waiting for the last digits to be typed", flow.device());
    }
  }
}
