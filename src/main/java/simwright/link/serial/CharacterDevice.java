package simwright.link.serial;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.time.Deadline;
import simwright.time.Time;

/// A character device without termios, such as `/dev/wwan0at0`, read and written as a file. Its
/// blocking calls run on threads of their own, so that every wait has its deadline.
final class CharacterDevice extends OpenPort {
  private static final Logger LOG = LoggerFactory.getLogger(CharacterDevice.class);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int MOST_UNREAD = 1 << 20;

  /// Two channels, because one of them locks out its writers while a read waits.
  private final FileChannel out;

  private final FileChannel in;
  private final Deque<byte[]> come = new ArrayDeque<>();
  private boolean reading;
  private int unread;

  private CharacterDevice(
      LinkAddress address, FileChannel out, FileChannel in, Time time, Runnable released) {
    super(address, time, released);
    this.out = out;
    this.in = in;
  }

  /// Whether the path is a device or a pipe rather than a file or folder.
  static boolean isOne(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).isOther();
    } catch (IOException gone) {
      return false;
    }
  }

  static CharacterDevice open(
      LinkAddress address, Path path, Time time, Refusals refusals, Runnable released) {
    try {
      return open(address, path, time, released);
    } catch (AccessDeniedException refused) {
      throw refusals.forbidden(address);
    } catch (FileSystemException e) {
      String reason = String.valueOf(e.getReason()).toLowerCase(Locale.ROOT);
      throw reason.contains("busy")
          ? refusals.busy(address, path)
          : new Fault(LinkCodes.UNOPENABLE, "opening a port", address.toString(), null, e);
    } catch (IOException e) {
      throw new Fault(LinkCodes.UNOPENABLE, "opening a port", address.toString(), null, e);
    }
  }

  private static CharacterDevice open(LinkAddress address, Path path, Time time, Runnable released)
      throws IOException {
    // for both ways first: a pipe opened for reading alone would wait for a writer
    FileChannel out = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean complete = false;
    try {
      FileChannel in = FileChannel.open(path, StandardOpenOption.READ);
      complete = true;
      return new CharacterDevice(address, out, in, time, released);
    } finally {
      if (!complete) {
        out.close();
      }
    }
  }

  @Override
  public synchronized int read(byte[] buffer, Deadline deadline) {
    if (!reading && !closed) {
      reading = true;
      time.start("port " + address().path() + " reads", this::pump);
    }
    if (!time.await(this, () -> closed || gone || !come.isEmpty(), deadline)) {
      return 0;
    }
    byte[] next = closed ? null : come.poll();
    if (next == null) {
      return -1;
    }
    unread -= next.length;
    int n = Math.min(next.length, buffer.length);
    System.arraycopy(next, 0, buffer, 0, n);
    if (n < next.length) {
      come.addFirst(Arrays.copyOfRange(next, n, next.length));
      unread += next.length - n;
    }
    notifyAll();
    return n;
  }

  @Override
  public synchronized void write(byte[] bytes, Deadline deadline) {
    awaitWritten(deadline);
    writeApart(bytes, deadline);
  }

  @Override
  void giveBack() {
    try (out;
        in) {
      LOG.debug("closing {}", address());
    } catch (IOException e) {
      LOG.warn("{} did not close: {}", address(), e.getMessage());
    }
  }

  private void pump() {
    try {
      ByteBuffer buffer = ByteBuffer.allocate(4096);
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer.clear())) {
        take(Arrays.copyOf(buffer.array(), n));
      }
      over();
    } catch (IOException vanished) {
      over();
    }
  }

  /// Holds a flood back until it is read, so that memory stays bounded.
  private synchronized void take(byte[] bytes) {
    if (bytes.length > 0) {
      come.add(bytes);
      unread += bytes.length;
      notifyAll();
    }
    while (!closed && unread > MOST_UNREAD) {
      boolean unused = time.await(this, () -> closed || unread <= MOST_UNREAD, time.deadline(LONG));
    }
  }

  @Override
  void put(byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        int unused = out.write(buffer);
      }
    } catch (IOException vanished) {
      over();
    }
  }
}
