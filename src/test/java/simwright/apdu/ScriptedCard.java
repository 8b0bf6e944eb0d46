package simwright.apdu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import simwright.time.Deadline;

/// A card that answers by a function and keeps what it was asked.
final class ScriptedCard implements CardChannel {
  final List<Command> asked = new ArrayList<>();
  final List<Deadline> deadlines = new ArrayList<>();
  private final Function<Command, Response> answer;

  ScriptedCard(Function<Command, Response> answer) {
    this.answer = answer;
  }

  @Override
  public Response transmit(Command command, Deadline deadline) {
    asked.add(command);
    deadlines.add(deadline);
    return answer.apply(command);
  }
}
