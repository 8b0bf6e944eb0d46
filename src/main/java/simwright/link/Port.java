package simwright.link;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.Deadline;
import simwright.time.Time;
import simwright.transcript.Direction;
import simwright.transcript.Transcript;

/// An open link with its transcript and its one reading thread. Made by `Links` alone.
public final class Port implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Port.class);

  /// How long an unfinished line waits for its end before it is written as it is.
  private static final Duration IDLE = Duration.ofMillis(200);

  private static final Duration GRACE = Duration.ofMillis(100);

  private final ByteLink link;
  private final Transcript transcript;
  private final Time time;
  private final boolean simulated;

  /// Why it ended; empty while it is open.
  private final AtomicReference<@Nullable FaultCode> ended = new AtomicReference<>();

  private final Object sending = new Object();
  private final AtomicReference<@Nullable Receiver> listening = new AtomicReference<>();

  Port(ByteLink link, Transcript transcript, boolean simulated, Time time) {
    this.link = link;
    this.transcript = transcript;
    this.simulated = simulated;
    this.time = time;
  }

  /// Where it leads.
  public LinkAddress address() {
    return link.address();
  }

  /// Whether a simulated device is at the far end.
  public boolean simulated() {
    return simulated;
  }

  /// What goes over it.
  public Transcript transcript() {
    return transcript;
  }

  /// Whether it is still open.
  public boolean isOpen() {
    return ended.get() == null;
  }

  /// Starts the reading thread, named after the port.
  public void start(Receiver receiver) {
    listening.set(receiver);
    time.start("port " + address().path(), () -> run(receiver));
  }

  /// Sends bytes: into the transcript first, then onto the wire.
  public void send(byte[] bytes, Deadline deadline) {
    FaultCode why = ended.get();
    if (why != null) {
      throw new Fault(why, "sending", address().toString());
    }
    synchronized (sending) {
      transcript.append(Direction.SENT, bytes, bytes.length);
      try {
        link.write(bytes, deadline);
      } catch (Fault fault) {
        throw ended(fault);
      }
    }
  }

  /// A cable that was pulled closes the link behind it: then that is told, not that it is closed.
  private Fault ended(Fault fault) {
    FaultCode why = ended.get();
    boolean closed = fault.code().equals(LinkCodes.CLOSED);
    return closed && why != null && !why.equals(LinkCodes.CLOSED)
        ? new Fault(why, "sending", address().toString(), null, fault)
        : fault;
  }

  @Override
  public void close() {
    end(LinkCodes.CLOSED);
  }

  private void end(FaultCode why) {
    if (ended.compareAndSet(null, why)) {
      try (transcript) {
        link.close();
        transcript.note("ended: " + why);
      }
    }
  }

  private void run(Receiver receiver) {
    Fault reason;
    try {
      listen(receiver);
      FaultCode code = isOpen() ? LinkCodes.GONE : LinkCodes.CLOSED;
      reason = new Fault(code, "reading", address().toString());
    } catch (Fault fault) {
      reason = fault;
    } catch (RuntimeException defect) {
      LOG.error("the port thread of {} broke", address(), defect);
      reason = new Fault(LinkCodes.BROKEN, "reading", address().toString(), null, defect);
    }
    tell(reason);
  }

  /// The device is no longer there. The reading thread is given a moment to say so itself; a driver
  /// may hold it for ever.
  void vanished() {
    Fault reason = new Fault(LinkCodes.GONE, "looking for the device", address().toString());
    time.after(GRACE, "vanished " + address().path(), () -> tell(reason));
  }

  private void tell(Fault reason) {
    Receiver receiver = listening.getAndSet(null);
    try {
      end(reason.code());
    } finally {
      if (receiver != null) {
        receiver.ended(reason);
      }
    }
  }

  private void listen(Receiver receiver) {
    byte[] buffer = new byte[8192];
    int n = 0;
    while (isOpen() && n >= 0) {
      n = link.read(buffer, time.deadline(IDLE));
      if (n > 0) {
        transcript.append(Direction.RECEIVED, buffer, n);
        receiver.received(buffer, n);
      } else {
        transcript.flush();
      }
    }
  }
}
