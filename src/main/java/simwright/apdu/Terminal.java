package simwright.apdu;

import simwright.time.Deadline;
import simwright.tlv.Octets;
import simwright.tlv.Tag;

/// What a modem does for its card by itself, and who talks to a card in a reader has to do: it says
/// that a local profile assistant is there, and carries out what the card wants to have done after
/// 91xx. Of the proactive commands only REFRESH is carried out, by resetting the card; all others
/// are declined (ETSI TS 102 223 clauses 6.4.7 and 6.8, ETSI TS 102 221 clause 11.1.19).
public record Terminal(CardChannel wire, Reset reset) implements CardChannel {
  private static final Command CAPABILITY =
      Command.of(0x80, 0xaa, 0, 0).with(Octets.hex("A9088100820101830107"));
  private static final int ROUNDS = 10;
  private static final int REFRESH = 0x01;
  private static final Tag PROACTIVE = Tag.of(0xd0);
  private static final Octets DETAILS = Octets.hex("8103");
  private static final int DONE = 0x00;
  private static final int BEYOND = 0x30;

  /// Resets the card; its logical channels are closed by that.
  @FunctionalInterface
  public interface Reset {
    /// Resets it.
    void now(Deadline deadline);
  }

  /// Tells the card what this terminal can do for an eUICC: some cards hide their ISD-R until they
  /// know. A card that knows no such command is none the worse.
  public static void introduce(CardChannel card, Deadline deadline) {
    Response unused = card.transmit(CAPABILITY, deadline);
  }

  @Override
  public Response transmit(Command command, Deadline deadline) {
    Response said = wire.transmit(command, deadline);
    if (said.status().range() == StatusWord.Range.DONE_PROACTIVE) {
      serve(said.status(), deadline);
    }
    return said;
  }

  /// Fetches what waits until nothing does; a card that cannot be served is reset, which ends its
  /// wish too.
  private void serve(StatusWord waiting, Deadline deadline) {
    boolean restart = false;
    StatusWord status = waiting;
    for (int round = 0;
        round < ROUNDS && status.range() == StatusWord.Range.DONE_PROACTIVE;
        round++) {
      Response fetched =
          wire.transmit(Command.of(0x80, 0x12, 0, 0).expecting(status.bytes()), deadline);
      Octets details = details(fetched);
      if (details.isEmpty()) {
        restart = true;
        break;
      }
      boolean refresh = details.at(3) == REFRESH;
      restart |= refresh;
      Octets said =
          details.then(Octets.hex("82028281")).then(Octets.of(0x83, 1, refresh ? DONE : BEYOND));
      status = wire.transmit(Command.of(0x80, 0x14, 0, 0).with(said), deadline).status();
    }
    if (restart || status.range() == StatusWord.Range.DONE_PROACTIVE) {
      reset.now(deadline);
    }
  }

  /// The command details `81 03 number type qualifier`; nothing where there are none.
  private static Octets details(Response fetched) {
    Octets data = fetched.data();
    boolean proactive =
        fetched.status().succeeded() && !data.isEmpty() && data.at(0) == PROACTIVE.value();
    int body = proactive && data.length() > 1 && data.at(1) == 0x81 ? 3 : 2;
    boolean told =
        proactive
            && data.length() >= body + 5
            && (data.at(body) & 0x7f) == 0x01
            && data.at(body + 1) == DETAILS.at(1);
    return told ? DETAILS.then(data.part(body + 2, body + 5)) : Octets.NONE;
  }
}
