package simwright.link.serial;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.time.Deadline;
import simwright.time.Time;

/// A character device without termios, such as `/dev/wwan0at0`, read and written as a file. Its
/// blocking calls run on threads of their own, so that every wait has its deadline.
final class CharacterDevice implements ByteLink {
  private final LinkAddress address;
  private final FileChannel channel;
  private final Time time;
  private final Deque<byte[]> come = new ArrayDeque<>();
  private boolean ended;
  private boolean writing;
  private boolean reading;

  private CharacterDevice(LinkAddress address, FileChannel channel, Time time) {
    this.address = address;
    this.channel = channel;
    this.time = time;
  }

  static CharacterDevice open(LinkAddress address, Path path, Time time) {
    try {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
      return new CharacterDevice(address, channel, time);
    } catch (IOException e) {
      throw new Fault(code(e), "opening a port", address.toString(), null, e);
    }
  }

  private static FaultCode code(IOException e) {
    String reason =
        e instanceof FileSystemException f && f.getReason() != null
            ? f.getReason().toLowerCase(Locale.ROOT)
            : "";
    return e instanceof AccessDeniedException
        ? LinkCodes.FORBIDDEN
        : reason.contains("busy") ? LinkCodes.BUSY : LinkCodes.UNOPENABLE;
  }

  @Override
  public LinkAddress address() {
    return address;
  }

  @Override
  public synchronized int read(byte[] buffer, Deadline deadline) {
    if (!reading) {
      reading = true;
      time.start("port " + address.path() + " reads", this::pump);
    }
    if (!time.await(this, () -> ended || !come.isEmpty(), deadline)) {
      return 0;
    }
    byte[] next = come.poll();
    if (next == null) {
      return -1;
    }
    int n = Math.min(next.length, buffer.length);
    System.arraycopy(next, 0, buffer, 0, n);
    if (n < next.length) {
      come.addFirst(Arrays.copyOfRange(next, n, next.length));
    }
    return n;
  }

  @Override
  public synchronized void write(byte[] bytes, Deadline deadline) {
    if (!time.await(this, () -> !writing, deadline)) {
      throw new Fault(LinkCodes.WRITE_TIMEOUT, "writing", address.toString());
    }
    writing = true;
    time.start("port " + address.path() + " writes", () -> put(bytes));
    if (!time.await(this, () -> !writing || ended, deadline)) {
      throw new Fault(LinkCodes.WRITE_TIMEOUT, "writing", address.toString());
    }
    if (ended) {
      throw new Fault(LinkCodes.GONE, "writing", address.toString());
    }
  }

  @Override
  public void close() {
    end();
    time.start("closing " + address.path(), this::shut);
  }

  private void shut() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new Fault(LinkCodes.GONE, "closing a port", address.toString(), null, e);
    }
  }

  private void pump() {
    try {
      ByteBuffer buffer = ByteBuffer.allocate(4096);
      for (int n = channel.read(buffer); n >= 0; n = channel.read(buffer.clear())) {
        synchronized (this) {
          come.add(Arrays.copyOf(buffer.array(), n));
          notifyAll();
        }
      }
      end();
    } catch (IOException vanished) {
      end();
    }
  }

  private void put(byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        int unused = channel.write(buffer);
      }
    } catch (IOException vanished) {
      end();
    }
    synchronized (this) {
      writing = false;
      notifyAll();
    }
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }
}
