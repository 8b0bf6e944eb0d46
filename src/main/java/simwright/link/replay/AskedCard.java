package simwright.link.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.apdu.Command;
import simwright.link.CardMet;
import simwright.tlv.Octets;

/// What a card said to each command, in whatever order it is asked: what was answered several times
/// gets its answers in turn and the last one from then on. What only goes on with the command
/// before (GET RESPONSE, the next block of STORE DATA, FETCH, TERMINAL RESPONSE) is looked up
/// behind it.
final class AskedCard implements ReplayCard.CardScript {
  private static final int STORE_DATA = 0xe2;

  private final Map<String, Deque<CardTurn>> answers = new HashMap<>();
  private final Optional<CardTurn> met;
  private String before = "";

  AskedCard(List<CardTurn> turns) {
    this.met = turns.stream().filter(CardTurn.Met.class::isInstance).findFirst();
    for (CardTurn turn : turns) {
      if (turn instanceof CardTurn.Asked asked
          && !asked.answer().isEmpty()
          && !CardTurn.masked(asked.command())) {
        answers
            .computeIfAbsent(
                key(Command.parse(Octets.hex(asked.command()))), _ -> new ArrayDeque<>())
            .add(turn);
      }
    }
    before = "";
  }

  @Override
  public Optional<CardMet> powered() {
    return met.map(turn -> ((CardTurn.Met) turn).card());
  }

  @Override
  public Optional<CardTurn> next(Command command) {
    Deque<CardTurn> known = answers.get(key(command));
    return known == null
        ? Optional.empty()
        : Optional.of(known.size() > 1 ? known.remove() : known.element());
  }

  @Override
  public Optional<CardTurn> after() {
    return Optional.empty();
  }

  @Override
  public Optional<CardTurn> reset() {
    return met;
  }

  private String key(Command command) {
    String own = command.encode().hex();
    boolean goesOn =
        switch (command.ins()) {
          case 0xc0, 0x12, 0x14 -> true;
          default -> command.ins() == STORE_DATA && command.p2() > 0;
        };
    before = goesOn ? before + " " + own : own;
    return before;
  }
}
