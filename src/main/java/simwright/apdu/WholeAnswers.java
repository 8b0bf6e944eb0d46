package simwright.apdu;

import java.util.ArrayList;
import java.util.List;
import simwright.fault.Fault;
import simwright.time.Deadline;
import simwright.tlv.Octets;

/// Fetches what the card announces with 61xx and puts it together (ISO/IEC 7816-4 clause 7.6.1).
/// Cards differ in the class byte GET RESPONSE must have: ISO's own on the channel is tried first,
/// then the command's, and what worked is kept. The rounds are bounded.
public final class WholeAnswers implements CardChannel {
  /// The longest answer there can be, 65,536 bytes, in the smallest usual pieces.
  static final int ROUNDS = 600;

  private final CardChannel wire;
  private boolean ownClass;

  /// Over this channel.
  public WholeAnswers(CardChannel wire) {
    this.wire = wire;
  }

  @Override
  public Response transmit(Command command, Deadline deadline) {
    Response part = wire.transmit(command, deadline);
    if (part.status().range() != StatusWord.Range.DONE_MORE) {
      return part;
    }
    List<Octets> parts = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      parts.add(part.data());
      if (part.status().range() != StatusWord.Range.DONE_MORE) {
        return new Response(Octets.join(parts), part.status());
      }
      part = more(command.cls(), part.status().bytes(), deadline);
    }
    throw new Fault(ApduCodes.ENDLESS, "fetching an answer", command.toString());
  }

  private Response more(ClassByte cls, int bytes, Deadline deadline) {
    Response said = wire.transmit(get(ownClass ? cls : cls.plain(), bytes), deadline);
    boolean refused = said.status().value() == 0x6e00 || said.status().value() == 0x6d00;
    if (!refused || !cls.proprietary()) {
      return said;
    }
    ownClass = !ownClass;
    return wire.transmit(get(ownClass ? cls : cls.plain(), bytes), deadline);
  }

  private static Command get(ClassByte cls, int bytes) {
    return Command.of(0, 0xc0, 0, 0).with(cls).expecting(bytes);
  }
}
