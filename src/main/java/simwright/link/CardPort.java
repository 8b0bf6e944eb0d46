package simwright.link;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import simwright.apdu.CardChannel;
import simwright.apdu.Command;
import simwright.apdu.Recording;
import simwright.apdu.Response;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.Deadline;
import simwright.time.Time;
import simwright.tlv.Octets;
import simwright.transcript.Transcript;

/// An open card link with its transcript and its one thread, which bounds every wait: a reader that
/// does not come back by the deadline ends the link. Made by `Links` alone.
public final class CardPort implements CardChannel, AutoCloseable {
  private static final int MANAGE_CHANNEL = 0x70;
  private static final int CLOSE = 0x80;
  private static final int NO_SUCH_CHANNEL = 0x6881;
  private static final Duration CLOSING = Duration.ofSeconds(3);

  private final LinkAddress address;
  private final Supplier<CardLink> opening;
  private final Supplier<Transcript> writing;
  private final boolean simulated;
  private final Turns turns;
  private final AtomicReference<@Nullable CardLink> link = new AtomicReference<>();
  private final AtomicReference<@Nullable CardTranscript> written = new AtomicReference<>();
  private volatile Consumer<FaultCode> listening = why -> {};

  CardPort(
      LinkAddress address,
      Supplier<CardLink> opening,
      Supplier<Transcript> writing,
      boolean simulated,
      Time time) {
    this.address = address;
    this.opening = opening;
    this.writing = writing;
    this.simulated = simulated;
    this.turns = new Turns(address, time);
  }

  /// Powers the card and takes it, and begins the transcript then; who waits till the deadline for
  /// a card that another program does not give free is told `link/busy`. Throws `link/busy`,
  /// `link/no-card`, `link/absent`, `link/reader-service` and the like.
  void open(Deadline deadline) {
    turns.start(this::leave);
    CardLink opened =
        turns.take(
            "opening a card",
            () -> {
              CardLink made = opening.get();
              link.set(made);
              return made;
            },
            LinkCodes.BUSY,
            deadline);
    CardTranscript begun = new CardTranscript(writing.get());
    written.set(begun);
    begun.met(opened.atr(), opened.protocol());
  }

  /// Where it leads.
  public LinkAddress address() {
    return address;
  }

  /// Whether a simulated card is in it.
  public boolean simulated() {
    return simulated;
  }

  /// What goes over it.
  public Transcript transcript() {
    return written().file();
  }

  /// Whether it is still open.
  public boolean isOpen() {
    return turns.open();
  }

  /// The card's answer to reset.
  public Octets atr() {
    return linked().atr();
  }

  /// `T=0` or `T=1`.
  public String protocol() {
    return linked().protocol();
  }

  @Override
  public Response transmit(Command command, Deadline deadline) {
    return turns.take(
        "sending " + command,
        () -> transmitted(command, deadline),
        LinkCodes.CARD_TIMEOUT,
        deadline);
  }

  /// What is meant for a channel that a reset has closed is answered as the card would, and noted
  /// as not sent.
  private Response transmitted(Command command, Deadline deadline) {
    CardLink open = linked();
    boolean closing = command.ins() == MANAGE_CHANNEL && command.p1() == CLOSE;
    int number = closing ? command.p2() : command.cls().channel();
    if (!command.cls().proprietary() && !open.hasChannel(number)) {
      written().unsent(command, number);
      return Response.of(NO_SUCH_CHANNEL);
    }
    return new Recording((each, _) -> open.transmit(each), written()).transmit(command, deadline);
  }

  /// Resets the card; logical channels are closed by that.
  public void reset(Deadline deadline) {
    CardLink now =
        turns.take(
            "resetting the card",
            () -> {
              CardLink open = linked();
              open.reset();
              return open;
            },
            LinkCodes.CARD_TIMEOUT,
            deadline);
    written().met(now.atr(), now.protocol());
  }

  /// Who is told, on the port's thread, why it ended.
  public void whenEnded(Consumer<FaultCode> listener) {
    listening = listener;
  }

  /// The reader is no longer there.
  void vanished() {
    turns.end(LinkCodes.GONE);
  }

  @Override
  public void close() {
    turns.end(LinkCodes.CLOSED);
    turns.awaitEnd(CLOSING);
  }

  private CardTranscript written() {
    CardTranscript now = written.get();
    if (now == null) {
      throw new Fault(LinkCodes.CLOSED, "talking to a card", address.toString());
    }
    return now;
  }

  private CardLink linked() {
    CardLink now = link.get();
    if (now == null) {
      throw new Fault(LinkCodes.CLOSED, "talking to a card", address.toString());
    }
    return now;
  }

  /// On the port thread, when all is over.
  private void leave(FaultCode why) {
    CardLink now = link.getAndSet(null);
    try {
      if (now != null) {
        now.close();
      }
    } finally {
      CardTranscript begun = written.get();
      if (begun != null) {
        begun.ended(why);
      }
      listening.accept(why);
    }
  }
}
