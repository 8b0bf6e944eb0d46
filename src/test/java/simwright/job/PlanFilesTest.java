package simwright.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Attendant;
import simwright.fault.Fault;
import simwright.job.PlanFiles.Checked;
import simwright.job.PlanFiles.PlanText;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.observe.Subscription;
import simwright.time.SystemTime;

class PlanFilesTest {
  private static final String PLAN =
      """
      # mine
      name: mine
      title: Mine
      limits: mine
      main:
        - {id: there, kind: registered, title: Registered, within_s: 60, measure: [{name: seconds, unit: s}]}
      """;

  private static final String LIMITS =
      """
      name: mine
      version: "1"
      limits:
        - {of: there, measurement: seconds, unit: s, most: 60, marginal: 10}
      """;

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private final Journal journal =
      new Journal() {
        @Override
        public Recorded append(Event event) {
          return new Recorded(1, time.now(), "ines", event.kind(), "{}");
        }

        @Override
        public Subscription follow(long from, java.util.function.Consumer<Recorded> reader) {
          return () -> {};
        }
      };

  @AfterEach
  void close() {
    time.close();
  }

  private PlanFiles files() {
    return new PlanFiles(new Jobs(journal, Permit.all(), time), folder.resolve("plans"));
  }

  private String save(String text, String limits) {
    return files()
        .save(text, limits, Attendant.absent())
        .await(time.deadline(Duration.ofSeconds(20)))
        .orElseThrow();
  }

  @Test
  void whatShipsIsThereWithItsLimitsAndHolds() {
    PlanText boot =
        files().all().stream()
            .filter(each -> each.name().equals("first-boot"))
            .findFirst()
            .orElseThrow();
    assertFalse(boot.own());
    assertTrue(boot.limits().contains("name: first-boot"));
    assertTrue(files().shipped(boot).plan().isPresent());
  }

  @Test
  void anOwnPlanIsWrittenWithItsLimitsBesideAndFoundAgain() throws Exception {
    Path file = Path.of(save(PLAN, LIMITS));
    assertEquals(PLAN, Files.readString(file));
    assertEquals(LIMITS, Files.readString(file.resolveSibling("mine.limits.yaml")));
    assertTrue(files().all().contains(new PlanText("mine", PLAN, LIMITS, true)));
    save(PLAN.replace("Mine", "Mine again"), LIMITS);
    assertTrue(Files.readString(file).contains("Mine again"));
    try (var all = Files.list(file.getParent())) {
      assertEquals(2, all.count(), "nothing is left beside");
    }
  }

  @Test
  void whatIsWrongIsToldWithItsLine() {
    Checked plan = files().check(PLAN.replace("kind: registered", "kind: no-such"), LIMITS);
    assertEquals(6, plan.findings().getFirst().line());
    assertFalse(plan.findings().getFirst().limits());
    Checked limits = files().check(PLAN, LIMITS.replace("most: 60", "mostly: 60"));
    assertEquals(4, limits.findings().getFirst().line());
    assertTrue(limits.findings().getFirst().limits());
    assertEquals(List.of(), files().check(PLAN, LIMITS).findings());
  }

  @Test
  void whatShipsIsNeverWrittenOver() {
    String text = PLAN.replace("name: mine", "name: first-boot");
    Checked checked = files().check(text, LIMITS);
    assertEquals(2, checked.findings().getFirst().line());
    Fault refused = assertThrows(Fault.class, () -> save(text, LIMITS));
    assertEquals("acceptance/broken-plan", refused.code().toString());
    assertFalse(Files.exists(folder.resolve("plans")));
  }
}
