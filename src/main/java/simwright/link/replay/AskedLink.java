package simwright.link.replay;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.time.Deadline;
import simwright.time.Time;

/// Answers each line with what the transcript has for it, in whatever order it is asked: a line
/// that was answered several times gets its answers in turn and the last one from then on, a line
/// that the transcript does not have gets `ERROR`. So a recording outlives changes in what is
/// asked.
final class AskedLink implements ByteLink {
  private static final byte[] UNKNOWN = "\r\nERROR\r\n".getBytes(StandardCharsets.US_ASCII);

  private final LinkAddress address;
  private final Time time;
  private final Map<String, Deque<byte[]>> answers = new HashMap<>();
  private final StringBuilder asked = new StringBuilder();
  private final Unread ready = new Unread();
  private boolean closed;

  AskedLink(LinkAddress address, List<Turn> script, Time time) {
    this.address = address;
    this.time = time;
    String line = "";
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    for (Turn turn : script) {
      switch (turn) {
        case Turn.Sent sent -> {
          learn(line, answer);
          line = sent.text().replaceFirst("\\\\r$", "");
        }
        case Turn.Received received -> answer.writeBytes(received.bytes());
        case Turn.HangUp _ -> {}
      }
    }
    learn(line, answer);
  }

  private void learn(String line, ByteArrayOutputStream answer) {
    if (!line.isEmpty()) {
      answers.computeIfAbsent(line, _ -> new ArrayDeque<>()).add(answer.toByteArray());
    }
    answer.reset();
  }

  @Override
  public LinkAddress address() {
    return address;
  }

  @Override
  public synchronized int read(byte[] buffer, Deadline deadline) {
    if (!time.await(this, () -> closed || !ready.isEmpty(), deadline)) {
      return 0;
    }
    if (closed) {
      return -1;
    }
    return ready.take(buffer);
  }

  @Override
  public synchronized void write(byte[] bytes, Deadline deadline) {
    if (closed) {
      throw new Fault(LinkCodes.CLOSED, "writing", address.toString());
    }
    for (byte b : bytes) {
      if (b == '\r') {
        say(asked.toString());
        asked.setLength(0);
      } else {
        asked.append((char) (b & 0xff));
      }
    }
    notifyAll();
  }

  private void say(String line) {
    Deque<byte[]> known = answers.get(line);
    ready.add(known == null ? UNKNOWN : known.size() > 1 ? known.remove() : known.element());
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
