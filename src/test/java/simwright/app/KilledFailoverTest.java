package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.Classes;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// The program is killed when its decision stands in the log and before it, or some of it, was
/// carried out: the next one asks the card what is in use, writes that end down, and goes on from
/// there. Nothing is lost.
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledFailoverTest {
  private static final String PARIS = "PROD-FR-PARIS-2026";
  private static final String HOME = "PROD-XX-BENCH";

  /// How long after the decision, in milliseconds: at once, with the card under way, while the
  /// modem reads it, while the network is waited for.
  private static final List<Integer> AFTER = List.of(0, 400, 1500, 3500);

  @TempDir Path folder;

  @AutoClose private BenchShell shell;
  @AutoClose private final SystemTime time = new SystemTime();

  @Test
  void aSwitchThatWasDecidedAndNotWrittenToItsEndIsReconciledFromTheCard() throws Exception {
    shell = new BenchShell(folder);
    var unused = shell.serve("ec25");
    assertEquals(
        0,
        shell.run(
            "profiles",
            "download",
            "L",
            "--yes",
            "--code",
            "LPA:1$smdp.simwright.test$BENCH-7013-1007"),
        shell::err);
    Set<String> names = names();
    int reconciled = 0;
    Set<String> ends = new TreeSet<>();
    for (int after : AFTER) {
      String wanted = inUse().equals(HOME) ? PARIS : HOME;
      boolean cut = killed(wanted, after);
      String card = inUse();
      assertEquals(names, names(), "no profile is lost");
      int exit = shell.run("failover", "run", "L", "--policy", "bench", "--once", "--yes");
      JsonNode run = shell.json();
      assertTrue(exit == 0 || exit == 1, () -> run + shell.err());
      String words = run.path("reconciled").asText("");
      assertEquals(cut, words.contains("decided to switch to " + wanted), after + " ms: " + run);
      reconciled += cut ? 1 : 0;
      assertEquals(card, run.path("inUse").asText(), "the card tells it, and nothing was switched");
      assertEquals(0, shell.bare("failover", "explain", "--json"));
      JsonNode told = shell.json();
      assertEquals(wanted, told.path("chosen").asText(), told.toString());
      assertFalse(told.path("outcome").asText().isEmpty(), "its end is known: " + told);
      ends.add(told.path("outcome").asText());
      if (cut) {
        assertEquals(
            card.equals(wanted) ? "found-switched" : "found-not-switched",
            told.path("outcome").asText(),
            told.toString());
      }
      assertEquals(0, shell.bare("failover", "status", "--json"));
      assertEquals(card, shell.json().path("devices").path(0).path("inUse").asText(), shell.out());
    }
    assertTrue(reconciled >= 2, "so few were cut: " + ends);
    assertEquals(0, shell.bare("audit", "verify"), shell::err);
  }

  /// Whether the program was killed before it had written what came of its decision.
  private boolean killed(String wanted, int after) throws Exception {
    int before = records("failover.decided");
    int ended = records("failover.carried-out");
    Process program =
        Classes.program(
                "simwright.app.Main",
                "failover",
                "run",
                folder.resolve("b/m").toString(),
                "--policy",
                "bench",
                "--once",
                "--yes",
                "--wish",
                wanted,
                "--bench",
                folder.resolve("b").toString(),
                "--data",
                shell.data().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    try {
      Deadline deadline = time.deadline(Duration.ofSeconds(60));
      while (records("failover.decided") == before) {
        assertTrue(program.isAlive(), Files.readString(folder.resolve("said.txt")));
        assertFalse(deadline.passed(), "it decides nothing");
      }
      time.sleep(Duration.ofMillis(after));
    } finally {
      program.destroyForcibly();
      assertTrue(program.waitFor(30, TimeUnit.SECONDS));
    }
    return records("failover.carried-out") == ended;
  }

  private int records(String kind) throws IOException {
    int unused = shell.bare("audit", "search", kind, "--json");
    return shell.json().path("records").size();
  }

  private String inUse() throws IOException {
    return profiles().stream()
        .filter(each -> each.path("state").asText().equals("enabled"))
        .map(each -> each.path("name").asText())
        .findFirst()
        .orElse("");
  }

  private Set<String> names() throws IOException {
    Set<String> names = new TreeSet<>();
    profiles().forEach(each -> names.add(each.path("name").asText()));
    return names;
  }

  /// A modem that has just been given another profile says for a while that its card is busy.
  private List<JsonNode> profiles() throws IOException {
    Deadline deadline = time.deadline(Duration.ofSeconds(20));
    int exit = shell.run("profiles", "list", "L");
    while (exit != 0 && shell.out().contains("cme/14") && !deadline.passed()) {
      time.sleep(Duration.ofMillis(500));
      exit = shell.run("profiles", "list", "L");
    }
    assertEquals(0, exit, () -> shell.out() + shell.err());
    List<JsonNode> all = new ArrayList<>();
    shell.json().path("profiles").forEach(all::add);
    return all;
  }
}
