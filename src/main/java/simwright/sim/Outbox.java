package simwright.sim;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import simwright.sim.fault.NoisyWire.Piece;
import simwright.time.Time;

/// What a modem sends, on its way into a cable: at once where it can, else from a thread of its own
/// that keeps order and delays. Nothing is lost in parts: what has no room any more is not begun.
final class Outbox {
  private static final int ROOM = 1 << 14;
  private static final int MOST = 1 << 20;
  private static final Duration SLICE = Duration.ofMillis(200);
  private static final Duration FOREVER = Duration.ofDays(1);

  private record Due(long at, byte[] bytes) {}

  private final Time time;
  private final Cable cable;
  private final Queue<Due> waiting = new ArrayDeque<>();
  private long last;
  private int held;
  private boolean closed;
  private boolean started;

  Outbox(Time time, Cable cable) {
    this.time = time;
    this.cable = cable;
    this.last = time.nanos();
  }

  /// Whether a report still has room. Answers are taken far beyond that; a host that asks on and on
  /// and reads nothing gets none.
  boolean hasRoom() {
    synchronized (waiting) {
      return held < ROOM;
    }
  }

  void put(List<Piece> pieces) {
    synchronized (waiting) {
      if (held >= MOST) {
        return;
      }
      for (Piece piece : pieces) {
        boolean atOnce = piece.late().isZero() && piece.apart().isZero();
        if (atOnce && waiting.isEmpty() && !closed) {
          int n = cable.write(piece.bytes(), time.deadline(Duration.ZERO));
          if (n < piece.bytes().length) {
            keep(time.nanos(), Arrays.copyOfRange(piece.bytes(), n, piece.bytes().length));
          }
        } else {
          long due = time.nanos() + piece.late().toNanos();
          keep(Math.max(due, last + piece.apart().toNanos()), piece.bytes());
        }
      }
    }
  }

  void close() {
    synchronized (waiting) {
      closed = true;
      waiting.clear();
      waiting.notifyAll();
    }
  }

  private void keep(long at, byte[] bytes) {
    if (closed) {
      return;
    }
    last = at;
    held += bytes.length;
    waiting.add(new Due(last, bytes));
    if (!started) {
      started = true;
      var unused = time.start("sending to " + cable.path(), this::send);
    }
    waiting.notifyAll();
  }

  private void send() {
    while (true) {
      Due due;
      synchronized (waiting) {
        boolean unused =
            time.await(waiting, () -> closed || !waiting.isEmpty(), time.deadline(FOREVER));
        due = waiting.peek();
        if (closed) {
          return;
        }
      }
      if (due != null) {
        long left = due.at() - time.nanos();
        if (left > 0) {
          time.sleep(Duration.ofNanos(left));
        }
        write(due);
      }
    }
  }

  /// Writes, and only then takes the piece out, so that nothing overtakes it.
  private void write(Due due) {
    int at = 0;
    while (at < due.bytes().length && !over()) {
      at +=
          cable.write(
              Arrays.copyOfRange(due.bytes(), at, due.bytes().length), time.deadline(SLICE));
    }
    synchronized (waiting) {
      if (waiting.poll() != null) {
        held -= due.bytes().length;
      }
    }
  }

  private boolean over() {
    synchronized (waiting) {
      return closed;
    }
  }
}
