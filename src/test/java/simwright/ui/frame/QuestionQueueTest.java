package simwright.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.ask.Question;
import simwright.time.SystemTime;

class QuestionQueueTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final SystemTime time = new SystemTime();
  private final QuestionQueue queue = new QuestionQueue(time);

  @AfterEach
  void close() {
    time.close();
  }

  private CompletableFuture<Optional<String>> ask(String device, Duration within, String byDefault)
      throws Exception {
    int before = queue.waiting().get().size();
    CountDownLatch there = new CountDownLatch(1);
    var _ =
        queue
            .waiting()
            .subscribe(now -> {
              if (now.size() > before) {
                there.countDown();
              }
            });
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    var question = new Question.Scan("Scan", "", within, Optional.ofNullable(byDefault));
    time.start("asks", () -> answer.complete(queue.of(device).ask(question)));
    assertEquals(true, there.await(20, TimeUnit.SECONDS));
    return answer;
  }

  private static Optional<String> of(CompletableFuture<Optional<String>> answer) throws Exception {
    return answer.get(20, TimeUnit.SECONDS);
  }

  private List<String> devices() {
    return queue.waiting().get().stream().map(QuestionQueue.Waiting::device).toList();
  }

  @Test
  void eachAnswerReachesTheDeviceThatAsked() throws Exception {
    var first = ask("a", LONG, null);
    var second = ask("b", LONG, null);
    assertEquals(List.of("a", "b"), devices());
    queue.answer(queue.waiting().get().get(1).number(), "for b");
    assertEquals(Optional.of("for b"), of(second));
    queue.answer(queue.waiting().get().getFirst().number(), "for a");
    assertEquals(Optional.of("for a"), of(first));
    assertEquals(List.of(), devices());
  }

  @Test
  void whoIsStoppedIsAskedNoMoreAndOthersStillAre() throws Exception {
    var first = ask("a", LONG, "usual");
    var second = ask("b", LONG, null);
    queue.leave("a");
    assertEquals(Optional.empty(), of(first));
    assertEquals(List.of("b"), devices());
    queue.pass(queue.waiting().get().getFirst().number());
    assertEquals(Optional.empty(), of(second));
  }

  @Test
  void withoutAnAnswerInTimeTheDefaultIsTaken() {
    var question =
        new Question.Scan("Scan", "", Duration.ofMillis(1), Optional.of("what stood there"));
    assertEquals(Optional.of("what stood there"), queue.of("a").ask(question));
    assertEquals(List.of(), devices());
  }
}
