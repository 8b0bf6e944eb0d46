package simwright.sim.vpcd;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.fault.Fault;
import simwright.lab.LabCodes;
import simwright.sim.euicc.EuiccCard;
import simwright.time.Time;
import simwright.tlv.Octets;

/// A simulated card in a virtual reader of the system: connects to vpcd over TCP, and answers what
/// comes in frames of two bytes of length and that many bytes. A single byte is the reader's own
/// word: power off, power on, reset, or the question for the answer to reset (vsmartcard, vpcd).
/// When the reader goes, because the card service stops, the card waits for it to come back.
public final class VirtualReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VirtualReader.class);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final int CONNECTING_MS = 2_000;
  private static final int OFF = 0;
  private static final int ON = 1;
  private static final int RESET = 2;
  private static final int ATR = 4;

  private final EuiccCard card;
  private final AnswerToReset atr;
  private final InetSocketAddress reader;
  private final Time time;
  private final AtomicBoolean inserted = new AtomicBoolean();
  private final AtomicInteger resets = new AtomicInteger();
  private @Nullable Socket socket;

  /// A card for the reader at an address.
  public VirtualReader(EuiccCard card, AnswerToReset atr, InetSocketAddress reader, Time time) {
    this.card = card;
    this.atr = atr;
    this.reader = reader;
    this.time = time;
  }

  /// Puts the card in; throws `lab/no-reader` where no virtual reader listens.
  public void insert() {
    if (inserted.compareAndSet(false, true)) {
      Socket first;
      try {
        first = connect();
      } catch (IOException e) {
        inserted.set(false);
        throw new Fault(
            LabCodes.NO_READER,
            "putting a card into a reader",
            reader.toString(),
            e.getMessage(),
            e);
      }
      Thread unused = time.start("card in " + reader.getPort(), () -> run(first));
    }
  }

  /// Pulls the card.
  public void pull() {
    inserted.set(false);
    shut();
  }

  /// How often the card was reset or powered.
  public int resets() {
    return resets.get();
  }

  @Override
  public void close() {
    pull();
  }

  private Socket connect() throws IOException {
    Socket made = new Socket();
    made.setTcpNoDelay(true);
    made.connect(reader, CONNECTING_MS);
    synchronized (this) {
      socket = made;
    }
    return made;
  }

  private void run(Socket first) {
    Socket now = first;
    while (inserted.get()) {
      try (Socket open = now) {
        converse(open);
      } catch (IOException gone) {
        LOG.debug("the reader at {} has gone: {}", reader, gone.getMessage());
      }
      if (inserted.get()) {
        time.sleep(PAUSE);
        now = again(now);
      }
    }
    shut();
  }

  private Socket again(Socket old) {
    try {
      return connect();
    } catch (IOException notYet) {
      LOG.debug("the reader at {} is not back: {}", reader, notYet.getMessage());
      return old;
    }
  }

  private void converse(Socket open) throws IOException {
    DataInputStream in = new DataInputStream(open.getInputStream());
    DataOutputStream out = new DataOutputStream(open.getOutputStream());
    boolean quick = open.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    while (inserted.get()) {
      if (quick) {
        // vpcd sends length and bytes apart, and its system waits 40 ms for our word in between
        open.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
      }
      byte[] frame = new byte[in.readUnsignedShort()];
      in.readFully(frame);
      Octets said = frame.length == 1 ? word(frame[0]) : answer(Octets.of(frame));
      if (!said.isEmpty()) {
        byte[] bytes = Octets.of(said.length() >> 8, said.length()).then(said).toArray();
        out.write(bytes);
      }
    }
  }

  private Octets word(byte word) {
    switch (word) {
      case OFF, ON, RESET -> {
        resets.incrementAndGet();
        card.reset();
      }
      case ATR -> {
        return atr.bytes();
      }
      default -> LOG.debug("a word that vpcd does not have: {}", word);
    }
    return Octets.NONE;
  }

  private Octets answer(Octets bytes) {
    Response response;
    try {
      EuiccCard.Answered answered = card.transmit(Command.parse(bytes));
      time.sleep(answered.took());
      response = answered.response();
    } catch (Fault unread) {
      response = Response.of(0x6700);
    }
    return response.encode();
  }

  private synchronized void shut() {
    Socket now = socket;
    socket = null;
    if (now != null) {
      try {
        now.close();
      } catch (IOException e) {
        LOG.debug("closing the way to the reader: {}", e.getMessage());
      }
    }
  }
}
