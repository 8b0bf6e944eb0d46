package simwright.apdu;

import simwright.time.Deadline;

/// Asks again with the length the card names in 6Cxx, once (ISO/IEC 7816-4 clause 5.3.4).
public record RightLength(CardChannel wire) implements CardChannel {
  @Override
  public Response transmit(Command command, Deadline deadline) {
    Response first = wire.transmit(command, deadline);
    return first.status().range() == StatusWord.Range.WRONG_LENGTH
        ? wire.transmit(command.expecting(first.status().bytes()), deadline)
        : first;
  }
}
