package simwright.cli;

import java.util.Optional;
import simwright.ask.Attendant;
import simwright.ask.Question;

/// Types ahead what a person gave with the command; everything else is asked of who is there.
record TypedAhead(Attendant person, Optional<String> typed) implements Attendant {
  @Override
  @SuppressWarnings("unchecked")
  public <A> Optional<A> ask(Question<A> question) {
    boolean given =
        question instanceof Question.TypedConfirmation asked
            && typed.filter(asked.expected()::equals).isPresent();
    return given ? (Optional<A>) Optional.of(true) : person.ask(question);
  }

  @Override
  public boolean isThere() {
    return person.isThere();
  }
}
