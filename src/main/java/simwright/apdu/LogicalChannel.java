package simwright.apdu;

import simwright.fault.Fault;
import simwright.time.Deadline;
import simwright.tlv.Octets;

/// A logical channel 1 to 19 of a card: puts its number into every class byte. Stays open until it
/// is closed (MANAGE CHANNEL, ISO/IEC 7816-4 clause 7.1.2, ETSI TS 102 221 clause 11.1.17).
public record LogicalChannel(CardChannel card, int number) implements CardChannel {
  private static final Command OPEN = Command.of(0, 0x70, 0, 0).expecting(1);

  public LogicalChannel {
    if (number < 1 || number > ClassByte.LAST_CHANNEL) {
      throw new IllegalArgumentException("no logical channel: " + number);
    }
  }

  /// Has the card open a channel and name it. The wire below must know 6Cxx.
  public static LogicalChannel open(CardChannel card, Deadline deadline) {
    Response opened = card.transmit(OPEN, deadline);
    Octets data = opened.data();
    boolean named =
        opened.status().succeeded()
            && data.length() == 1
            && data.at(0) >= 1
            && data.at(0) <= ClassByte.LAST_CHANNEL;
    if (!named) {
      throw new Fault(
          ApduCodes.NO_CHANNEL,
          "opening a logical channel",
          "the card",
          "status word " + opened.status(),
          null);
    }
    return new LogicalChannel(card, data.at(0));
  }

  /// Selects an application on it by its identifier; the answer may be a refusal such as 6A82.
  public Response select(Octets aid, Deadline deadline) {
    return transmit(Command.of(0, 0xa4, 4, 0).with(aid).expecting(256), deadline);
  }

  /// Has the card close it. The answer may be a refusal: a reset has closed it before.
  public Response close(Deadline deadline) {
    return card.transmit(Command.of(0, 0x70, 0x80, number), deadline);
  }

  @Override
  public Response transmit(Command command, Deadline deadline) {
    return card.transmit(command.with(command.cls().onChannel(number)), deadline);
  }
}
