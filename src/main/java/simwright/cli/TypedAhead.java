package simwright.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import simwright.ask.Attendant;
import simwright.ask.Handed;
import simwright.ask.Question;

/// Types ahead what a person gave with the command, and hands over the files given for steps by
/// their keys; everything else is asked of who is there.
record TypedAhead(Attendant person, Optional<String> typed, Map<String, Path> files)
    implements Attendant {
  @Override
  @SuppressWarnings("unchecked")
  public <A> Optional<A> ask(Question<A> question) {
    if (question instanceof Question.Attach wanted && files.containsKey(wanted.key())) {
      return (Optional<A>) Optional.ofNullable(files.get(wanted.key())).map(Handed.Document::new);
    }
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
