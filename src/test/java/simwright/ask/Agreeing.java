package simwright.ask;

import java.util.Optional;

/// Says yes to everything, and types what is asked.
public final class Agreeing implements Attendant {
  @Override
  @SuppressWarnings("unchecked")
  public <A> Optional<A> ask(Question<A> question) {
    return (Optional<A>) Optional.of(true);
  }
}
