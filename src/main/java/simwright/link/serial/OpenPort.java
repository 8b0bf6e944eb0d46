package simwright.link.serial;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.time.Deadline;
import simwright.time.Time;

/// A port that is open until it is closed here or its device goes. The system's own calls may block
/// for ever, so writing and closing run on threads of their own, which may be lost.
abstract class OpenPort implements ByteLink {
  private static final Logger LOG = LoggerFactory.getLogger(OpenPort.class);

  /// How long closing is waited for; a driver whose device vanished may never come back.
  private static final Duration CLOSING = Duration.ofMillis(600);

  final Time time;
  volatile boolean closed;
  volatile boolean gone;
  private final LinkAddress address;
  private final Runnable released;
  private boolean writing;
  private boolean shut;

  OpenPort(LinkAddress address, Time time, Runnable released) {
    this.address = address;
    this.time = time;
    this.released = released;
  }

  @Override
  public final LinkAddress address() {
    return address;
  }

  /// Hands the bytes to the system, however long it takes; may end as `over`.
  abstract void put(byte[] bytes);

  /// Gives the port back to the system, however long it takes.
  abstract void giveBack();

  /// Writes by a thread of its own and waits for it.
  final void writeApart(byte[] bytes, Deadline deadline) {
    synchronized (this) {
      writing = true;
    }
    time.start(
        "port " + address.path() + " writes",
        () -> {
          put(bytes);
          synchronized (this) {
            writing = false;
            notifyAll();
          }
        });
    awaitWritten(deadline);
  }

  /// Waits for what an earlier call began to write.
  final synchronized void awaitWritten(Deadline deadline) {
    boolean written = time.await(this, () -> !writing || closed || gone, deadline);
    throwIfOver();
    if (!written) {
      throw new Fault(LinkCodes.WRITE_TIMEOUT, "writing", address.toString());
    }
  }

  final void throwIfOver() {
    if (closed || gone) {
      FaultCode code = closed ? LinkCodes.CLOSED : LinkCodes.GONE;
      throw new Fault(code, "writing", address.toString());
    }
  }

  /// The device is no more.
  final synchronized void over() {
    gone = true;
    notifyAll();
  }

  /// The port counts as held until the system came back from closing it.
  @Override
  public final void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      notifyAll();
    }
    time.start("closing " + address.path(), this::shut);
    synchronized (this) {
      if (!time.await(this, () -> shut, time.deadline(CLOSING))) {
        LOG.warn("{} does not close; its driver holds it", address);
      }
    }
  }

  private void shut() {
    try {
      giveBack();
    } finally {
      released.run();
      synchronized (this) {
        shut = true;
        notifyAll();
      }
    }
  }
}
