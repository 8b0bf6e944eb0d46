package simwright.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import simwright.apdu.ApduCodes;
import simwright.apdu.CardApplication;
import simwright.apdu.CardChannel;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.apdu.RightLength;
import simwright.apdu.SelectedApplication;
import simwright.apdu.Terminal;
import simwright.apdu.Timed;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.link.CardPort;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.time.Deadline;
import simwright.time.Time;
import simwright.tlv.Octets;
import simwright.transcript.Transcript;

/// An open conversation with a card in a reader, where this program is the terminal: it tells the
/// card what it can do and carries out what the card wants.
record CardTalk(CardPort port, CardChannel card, BiConsumer<Transcript, FaultCode> ended)
    implements Talk {
  private static final Duration OPENING = Duration.ofSeconds(10);
  private static final String WAY = "reader";

  /// Powers the card behind an address; `ended` is told when the link breaks.
  static CardTalk over(
      Links links, LinkAddress address, Time time, BiConsumer<Transcript, FaultCode> ended) {
    CardPort port = links.openCard(address, time.deadline(OPENING));
    return new CardTalk(port, new RightLength(new Terminal(Timed.usual(port), port::reset)), ended);
  }

  @Override
  public void start() {
    port.whenEnded(why -> ended.accept(port.transcript(), why));
  }

  @Override
  public Transcript transcript() {
    return port.transcript();
  }

  @Override
  public CardApplication application(List<Octets> aids, Deadline deadline) {
    Terminal.introduce(card, deadline);
    List<String> tried = new ArrayList<>();
    return SelectedApplication.open(card, aids, WAY, tried, deadline)
        .orElseThrow(() ->
            new Fault(
                ApduCodes.NO_APPLICATION,
                "opening an application of the card",
                port.address().toString(),
                tried.stream().distinct().collect(Collectors.joining("; ")),
                null));
  }

  /// Asks the card whether it is still there, and whether it wants anything (STATUS, ETSI TS 102
  /// 221 clause 11.1.2).
  void ping(Deadline deadline) {
    Response unused = card.transmit(Command.of(0x80, 0xf2, 0, 0x0c), deadline);
  }

  @Override
  public boolean reset(Deadline deadline) {
    port.reset(deadline);
    return true;
  }

  @Override
  public boolean over() {
    return !port.isOpen();
  }

  /// Closing resets the card, which is all there is to put back.
  @Override
  public void putBack() {}

  @Override
  public void end() {
    port.close();
  }
}
