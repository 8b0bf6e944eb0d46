package simwright.sim;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.time.Deadline;
import simwright.time.Time;

/// A cable within this program, for systems without pseudo-terminals: two pipes, and a link that
/// one user at a time has at the other end.
final class ProcessCable implements Cable {
  private static final int ROOM = 1 << 16;

  private final ProcessLinks links;
  private final String path;
  private final Time time;
  private final Pipe toHost = new Pipe();
  private final Pipe toModem = new Pipe();
  private volatile boolean open = true;
  private boolean taken;

  ProcessCable(ProcessLinks links, String id, Time time) {
    this.links = links;
    this.path = links.fresh(id);
    this.time = time;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public int read(byte[] buffer, Deadline deadline) {
    return toModem.take(buffer, deadline, () -> open);
  }

  @Override
  public int write(byte[] bytes, Deadline deadline) {
    return toHost.put(bytes, deadline, () -> open);
  }

  @Override
  public void close() {
    links.remove(path);
    open = false;
    toHost.wake();
    toModem.wake();
  }

  /// The host's end, for one user at a time.
  ByteLink open(LinkAddress address) {
    synchronized (this) {
      if (!open || taken) {
        throw new Fault(
            open ? LinkCodes.BUSY : LinkCodes.GONE, "opening a link", address.toString());
      }
      taken = true;
    }
    return new HostEnd(address);
  }

  /// Bytes in one direction, so many at most.
  private final class Pipe {
    private final byte[] ring = new byte[ROOM];
    private int from;
    private int count;

    int put(byte[] bytes, Deadline deadline, BooleanSupplier alive) {
      int at = 0;
      synchronized (ring) {
        while (at < bytes.length && alive.getAsBoolean()) {
          if (count < ROOM) {
            ring[(from + count++) % ROOM] = bytes[at++];
          } else if (!time.await(ring, () -> count < ROOM || !alive.getAsBoolean(), deadline)) {
            break;
          }
        }
        ring.notifyAll();
      }
      return at;
    }

    int take(byte[] buffer, Deadline deadline, BooleanSupplier alive) {
      synchronized (ring) {
        boolean some = time.await(ring, () -> count > 0 || !alive.getAsBoolean(), deadline);
        if (count == 0) {
          return some ? -1 : 0;
        }
        int n = Math.min(count, buffer.length);
        for (int i = 0; i < n; i++) {
          buffer[i] = ring[(from + i) % ROOM];
        }
        from = (from + n) % ROOM;
        count -= n;
        ring.notifyAll();
        return n;
      }
    }

    void clear() {
      synchronized (ring) {
        count = 0;
      }
    }

    void wake() {
      synchronized (ring) {
        ring.notifyAll();
      }
    }
  }

  /// What the host holds.
  private final class HostEnd implements ByteLink {
    private final LinkAddress address;
    private volatile boolean closed;

    private HostEnd(LinkAddress address) {
      this.address = address;
      toHost.clear();
    }

    @Override
    public LinkAddress address() {
      return address;
    }

    @Override
    public int read(byte[] buffer, Deadline deadline) {
      int n = toHost.take(buffer, deadline, () -> open && !closed);
      return closed ? -1 : n;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) {
      if (closed || !open) {
        throw new Fault(closed ? LinkCodes.CLOSED : LinkCodes.GONE, "writing", address.toString());
      }
      byte[] all = Arrays.copyOf(bytes, bytes.length);
      if (toModem.put(all, deadline, () -> open && !closed) < all.length) {
        throw new Fault(LinkCodes.WRITE_TIMEOUT, "writing", address.toString());
      }
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        toHost.wake();
        synchronized (ProcessCable.this) {
          taken = false;
        }
      }
    }
  }
}
