package simwright.link.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.time.Deadline;
import simwright.time.Time;
import simwright.transcript.Masking;

/// Plays a transcript: what was received comes once everything sent before it has been sent again,
/// byte for byte, at once or at the recorded pace. Anything else that is sent is
/// `link/replay-mismatch`, and nothing comes any more. What the transcript masked may be anything.
final class ReplayLink implements ByteLink {
  private final LinkAddress address;
  private final Time time;
  private final boolean paced;
  private final Deque<Turn> script;
  private String written = "";
  private final Unread ready = new Unread();
  private @Nullable Deadline due;
  private boolean closed;
  private boolean hungUp;
  private boolean lost;

  ReplayLink(LinkAddress address, List<Turn> script, boolean paced, Time time) {
    this.address = address;
    this.time = time;
    this.paced = paced;
    this.script = new ArrayDeque<>(script);
  }

  @Override
  public LinkAddress address() {
    return address;
  }

  @Override
  public synchronized int read(byte[] buffer, Deadline deadline) {
    while (!time.await(this, () -> closed || receivable(), untilDue(deadline))) {
      if (deadline.passed()) {
        return 0;
      }
    }
    if (closed || hungUp) {
      return -1;
    }
    return ready.take(buffer);
  }

  @Override
  public synchronized void write(byte[] bytes, Deadline deadline) {
    if (closed || hungUp) {
      LinkAddress where = address;
      throw new Fault(closed ? LinkCodes.CLOSED : LinkCodes.GONE, "writing", where.toString());
    }
    written += new String(bytes, StandardCharsets.ISO_8859_1);
    while (!written.isEmpty()) {
      if (lost || !(script.peekFirst() instanceof Turn.Sent expected)) {
        throw mismatch("nothing");
      }
      int end = expected.match(written);
      if (end < 0) {
        throw mismatch(expected.text());
      }
      if (end == 0) {
        return;
      }
      written = written.substring(end);
      script.removeFirst();
    }
    notifyAll();
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  /// Brings the next bytes or the hang-up when their turn and time have come.
  private boolean receivable() {
    if (!ready.isEmpty() || hungUp) {
      return true;
    }
    if (lost || !written.isEmpty()) {
      return false;
    }
    return switch (script.peekFirst()) {
      case Turn.Received received when onTime(received.pause()) -> {
        ready.add(received.bytes());
        script.removeFirst();
        yield !ready.isEmpty();
      }
      case Turn.HangUp hangUp when onTime(hangUp.pause()) -> {
        hungUp = true;
        yield true;
      }
      case null, default -> false;
    };
  }

  private boolean onTime(Duration pause) {
    if (!paced) {
      return true;
    }
    if (due == null) {
      due = time.deadline(pause);
    }
    if (!due.passed()) {
      return false;
    }
    due = null;
    return true;
  }

  private Deadline untilDue(Deadline deadline) {
    Deadline next = receivable() ? null : due;
    return next == null ? deadline : deadline.atMost(next.left());
  }

  private Fault mismatch(String expected) {
    lost = true;
    String evidence = "expected " + shown(expected) + ", was sent " + shown(written);
    return new Fault(
        LinkCodes.REPLAY_MISMATCH, "replaying a transcript", address.toString(), evidence, null);
  }

  private static String shown(String latin1) {
    return Masking.mask(latin1).replace("\r", "\\r").replace("\n", "\\n");
  }
}
