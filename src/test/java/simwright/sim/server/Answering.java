package simwright.sim.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import simwright.ask.Attendant;
import simwright.ask.Question;

/// Somebody who answers as the test says, and remembers what was asked.
final class Answering implements Attendant {
  final List<Question<?>> asked = new ArrayList<>();
  private final Function<Question<?>, Optional<?>> answer;

  Answering(Function<Question<?>, Optional<?>> answer) {
    this.answer = answer;
  }

  @Override
  @SuppressWarnings("unchecked")
  public synchronized <A> Optional<A> ask(Question<A> question) {
    asked.add(question);
    return (Optional<A>) answer.apply(question);
  }

  /// How many questions had this title.
  long asked(String title) {
    return asked.stream().filter(each -> each.title().equals(title)).count();
  }
}
