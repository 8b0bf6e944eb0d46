package simwright.link;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.time.Deadline;
import simwright.time.Time;
import simwright.transcript.Direction;
import simwright.transcript.Transcript;

/// An open link with its transcript and its one reading thread. Made by `Links` alone.
public final class Port implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Port.class);
  private static final Duration READ = Duration.ofMillis(500);

  private final ByteLink link;
  private final Transcript transcript;
  private final Time time;
  private final boolean simulated;
  private final AtomicBoolean open = new AtomicBoolean(true);

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
    return open.get();
  }

  /// Starts the reading thread, named after the port.
  public void start(Receiver receiver) {
    time.start("port " + address().path(), () -> run(receiver));
  }

  /// Sends bytes: into the transcript first, then onto the wire.
  public void send(byte[] bytes, Deadline deadline) {
    if (!open.get()) {
      throw new Fault(LinkCodes.CLOSED, "sending", address().toString());
    }
    transcript.append(Direction.SENT, bytes, bytes.length);
    link.write(bytes, deadline);
  }

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      link.close();
      transcript.note("closed");
      transcript.close();
    }
  }

  private void run(Receiver receiver) {
    Fault reason = new Fault(LinkCodes.CLOSED, "reading", address().toString());
    try {
      byte[] buffer = new byte[8192];
      while (open.get()) {
        int n = link.read(buffer, time.deadline(READ));
        if (n < 0) {
          if (open.get()) {
            reason = new Fault(LinkCodes.GONE, "reading", address().toString());
          }
          break;
        }
        if (n > 0) {
          transcript.append(Direction.RECEIVED, buffer, n);
          receiver.received(buffer, n);
        }
      }
    } catch (Fault fault) {
      reason = fault;
    } catch (RuntimeException defect) {
      LOG.error("the port thread of {} broke", address(), defect);
      reason = new Fault(LinkCodes.GONE, "reading", address().toString(), null, defect);
    }
    close();
    receiver.ended(reason);
  }
}
