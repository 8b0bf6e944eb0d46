package simwright.sim.server;

import java.util.function.UnaryOperator;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.apdu.StatusWord;
import simwright.sim.euicc.EuiccCard;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// A simulated card whose whole answers are changed on their way.
final class BentCard {
  private static final int STORE_DATA = 0xe2;
  private static final int GET_RESPONSE = 0xc0;
  private static final int PIECE = 256;

  private final EuiccCard card;
  private final UnaryOperator<Tlv> bend;
  private Octets pending = Octets.NONE;

  BentCard(EuiccCard card, UnaryOperator<Tlv> bend) {
    this.card = card;
    this.bend = bend;
  }

  void reset() {
    pending = Octets.NONE;
    card.reset();
  }

  Response transmit(Command command) {
    if (command.ins() == GET_RESPONSE && !pending.isEmpty()) {
      return piece();
    }
    Response said = card.transmit(command).response();
    if (command.ins() != STORE_DATA || said.status().value() >> 8 != 0x61) {
      return said;
    }
    Octets whole = Octets.NONE;
    while (said.status().value() >> 8 == 0x61) {
      int left = said.status().value() & 0xff;
      Command more = Command.of(0, GET_RESPONSE, 0, 0).expecting(left == 0 ? PIECE : left);
      said = card.transmit(more.with(more.cls().onChannel(command.cls().channel()))).response();
      whole = whole.then(said.data());
    }
    pending = bend.apply(Tlv.read(whole)).raw();
    return Response.of(waiting());
  }

  private Response piece() {
    Octets part = pending.part(0, Math.min(PIECE, pending.length()));
    pending = pending.from(part.length());
    return new Response(part, new StatusWord(pending.isEmpty() ? 0x9000 : waiting()));
  }

  private int waiting() {
    return 0x6100 | (pending.length() >= PIECE ? 0 : pending.length());
  }
}
