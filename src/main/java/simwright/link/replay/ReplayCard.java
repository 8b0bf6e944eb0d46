package simwright.link.replay;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.fault.Fault;
import simwright.link.CardLink;
import simwright.link.CardMet;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.tlv.Octets;

/// Plays the transcript of a card: each command gets its recorded answer, each reset the recorded
/// answer to reset, and where the talk broke it breaks again. What was not recorded is
/// `link/replay-mismatch` with both sides, without data, as identifiers stand in it.
final class ReplayCard implements CardLink {
  private static final int MANAGE_CHANNEL = 0x70;
  private static final int CLOSE = 0x80;

  private final LinkAddress address;
  private final CardScript script;
  private final Set<Integer> channels = new HashSet<>(Set.of(0));
  private CardMet met;

  ReplayCard(LinkAddress address, CardScript script) {
    this.address = address;
    this.script = script;
    this.met =
        script
            .powered()
            .orElseThrow(() -> mismatch("expected a command", "the card is to be powered"));
  }

  @Override
  public LinkAddress address() {
    return address;
  }

  @Override
  public Octets atr() {
    return met.atr();
  }

  @Override
  public String protocol() {
    return met.protocol();
  }

  @Override
  public boolean hasChannel(int number) {
    return channels.contains(number);
  }

  @Override
  public Response transmit(Command command) {
    Optional<CardTurn> turn = script.next(command);
    if (turn.isPresent() && turn.get() instanceof CardTurn.Asked asked && asked.is(command)) {
      Response said = answer(asked, command);
      follow(command, said);
      return said;
    }
    throw refusal(turn, "was sent " + command, turn.flatMap(each -> place(each, command)));
  }

  private Response answer(CardTurn.Asked asked, Command command) {
    if (asked.answer().isEmpty()) {
      throw refusal(script.after(), "was sent " + command, Optional.empty());
    }
    if (CardTurn.masked(asked.answer())) {
      throw mismatch("the recording hides what the card answered", "was sent " + command);
    }
    return Response.parse(Octets.hex(asked.answer()));
  }

  private void follow(Command command, Response said) {
    boolean managing = command.ins() == MANAGE_CHANNEL && said.status().succeeded();
    if (managing && command.p1() == CLOSE) {
      channels.remove(command.p2());
    } else if (managing && said.data().length() == 1) {
      channels.add(said.data().at(0));
    }
  }

  @Override
  public void reset() {
    channels.retainAll(Set.of(0));
    Optional<CardTurn> turn = script.reset();
    if (turn.isPresent() && turn.get() instanceof CardTurn.Met again) {
      met = again.card();
    } else {
      throw refusal(turn, "the card is to be reset", Optional.empty());
    }
  }

  @Override
  public void close() {
    channels.clear();
  }

  /// Why what is asked now cannot be had: the talk broke here, or went on in another way.
  private Fault refusal(Optional<CardTurn> turn, String asked, Optional<Integer> place) {
    if (turn.isPresent() && turn.get() instanceof CardTurn.Ended(var why, _)) {
      return new Fault(why, "replaying a transcript", address.toString());
    }
    String expected =
        switch (turn.orElse(null)) {
          case CardTurn.Asked each -> "expected " + each.words();
          case CardTurn.Met _ -> "expected a reset of the card";
          case null, default -> "expected nothing";
        };
    return mismatch(
        expected, asked + place.map(at -> "; they differ from byte " + at + " on").orElse(""));
  }

  private static Optional<Integer> place(CardTurn turn, Command command) {
    return turn instanceof CardTurn.Asked each ? each.differs(command) : Optional.empty();
  }

  private Fault mismatch(String expected, String asked) {
    return new Fault(
        LinkCodes.REPLAY_MISMATCH,
        "replaying a transcript",
        address.toString(),
        expected + ", " + asked,
        null);
  }

  /// What it plays from: the conversation in its order, or whatever is asked.
  interface CardScript {
    /// The card as it was first met.
    Optional<CardMet> powered();

    /// What stands there for a command; it is taken away where it is this one.
    Optional<CardTurn> next(Command command);

    /// What stands behind a command that was never answered.
    Optional<CardTurn> after();

    /// What stands there for a reset; it is taken away where it is one.
    Optional<CardTurn> reset();
  }
}
