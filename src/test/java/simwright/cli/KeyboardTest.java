package simwright.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import simwright.ask.Question;
import simwright.time.SystemTime;

/// Who gets which line: one read at a time, whoever asks, and none that outlives its question takes
/// the next one's answer.
@Timeout(30)
class KeyboardTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final SystemTime time = new SystemTime();
  private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
  private final BlockingQueue<char[]> typed = new LinkedBlockingQueue<>();
  private final AtomicInteger reading = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final StringWriter said =
      new StringWriter() {
        @Override
        public void flush() {
          synchronized (most) {
            most.notifyAll();
          }
        }
      };
  private final Terminal terminal =
      new Terminal(
          new PrintWriter(new StringWriter()),
          new PrintWriter(said, true),
          new Keyboard(this::next));

  private Optional<char[]> next(String prompt, boolean shown) {
    most.accumulateAndGet(reading.incrementAndGet(), Math::max);
    begun.add((shown ? "shown " : "hidden ") + prompt);
    try {
      return Optional.of(typed.take());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      reading.decrementAndGet();
    }
  }

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void whatIsAskedByTwoIsReadByOne() throws InterruptedException {
    type("2", "y", "90817263544536271809");
    assertEquals(Optional.of("2"), ask(choice(LONG)));
    assertEquals(Optional.of(true), ask(consent(LONG)));
    assertArrayEquals("90817263544536271809".toCharArray(), ask(secret(LONG)).orElseThrow());
    assertEquals(
        List.of("shown 1 | 2: ", "shown Download it? Type y: ", "hidden > "), List.copyOf(begun));
    assertEquals(1, most.get());
  }

  @Test
  void aSecretIsReadByTheSameReaderAndNobodyIsWaitedForWhoHasLeft() {
    type("90817263544536271809");
    assertArrayEquals(
        "90817263544536271809".toCharArray(), terminal.secret("Secret: ", time).orElseThrow());
    assertEquals(List.of("hidden Secret: "), List.copyOf(begun));
    terminal.keyboard().orElseThrow().leave();
    assertEquals(Optional.empty(), terminal.secret("Secret: ", time));
  }

  @Test
  void whatWasTypedAheadIsTheAnswerToTheNextQuestion() {
    type("y", "y");
    assertEquals(Optional.of(true), ask(consent(LONG)));
    assertEquals(Optional.of(true), ask(consent(LONG)));
    assertEquals(0, typed.size());
  }

  @Test
  void everyKindOfQuestionEndsAtItsDeadline() {
    assertEquals(Optional.of(false), ask(consent(SHORT)));
    assertEquals(Optional.empty(), ask(choice(SHORT)));
    assertTrue(ask(secret(SHORT)).isEmpty());
    assertEquals(1, most.get());
  }

  @Test
  void aSecretEndsAtItsDeadline() {
    assertTrue(ask(secret(SHORT)).isEmpty());
    assertEquals(List.of("hidden > "), List.copyOf(begun));
  }

  @Test
  void aReadThatOutlivesItsQuestionServesTheNextOfItsKind() throws InterruptedException {
    assertEquals(Optional.of(false), ask(consent(SHORT)));
    BlockingQueue<Optional<String>> got = new LinkedBlockingQueue<>();
    Thread unused = time.start("asking", () -> got.add(ask(choice(LONG))));
    shows("1 | 2: ");
    type("2");
    assertEquals(Optional.of("2"), got.poll(20, TimeUnit.SECONDS));
    assertEquals(1, begun.size());
  }

  @Test
  void aReadWithEchoNeverGetsTheSecretAskedAfterIt() throws InterruptedException {
    assertEquals(Optional.of(false), ask(consent(SHORT)));
    BlockingQueue<char[]> got = new LinkedBlockingQueue<>();
    Thread unused = time.start("asking", () -> got.add(ask(secret(LONG)).orElseThrow()));
    shows("press Enter");
    assertEquals("shown Download it? Type y: ", begun.take());
    assertTrue(begun.isEmpty());
    type("");
    assertEquals("hidden > ", begun.poll(20, TimeUnit.SECONDS));
    type("90817263544536271809");
    char[] secret = got.poll(20, TimeUnit.SECONDS);
    assertArrayEquals("90817263544536271809".toCharArray(), secret);
  }

  @Test
  void whatIsTypedForNobodyIsWiped() throws InterruptedException {
    assertTrue(ask(secret(SHORT)).isEmpty());
    char[] late = "90817263544536271809".toCharArray();
    typed.add(late);
    type("y");
    assertEquals(Optional.of(true), ask(consent(LONG)));
    assertArrayEquals(new char[late.length], late);
  }

  @Test
  void whoLeavesIsAskedNothingMore() throws InterruptedException {
    BlockingQueue<Optional<Boolean>> got = new LinkedBlockingQueue<>();
    TerminalAttendant attendant = new TerminalAttendant(terminal, time);
    Thread unused = time.start("asking", () -> got.add(attendant.ask(consent(LONG))));
    assertEquals("shown Download it? Type y: ", begun.poll(20, TimeUnit.SECONDS));
    attendant.leave();
    assertEquals(Optional.of(false), got.poll(20, TimeUnit.SECONDS));
    assertTrue(ask(secret(LONG)).isEmpty());
    assertFalse(said.toString().contains("press Enter"));
  }

  /// Each question by an attendant of its own.
  private <A> Optional<A> ask(Question<A> question) {
    return new TerminalAttendant(terminal, time).ask(question);
  }

  private void type(String... lines) {
    for (String line : lines) {
      typed.add(line.toCharArray());
    }
  }

  /// Waits until it was said.
  private void shows(String text) {
    synchronized (most) {
      boolean shown = time.await(most, () -> said.toString().contains(text), time.deadline(LONG));
      assertTrue(shown, said.toString());
    }
  }

  private static Question.Consent consent(Duration within) {
    return new Question.Consent("Download?", "", "Download it", within);
  }

  private static Question.Choice choice(Duration within) {
    return new Question.Choice("Which?", "", List.of("1", "2"), within, Optional.empty());
  }

  private static Question.Secret secret(Duration within) {
    return new Question.Secret("Confirmation code", "", within);
  }
}
