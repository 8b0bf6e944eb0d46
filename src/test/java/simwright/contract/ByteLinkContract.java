package simwright.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.LinkCodes;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// What every transport of bytes keeps to.
public abstract class ByteLinkContract {
  private static final Duration PLENTY = Duration.ofSeconds(10);
  private static final Duration SECOND = Duration.ofSeconds(1);

  protected final SystemTime time = new SystemTime();

  /// A link to a far end that plays this script.
  protected abstract ByteLink connect(Script script);

  @AfterEach
  void stopTheClock() {
    time.close();
  }

  @Test
  void bytesGoBothWaysUnchangedAndInOrder() {
    byte[] there = new byte[1000];
    byte[] back = new byte[3000];
    new Random(1).nextBytes(there);
    new Random(2).nextBytes(back);
    for (int i = 0; i < 256; i++) {
      there[i] = (byte) i;
      back[i] = (byte) (255 - i);
    }
    try (ByteLink link = connect(Script.answering(there, back))) {
      for (int at = 0; at < there.length; at += 37) {
        link.write(Arrays.copyOfRange(there, at, Math.min(there.length, at + 37)), plenty());
      }
      assertArrayEquals(back, read(link, back.length, new byte[512]));
    }
  }

  @Test
  void manyTurnsComeInTheirOrder() {
    List<Script.Turn> turns = new java.util.ArrayList<>();
    for (int i = 0; i < 50; i++) {
      turns.add(new Script.Turn(bytes("AT+N=" + i + "\r"), bytes("\r\n" + i + "\r\n\r\nOK\r\n")));
    }
    try (ByteLink link = connect(new Script(turns, false))) {
      for (Script.Turn turn : turns) {
        link.write(turn.expected(), plenty());
        assertArrayEquals(turn.answer(), read(link, turn.answer().length, new byte[64]));
      }
    }
  }

  @Test
  void aSmallBufferIsFilledPieceByPiece() {
    byte[] answer = bytes("\r\n+CSQ: 17,99\r\n\r\nOK\r\n");
    try (ByteLink link = connect(Script.answering(bytes("AT+CSQ\r"), answer))) {
      link.write(bytes("AT+CSQ\r"), plenty());
      assertArrayEquals(answer, read(link, answer.length, new byte[3]));
    }
  }

  @Test
  void readingSilenceEndsAtTheDeadlineWithNothing() {
    try (ByteLink link = connect(Script.SILENT)) {
      long before = time.nanos();
      assertEquals(0, link.read(new byte[16], time.deadline(Duration.ofMillis(120))));
      long millis = (time.nanos() - before) / 1_000_000;
      assertTrue(millis >= 119 && millis < 1000, millis + " ms");
    }
  }

  @Test
  void aHangUpIsSeenWithinASecondAndForGood() {
    Script script = new Script(List.of(new Script.Turn(bytes("bye\r"), new byte[0])), true);
    try (ByteLink link = connect(script)) {
      link.write(bytes("bye\r"), plenty());
      assertEquals(-1, link.read(new byte[16], time.deadline(SECOND)));
      assertEquals(-1, link.read(new byte[16], time.deadline(SECOND)));
      Fault fault = assertThrows(Fault.class, () -> link.write(bytes("AT\r"), plenty()));
      assertEquals(LinkCodes.GONE, fault.code());
    }
  }

  @Test
  void closingEndsAReadThatWaits() throws InterruptedException {
    ByteLink link = connect(Script.SILENT);
    BlockingQueue<Integer> answers = new ArrayBlockingQueue<>(2);
    BlockingQueue<Boolean> started = new ArrayBlockingQueue<>(1);
    time.start(
        "reader",
        () -> {
          started.add(true);
          answers.add(link.read(new byte[16], plenty()));
        });
    assertTrue(started.poll(10, TimeUnit.SECONDS));
    link.close();
    assertEquals(-1, answers.poll(1, TimeUnit.SECONDS));
  }

  @Test
  void aClosedLinkTakesAndGivesNothing() {
    ByteLink link = connect(Script.SILENT);
    link.close();
    link.close();
    assertEquals(-1, link.read(new byte[16], plenty()));
    Fault fault = assertThrows(Fault.class, () -> link.write(bytes("AT\r"), plenty()));
    assertEquals(LinkCodes.CLOSED, fault.code());
  }

  @Test
  void itSaysWhereItLeads() {
    try (ByteLink link = connect(Script.SILENT)) {
      assertFalse(link.address().scheme().isEmpty());
      assertFalse(link.address().path().isEmpty());
    }
  }

  protected final Deadline plenty() {
    return time.deadline(PLENTY);
  }

  protected static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] read(ByteLink link, int count, byte[] buffer) {
    byte[] all = new byte[count];
    int at = 0;
    while (at < count) {
      int n = link.read(buffer, plenty());
      assertTrue(n > 0 && n <= buffer.length, n + " after " + at);
      System.arraycopy(buffer, 0, all, at, Math.min(n, count - at));
      at += n;
    }
    assertEquals(count, at);
    return all;
  }
}
