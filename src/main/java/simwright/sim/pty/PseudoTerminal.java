package simwright.sim.pty;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import simwright.fault.Fault;
import simwright.time.Deadline;
import simwright.time.Time;

/// The master side of a pseudo-terminal: what a program opens at `path()` is a serial port to it.
/// Closing it hangs up.
public final class PseudoTerminal implements AutoCloseable {
  private static final int BUFFER = 8192;
  private static final Duration SLICE = Duration.ofMillis(200);

  private final Time time;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment in = arena.allocate(BUFFER);
  private final MemorySegment out = arena.allocate(BUFFER);
  private final String path;
  private final int master;
  private final int slave;
  private boolean open = true;
  private int users;

  private PseudoTerminal(Time time, int master, String path, int slave) {
    this.time = time;
    this.master = master;
    this.path = path;
    this.slave = slave;
  }

  /// Whether this machine has them.
  public static boolean available() {
    return System.getProperty("os.name").startsWith("Linux");
  }

  /// Makes one, set raw.
  public static PseudoTerminal open(Time time) {
    int master = Libc.openMaster();
    String path = Libc.slaveName(master);
    int slave = Libc.openSlave(path);
    Libc.raw(slave);
    return new PseudoTerminal(time, master, path, slave);
  }

  /// Where programs open it: `/dev/pts/N`.
  public String path() {
    return path;
  }

  /// Reads what a program wrote: 1 or more bytes, 0 at the deadline, -1 after close. One reader at
  /// a time.
  public int read(byte[] buffer, Deadline deadline) {
    do {
      if (!enter()) {
        return -1;
      }
      try {
        int events = Libc.poll(master, Libc.POLLIN, deadline.atMost(SLICE).leftMillis());
        if ((events & Libc.POLLIN) != 0) {
          int n = Libc.read(master, in, Math.min(buffer.length, BUFFER));
          if (n > 0) {
            MemorySegment.copy(in, ValueLayout.JAVA_BYTE, 0, buffer, 0, n);
            return n;
          }
        }
      } finally {
        leave();
      }
    } while (!deadline.passed());
    return 0;
  }

  /// Writes to whatever program has it open; what does not fit by the deadline is lost, as on a
  /// wire nobody reads.
  public synchronized int write(byte[] bytes, Deadline deadline) {
    int at = 0;
    while (at < bytes.length && enter()) {
      try {
        int n = Math.min(BUFFER, bytes.length - at);
        MemorySegment.copy(bytes, at, out, ValueLayout.JAVA_BYTE, 0, n);
        int written = Libc.write(master, out, n);
        if (written > 0) {
          at += written;
        } else if (written != -Libc.EAGAIN && written != -Libc.EINTR) {
          throw new Fault(Libc.FAILED, "writing", path, "errno " + -written, null);
        } else if (deadline.passed()) {
          return at;
        } else {
          int unused = Libc.poll(master, Libc.POLLOUT, deadline.atMost(SLICE).leftMillis());
        }
      } finally {
        leave();
      }
    }
    return at;
  }

  /// Hangs up: every program that has it open sees the far end vanish.
  @Override
  public void close() {
    synchronized (in) {
      if (!open) {
        return;
      }
      open = false;
      Deadline deadline = time.deadline(Duration.ofSeconds(2));
      boolean left = time.await(in, () -> users == 0, deadline);
      Libc.close(slave);
      Libc.close(master);
      if (left) {
        arena.close();
      }
    }
  }

  private boolean enter() {
    synchronized (in) {
      if (open) {
        users++;
      }
      return open;
    }
  }

  private void leave() {
    synchronized (in) {
      users--;
      in.notifyAll();
    }
  }
}
