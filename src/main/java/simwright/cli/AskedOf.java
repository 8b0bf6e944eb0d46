package simwright.cli;

import java.util.Optional;
import simwright.ask.Attendant;
import simwright.ask.Question;

/// Asks a person about one of several devices, one question at a time, and says which device it is
/// about.
record AskedOf(String device, TerminalAttendant person) implements Attendant {
  @Override
  public <A> Optional<A> ask(Question<A> question) {
    synchronized (person) {
      person.about(device);
      return person.ask(question);
    }
  }
}
