package simwright.link.serial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import simwright.link.LinkAddress;
import simwright.time.Deadline;
import simwright.time.Time;

/// One open serial port. After a hang-up the driver still calls the port open, reads -1 and writes
/// 0; this class remembers that it is over.
final class SerialLink extends OpenPort {
  /// Bytes that a driver's buffer (4 KiB at least) takes since the device last spoke.
  private static final int SURELY_FITS = 2048;

  private static final Duration PAUSE = Duration.ofMillis(2);
  private static final Duration LOOK = Duration.ofMillis(300);

  private final Path device;
  private final SerialDriver.Opened port;
  private final AtomicInteger unanswered = new AtomicInteger();
  private boolean reading;
  private Deadline look;

  SerialLink(
      LinkAddress address, Path device, SerialDriver.Opened port, Time time, Runnable released) {
    super(address, time, released);
    this.device = device;
    this.port = port;
    this.look = time.deadline(LOOK);
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
    awaitWritten(deadline);
    if (unanswered.get() + bytes.length <= SURELY_FITS && port.waiting() == 0) {
      unanswered.addAndGet(bytes.length);
      put(bytes);
      throwIfOver();
      return;
    }
    writeApart(bytes, deadline);
  }

  @Override
  void put(byte[] bytes) {
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

  @Override
  void giveBack() {
    synchronized (this) {
      // the last read ends within its own time; closing under it would give it another port's bytes
      boolean unused =
          time.await(
              this, () -> !reading, time.deadline(Duration.ofMillis(4 * SerialDriver.READ_MILLIS)));
    }
    port.close();
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
}
