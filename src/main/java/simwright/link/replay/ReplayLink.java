package simwright.link.replay;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.time.Deadline;
import simwright.time.Time;
import simwright.transcript.Direction;
import simwright.transcript.Escapes;
import simwright.transcript.TranscriptLine;

/// Plays a transcript: what was received comes once everything sent before it has been sent again,
/// byte for byte.
final class ReplayLink implements ByteLink {
  private final LinkAddress address;
  private final Time time;
  private final Deque<TranscriptLine> script;
  private byte[] expected = new byte[0];
  private boolean closed;

  ReplayLink(LinkAddress address, List<TranscriptLine> lines, Time time) {
    this.address = address;
    this.time = time;
    this.script = new ArrayDeque<>();
    lines.stream().filter(line -> line.direction() != Direction.NOTE).forEach(script::add);
  }

  @Override
  public LinkAddress address() {
    return address;
  }

  @Override
  public synchronized int read(byte[] buffer, Deadline deadline) {
    time.await(this, () -> closed || receivable(), deadline);
    if (closed) {
      return -1;
    }
    if (!receivable()) {
      return 0;
    }
    TranscriptLine line = script.removeFirst();
    byte[] bytes = Escapes.unescape(line.text());
    int n = Math.min(bytes.length, buffer.length);
    System.arraycopy(bytes, 0, buffer, 0, n);
    if (n < bytes.length) {
      script.addFirst(
          new TranscriptLine(
              line.millis(), line.direction(), Escapes.escape(bytes, n, bytes.length)));
    }
    return n;
  }

  @Override
  public synchronized void write(byte[] bytes, Deadline deadline) {
    if (closed) {
      throw new Fault(LinkCodes.CLOSED, "writing", address.toString());
    }
    int at = 0;
    while (at < bytes.length) {
      if (expected.length == 0) {
        TranscriptLine line = script.peekFirst();
        if (line == null || line.direction() != Direction.SENT) {
          throw mismatch(bytes);
        }
        expected = Escapes.unescape(script.removeFirst().text());
      }
      int n = Math.min(expected.length, bytes.length - at);
      if (!Arrays.equals(expected, 0, n, bytes, at, at + n)) {
        throw mismatch(bytes);
      }
      expected = Arrays.copyOfRange(expected, n, expected.length);
      at += n;
    }
    notifyAll();
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  private boolean receivable() {
    TranscriptLine line = script.peekFirst();
    return expected.length == 0 && line != null && line.direction() == Direction.RECEIVED;
  }

  private Fault mismatch(byte[] bytes) {
    return new Fault(
        LinkCodes.REPLAY_MISMATCH,
        "replaying a transcript",
        address.toString(),
        "sent " + Escapes.escape(bytes, 0, bytes.length),
        null);
  }
}
