package simwright.rollout.retirement;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What has to be seen before a profile is retired; which of them depends on whether it ever came
/// to a card.
public enum RetirementPart {
  /// Its order was ended at the server (ES2+ CancelOrder), or the operator says so.
  ORDER_CANCELLED("the order cancelled at its server"),
  /// The operator has suspended the line, and a person has its receipt.
  LINE_SUSPENDED("the operator's receipt that the line is suspended"),
  /// It is not in use on its card.
  DISABLED("the profile disabled on its card"),
  /// It is not on its card any more.
  DELETED("the profile deleted from its card"),
  /// Each server that wants to hear of its deletion has.
  SERVER_TOLD("the delete notification taken by its server");

  private final String words;

  RetirementPart(String words) {
    this.words = words;
  }

  /// As records spell it: `line-suspended`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What it is, as it is told where it is missing.
  public String words() {
    return words;
  }

  static Optional<RetirementPart> of(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
