package simwright.link.replay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import simwright.apdu.Command;
import simwright.link.CardMet;
import simwright.time.Time;

/// The conversation with a card in the order in which it was recorded, at once or at the recorded
/// pace.
final class OrderedCard implements ReplayCard.CardScript {
  private final Deque<CardTurn> turns;
  private final boolean paced;
  private final Time time;

  OrderedCard(List<CardTurn> turns, boolean paced, Time time) {
    this.turns = new ArrayDeque<>(turns);
    this.paced = paced;
    this.time = time;
  }

  @Override
  public Optional<CardMet> powered() {
    return reset().filter(CardTurn.Met.class::isInstance).map(met -> ((CardTurn.Met) met).card());
  }

  @Override
  public Optional<CardTurn> next(Command command) {
    CardTurn first = turns.peek();
    if (first instanceof CardTurn.Asked asked && asked.is(command)) {
      return taken(asked.pause());
    }
    return Optional.ofNullable(first);
  }

  @Override
  public Optional<CardTurn> after() {
    return Optional.ofNullable(turns.peek());
  }

  @Override
  public Optional<CardTurn> reset() {
    return turns.peek() instanceof CardTurn.Met met
        ? taken(met.pause())
        : Optional.ofNullable(turns.peek());
  }

  private Optional<CardTurn> taken(Duration pause) {
    if (paced) {
      time.sleep(pause);
    }
    return Optional.of(turns.remove());
  }
}
