package simwright.acceptance.step;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.acceptance.Held;
import simwright.acceptance.StepContext;
import simwright.fault.Fault;
import simwright.time.Deadline;
import simwright.time.Time;

/// An application session over a TCP stream through the device's bearer: numbered requests, each
/// repeated until it comes back. A connection that brings nothing back is given up and another is
/// opened, on which the session goes on where it was.
final class EchoFlow implements Held {
  private static final Logger LOG = LoggerFactory.getLogger(EchoFlow.class);
  private static final Duration BACK = Duration.ofSeconds(3);
  private static final Duration LOOK = Duration.ofMillis(80);
  private static final int SESSION = 36 * 36 * 36;

  private final EchoStream stream;
  private final Optional<EchoPeer> peer;
  private final Time time;
  private final String session;
  private final StringBuilder inbox = new StringBuilder();
  private int next;
  private int sentTo = -1;
  private Figures figures = Figures.NONE;

  /// What was so far: requests that were answered and sent again, the bytes that the modem took and
  /// those of them that were repeated, those that came back, and connections that were lost.
  record Figures(
      int answered, int repeated, long taken, long takenAgain, long back, int connectionsLost) {
    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);

    Figures since(Figures before) {
      return new Figures(
          answered - before.answered,
          repeated - before.repeated,
          taken - before.taken,
          takenAgain - before.takenAgain,
          back - before.back,
          connectionsLost - before.connectionsLost);
    }
  }

  /// To an endpoint; `peer` where it is this program's own and tells what arrived.
  EchoFlow(StepContext context, EchoStream stream, Optional<EchoPeer> peer) {
    this.stream = stream;
    this.peer = peer;
    this.time = context.time();
    long now = Math.floorMod(context.time().now().toEpochMilli(), (long) SESSION * SESSION);
    this.session =
        String.format(Locale.ROOT, "%8s", Long.toString(now, 36).toUpperCase(Locale.ROOT))
            .replace(' ', '0');
  }

  synchronized Figures figures() {
    return figures;
  }

  /// The bytes that the modem took and that never arrived; where nobody tells what arrived, those
  /// that never came back.
  synchronized long bytesLost() {
    return Math.max(0, figures.taken() - peer.map(EchoPeer::bytes).orElse(figures.back()));
  }

  /// Whether no request was missing when the next one came, by the endpoint's own count.
  boolean whole() {
    return peer.filter(each -> each.gaps() > 0).isEmpty();
  }

  /// Who counted what arrived.
  String words() {
    return peer.map(each ->
            "counted at the endpoint, where " + each.again() + " requests came more than once")
        .orElse("counted by what came back");
  }

  /// Sends the next request, or the last again, and waits for it; whether it came back.
  synchronized boolean request() {
    try {
      return (stream.open() || connects()) && exchanged();
    } catch (Fault broken) {
      LOG.debug("the stream broke off: {}", broken.code());
      if (stream.open()) {
        stream.forget();
        lost();
      }
      return false;
    }
  }

  /// Out of service nothing is tried, as the modem would be busy with it.
  private boolean connects() {
    inbox.setLength(0);
    return stream.served() && stream.connect();
  }

  private boolean exchanged() {
    String record = EchoRecord.of(session, next);
    boolean again = sentTo == next;
    if (!stream.send(record)) {
      given();
      return false;
    }
    sentTo = next;
    count(again ? 1 : 0, record.length(), again ? record.length() : 0, 0);
    if (!comes(record)) {
      given();
      return false;
    }
    next++;
    count(0, 0, 0, record.length());
    return true;
  }

  private boolean comes(String record) {
    Deadline deadline = time.deadline(BACK);
    while (inbox.indexOf(record) < 0) {
      if (deadline.passed()) {
        return false;
      }
      time.sleep(LOOK);
      inbox.append(stream.read(2 * EchoRecord.LENGTH));
    }
    inbox.setLength(0);
    return true;
  }

  private void count(int repeated, long taken, long takenAgain, long back) {
    figures =
        new Figures(
            figures.answered() + (back > 0 ? 1 : 0),
            figures.repeated() + repeated,
            figures.taken() + taken,
            figures.takenAgain() + takenAgain,
            figures.back() + back,
            figures.connectionsLost());
  }

  /// The connection is given up.
  private void given() {
    lost();
    stream.close();
  }

  private void lost() {
    figures =
        new Figures(
            figures.answered(),
            figures.repeated(),
            figures.taken(),
            figures.takenAgain(),
            figures.back(),
            figures.connectionsLost() + 1);
  }

  @Override
  public synchronized void close() {
    try {
      stream.close();
    } catch (Fault broken) {
      LOG.debug("a socket was left open: {}", broken.code());
    }
    peer.ifPresent(EchoPeer::close);
  }
}
