package simwright.link.serial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.time.Deadline;
import simwright.time.Time;

/// One open serial port. After a hang-up the driver still calls the port open, reads -1 and writes
/// 0; this class remembers that it is over.
final class SerialLink implements ByteLink {
  private static final Logger LOG = LoggerFactory.getLogger(SerialLink.class);

  /// Bytes that a driver's buffer (4 KiB at least) takes since the device last spoke.
  private static final int SURELY_FITS = 2048;

  private static final Duration PAUSE = Duration.ofMillis(2);
  private static final Duration LOOK = Duration.ofMillis(300);

  /// How long closing is waited for; a driver whose device vanished may never come back.
  private static final Duration CLOSING = Duration.ofMillis(600);

  private final LinkAddress address;
  private final Path device;
  private final SerialDriver.Opened port;
  private final Time time;
  private final Runnable released;
  private volatile boolean closed;
  private volatile boolean gone;
  private final AtomicInteger unanswered = new AtomicInteger();
  private volatile boolean writing;
  private boolean reading;
  private boolean shut;
  private Deadline look;

  SerialLink(
      LinkAddress address, Path device, SerialDriver.Opened port, Time time, Runnable released) {
    this.address = address;
    this.device = device;
    this.port = port;
    this.time = time;
    this.released = released;
    this.look = time.deadline(LOOK);
  }

  @Override
  public LinkAddress address() {
    return address;
  }

  @Override
  public int read(byte[] buffer, Deadline deadline) {
    if (!enter()) {
      return -1;
    }
    try {
      do {
        int n = port.read(buffer);
        if (n < 0 || (n == 0 && vanished())) {
          over();
          return -1;
        }
        if (n > 0) {
          unanswered.set(0);
          return n;
        }
      } while (!closed && !deadline.passed());
      return closed ? -1 : 0;
    } finally {
      leave();
    }
  }

  /// The driver's write blocks when the device takes nothing. What surely fits its buffer is
  /// written at once; more is written by a thread of its own, which may be lost.
  @Override
  public void write(byte[] bytes, Deadline deadline) {
    awaitEnd(() -> !writing, deadline);
    if (unanswered.get() + bytes.length <= SURELY_FITS && port.waiting() == 0) {
      unanswered.addAndGet(bytes.length);
      put(bytes);
      throwIfOver();
      return;
    }
    writing = true;
    time.start(
        "port " + address.path() + " writes",
        () -> {
          put(bytes);
          synchronized (this) {
            writing = false;
            notifyAll();
          }
        });
    awaitEnd(() -> !writing, deadline);
  }

  private void put(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && !closed && !gone) {
      int n = port.write(at == 0 ? bytes : Arrays.copyOfRange(bytes, at, bytes.length));
      if (n < 0) {
        gone = !closed;
      }
      at += Math.max(0, n);
      if (n == 0) {
        time.sleep(PAUSE);
      }
    }
  }

  private void awaitEnd(BooleanSupplier done, Deadline deadline) {
    throwIfOver();
    synchronized (this) {
      boolean unused = time.await(this, () -> done.getAsBoolean() || closed || gone, deadline);
      throwIfOver();
      if (!done.getAsBoolean()) {
        throw new Fault(LinkCodes.WRITE_TIMEOUT, "writing", address.toString());
      }
    }
  }

  /// The driver's own close can block for ever when its device has vanished, so a thread that may
  /// be lost does it; the port counts as held until it came back.
  @Override
  public void close() {
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
    synchronized (this) {
      // the last read ends within its own time; closing under it would give it another port's bytes
      boolean unused =
          time.await(
              this, () -> !reading, time.deadline(Duration.ofMillis(4 * SerialDriver.READ_MILLIS)));
    }
    port.close();
    released.run();
    synchronized (this) {
      shut = true;
      notifyAll();
    }
  }

  private synchronized void over() {
    gone = true;
    notifyAll();
  }

  private synchronized boolean enter() {
    reading = !closed && !gone;
    return reading;
  }

  private synchronized void leave() {
    reading = false;
    notifyAll();
  }

  /// Whether the device file is no more: some drivers say nothing when the cable is pulled.
  private boolean vanished() {
    if (!look.passed()) {
      return false;
    }
    look = time.deadline(LOOK);
    return !Files.exists(device);
  }

  private void throwIfOver() {
    if (closed || gone) {
      FaultCode code = closed ? LinkCodes.CLOSED : LinkCodes.GONE;
      throw new Fault(code, "writing", address.toString());
    }
  }
}
