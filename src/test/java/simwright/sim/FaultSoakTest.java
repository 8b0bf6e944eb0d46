package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.time.SystemTime;

/// Faults of many seeds through the real engine: a command is answered rightly or ends in a true
/// fault, never in another's answer, and without faults the conversation is right again. A failure
/// names faults and seed, with which `sim serve --fault --seed` repeats it.
class FaultSoakTest {
  private static final int AT_ONCE = 24;
  private static final List<String> HONEST =
      List.of(
          "",
          "delay:40",
          "late:400",
          "late:900",
          "slow:1",
          "urc:0.5",
          "flood:300",
          "silence:1",
          "hangup:300",
          "reboot:3",
          "brown-out:4",
          "rename:5");
  private static final List<String> SPOILING =
      List.of("drop:0.01", "dup:0.01", "flip:0.01", "garbage:0.4", "flip:0.2", "drop:0.3");

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void everyAnswerIsRightOrATrueFaultWhateverTheSeed() throws InterruptedException {
    Map<String, Integer> seen = soak(36, HONEST, this::honest);
    assertTrue(seen.getOrDefault("right", 0) > 100, seen.toString());
    assertTrue(seen.getOrDefault("at/timeout", 0) > 5, seen.toString());
    assertTrue(seen.getOrDefault("link/gone", 0) > 0, seen.toString());
  }

  @Test
  void spoiltBytesNeverStopTheEngineForGood() throws InterruptedException {
    Map<String, Integer> seen = soak(24, SPOILING, this::spoilt);
    assertTrue(seen.getOrDefault("answered", 0) > 50, seen.toString());
  }

  @Test
  @Tag("soak")
  void everyAnswerIsRightOrATrueFaultOverAThousandSeeds() throws InterruptedException {
    assertTrue(soak(1000, HONEST, this::honest).getOrDefault("right", 0) > 2000);
    assertTrue(soak(500, SPOILING, this::spoilt).getOrDefault("answered", 0) > 500);
  }

  private record Round(String faults, long seed, Consumer<String> seen) {}

  /// The faults of a seed: two of these kinds.
  private static String faults(long seed, List<String> kinds) {
    Random random = new Random(seed);
    String one = kinds.get((int) (seed % kinds.size()));
    String other = kinds.get(random.nextInt(kinds.size()));
    return one.equals(other) || other.isEmpty() ? one : one.isEmpty() ? other : one + "," + other;
  }

  private Map<String, Integer> soak(int seeds, List<String> kinds, Consumer<Round> round)
      throws InterruptedException {
    Map<String, Integer> seen = new TreeMap<>();
    ConcurrentLinkedQueue<Throwable> wrong = new ConcurrentLinkedQueue<>();
    AtomicInteger next = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(AT_ONCE);
    for (int i = 0; i < AT_ONCE; i++) {
      var unused =
          time.start(
              "soak " + i,
              () -> {
                try {
                  for (int n = next.getAndIncrement(); n < seeds; n = next.getAndIncrement()) {
                    round.accept(
                        new Round(
                            faults(n, kinds),
                            n,
                            outcome -> {
                              synchronized (seen) {
                                seen.merge(outcome, 1, Integer::sum);
                              }
                            }));
                  }
                } catch (AssertionError | RuntimeException failed) {
                  wrong.add(failed);
                } finally {
                  ended.countDown();
                }
              });
    }
    assertTrue(ended.await(20, TimeUnit.MINUTES));
    assertEquals(List.of(), new ArrayList<>(wrong));
    return seen;
  }

  private void honest(Round round) {
    try (Soak soak = new Soak(round.faults(), round.seed(), folder, time)) {
      soak.run().forEach(round.seen());
      soak.recovers();
    }
  }

  private void spoilt(Round round) {
    try (Soak soak = new Soak(round.faults(), round.seed(), folder, time)) {
      soak.runSpoilt().forEach(round.seen());
      soak.recovers();
    }
  }
}
