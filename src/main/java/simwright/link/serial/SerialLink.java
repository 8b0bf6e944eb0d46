package simwright.link.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.time.Deadline;
import simwright.time.Time;

/// One open serial port. After a hang-up jSerialComm still calls the port open and reads -1; this
/// class ends it then.
final class SerialLink implements ByteLink {
  /// How long one native read waits; the longest a close can be held up.
  static final int READ_MILLIS = 50;

  private static final int SLICE = 512;
  private static final int FULL = 4096;
  private static final Duration PAUSE = Duration.ofMillis(2);

  private final LinkAddress address;
  private final SerialPort port;
  private final Time time;
  private final Runnable closed;
  private final AtomicBoolean open = new AtomicBoolean(true);

  SerialLink(LinkAddress address, SerialPort port, Time time, Runnable closed) {
    this.address = address;
    this.port = port;
    this.time = time;
    this.closed = closed;
  }

  @Override
  public LinkAddress address() {
    return address;
  }

  @Override
  public int read(byte[] buffer, Deadline deadline) {
    do {
      if (!open.get()) {
        return -1;
      }
      int n = port.readBytes(buffer, buffer.length);
      if (n != 0) {
        return n;
      }
    } while (!deadline.passed());
    return 0;
  }

  @Override
  public void write(byte[] bytes, Deadline deadline) {
    int at = 0;
    while (at < bytes.length) {
      awaitRoom(deadline);
      byte[] slice = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + SLICE));
      int n = port.writeBytes(slice, slice.length);
      if (n < 0 || !open.get()) {
        throw new Fault(LinkCodes.GONE, "writing", address.toString());
      }
      at += n;
      if (n == 0 && at < bytes.length) {
        pause(deadline);
      }
    }
  }

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      // closing can block for ever in a driver whose device has vanished: nobody waits for it
      time.start(
          "closing " + address.path(),
          () -> {
            boolean unused = port.closePort();
            closed.run();
          });
    }
  }

  private void awaitRoom(Deadline deadline) {
    while (port.bytesAwaitingWrite() >= FULL) {
      pause(deadline);
    }
  }

  private void pause(Deadline deadline) {
    if (deadline.passed()) {
      throw new Fault(LinkCodes.WRITE_TIMEOUT, "writing", address.toString());
    }
    time.sleep(PAUSE);
  }
}
