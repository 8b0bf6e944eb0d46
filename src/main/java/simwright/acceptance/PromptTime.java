package simwright.acceptance;

import java.time.Duration;
import java.util.Optional;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.time.Time;

/// Who answers the questions of one run, and how long the run has waited for that: the time in
/// which at least one question was open. It counts against nothing but the question's own limit and
/// a limit that the plan sets for the whole run.
final class PromptTime implements Attendant {
  private final Attendant person;
  private final Time time;
  private int open;
  private long since;
  private long waited;

  PromptTime(Attendant person, Time time) {
    this.person = person;
    this.time = time;
  }

  @Override
  public <A> Optional<A> ask(Question<A> question) {
    opened();
    try {
      return person.ask(question);
    } finally {
      answered();
    }
  }

  @Override
  public boolean isThere() {
    return person.isThere();
  }

  /// So far.
  synchronized Duration waited() {
    return Duration.ofNanos(waited + (open > 0 ? time.nanos() - since : 0));
  }

  private synchronized void opened() {
    if (open++ == 0) {
      since = time.nanos();
    }
  }

  private synchronized void answered() {
    if (--open == 0) {
      waited += time.nanos() - since;
    }
  }
}
