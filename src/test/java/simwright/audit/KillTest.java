package simwright.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.keys.KeyRing;
import simwright.store.Store;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// A program that appends is killed at random; what it was told is on disk must be there, and the
/// chain must verify.
@Tag("slow")
class KillTest {
  private static final int KILLS = Boolean.getBoolean("simwright.soak") ? 2000 : 200;

  private static final int LOGS = 2;

  /// A program whose test was killed itself ends after that.
  private static final String MORE_THAN_EVER = "50000";

  private static final String SAID = "acknowledged ";

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();

  /// Two logs at once, as most machines have two processors.
  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void nothingAcknowledgedIsLostAndNoAlarmIsFalse() throws Exception {
    Path first = Files.createDirectory(folder.resolve("first"));
    QuickStart quick =
        QuickStart.of(
            folder.resolve("quick"), AppendingProgram.class.getName(), first.toString(), "20");
    try (ExecutorService both = Executors.newFixedThreadPool(LOGS)) {
      List<Future<Long>> ends = new ArrayList<>();
      for (int log = 0; log < LOGS; log++) {
        Path own = Files.createDirectory(folder.resolve("log" + log));
        Random random = new Random(11 + log);
        ends.add(both.submit(() -> killed(quick, own, random)));
      }
      for (Future<Long> end : ends) {
        assertTrue(end.get() > KILLS / LOGS, "the kills came before anything was appended");
      }
    }
    time.close();
  }

  /// How much was acknowledged in one log.
  private long killed(QuickStart quick, Path folder, Random random) throws Exception {
    long acknowledged = 0;
    for (int i = 0; i < KILLS / LOGS; i++) {
      Path said = folder.resolve("said.txt");
      Process program = start(quick, folder, said);
      awaitLines(said, 1 + random.nextInt(40), program);
      program.destroyForcibly();
      assertTrue(program.waitFor(60, TimeUnit.SECONDS));
      acknowledged = Math.max(acknowledged, last(said));
      if (i % 20 == 19 || i == KILLS / LOGS - 1) {
        Verdict verdict = verify(folder);
        assertEquals(List.of(), verdict.findings(), "after kill " + i);
        assertTrue(verdict.records() >= acknowledged, verdict.records() + " < " + acknowledged);
      }
    }
    return acknowledged;
  }

  private static Process start(QuickStart quick, Path folder, Path said) throws Exception {
    Files.deleteIfExists(said);
    return quick
        .program(folder.toString(), MORE_THAN_EVER)
        .redirectOutput(said.toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  private void awaitLines(Path said, int count, Process program) throws Exception {
    Deadline deadline = time.deadline(Duration.ofSeconds(60));
    while (Files.readString(said).split(SAID, -1).length <= count) {
      assertTrue(program.isAlive(), () -> "it ended by itself: " + said);
      assertTrue(!deadline.passed(), "nothing is appended");
      time.sleep(Duration.ofMillis(2));
    }
  }

  /// The last number that was said whole.
  private static long last(Path said) throws Exception {
    String all = Files.readString(said);
    String whole = all.substring(0, all.lastIndexOf('\n') + 1);
    return whole
        .lines()
        .filter(line -> line.startsWith(SAID))
        .mapToLong(line -> Long.parseLong(line.substring(SAID.length())))
        .max()
        .orElse(0);
  }

  private Verdict verify(Path folder) {
    try (Store store = Store.open(folder.resolve("log.db"), time);
        Audit audit =
            new Audit(
                store,
                KeyRing.open(folder.resolve("keys")),
                folder.resolve("anchors"),
                new Actor("tester", Actor.Role.AUDITOR),
                time)) {
      return audit.verify(List.of());
    }
  }
}
