package simwright.contract;

import java.util.ArrayDeque;
import java.util.Deque;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.time.Deadline;
import simwright.time.Time;

/// A link inside the process: what one side writes the other reads. `farEnd` is the other side.
public final class MemoryLink implements ByteLink {
  private final LinkAddress address;
  private final Time time;
  private final Deque<Byte> there = new ArrayDeque<>();
  private final Deque<Byte> back = new ArrayDeque<>();
  private boolean closed;
  private boolean hungUp;

  public MemoryLink(LinkAddress address, Time time) {
    this.address = address;
    this.time = time;
  }

  @Override
  public LinkAddress address() {
    return address;
  }

  @Override
  public int read(byte[] buffer, Deadline deadline) {
    return take(back, buffer, deadline);
  }

  @Override
  public void write(byte[] bytes, Deadline deadline) {
    put(there, bytes);
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  /// The other side.
  public FarEnd farEnd() {
    return new FarEnd() {
      @Override
      public int read(byte[] buffer, Deadline deadline) {
        return take(there, buffer, deadline);
      }

      @Override
      public void write(byte[] bytes, Deadline deadline) {
        put(back, bytes);
      }

      @Override
      public void hangUp() {
        synchronized (MemoryLink.this) {
          hungUp = true;
          MemoryLink.this.notifyAll();
        }
      }
    };
  }

  private synchronized int take(Deque<Byte> from, byte[] buffer, Deadline deadline) {
    if (!time.await(this, () -> closed || hungUp || !from.isEmpty(), deadline)) {
      return 0;
    }
    int n = 0;
    while (!closed && n < buffer.length && !from.isEmpty()) {
      buffer[n++] = from.poll();
    }
    return n > 0 ? n : -1;
  }

  private synchronized void put(Deque<Byte> to, byte[] bytes) {
    if (closed || hungUp) {
      FaultCode code = closed ? LinkCodes.CLOSED : LinkCodes.GONE;
      throw new Fault(code, "writing", address.toString());
    }
    for (byte b : bytes) {
      to.add(b);
    }
    notifyAll();
  }
}
