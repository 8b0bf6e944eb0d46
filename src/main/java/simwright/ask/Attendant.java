package simwright.ask;

import java.util.Optional;

/// Who answers questions: a dialog, a prompt on a terminal, `--yes`, or a plan.
@FunctionalInterface
public interface Attendant {
  /// Asks and waits; empty when declined, or when the time passed and the question has no default.
  <A> Optional<A> ask(Question<A> question);

  /// Whether there is anybody to ask what was not answered ahead.
  default boolean isThere() {
    return true;
  }

  /// Nobody is there: every question gets its default.
  static Attendant absent() {
    return new Attendant() {
      @Override
      public <A> Optional<A> ask(Question<A> question) {
        return question.byDefault();
      }

      @Override
      public boolean isThere() {
        return false;
      }
    };
  }
}
