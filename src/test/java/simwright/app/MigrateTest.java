package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.Classes;
import simwright.lab.BenchDescription;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// Profiles of one version are replaced by those of the next on a device of the bench: with proof
/// before anything old goes, on from where a program was killed, and back where it fails.
@Timeout(240)
class MigrateTest {
  private static final String OLD = "8988211000009000012";
  private static final String NEW = "8988211000009000038";
  private static final String CODE = "LPA:1$smdp.simwright.test$BENCH-7039-1021";

  @TempDir Path folder;

  @AutoClose private final BenchShell shell;
  private final Path bench;
  private Path plan;

  MigrateTest(@TempDir Path bench) throws IOException {
    this.bench = bench;
    shell = new BenchShell(bench);
    BenchDescription unused = shell.serve("ec25");
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
    assertEquals(0, shell.run("profiles", "enable", "L", OLD), shell::err);
    assertEquals(0, shell.run("catalog", "reconcile", "L", "--apply"), shell::out);
  }

  private void planned(String code) throws IOException {
    assertEquals(0, shell.run("euicc", "info", "L"), shell::err);
    Path fleet =
        Files.writeString(
            folder.resolve("fleet.csv"),
            "iccid,name,version,state\n"
                + OLD
                + ",PROD-FR-PARIS-2026,1,enabled\n"
                + NEW
                + ",PROD-FR-PARIS-2027,2,released\n");
    assertEquals(0, shell.bare("catalog", "import", fleet.toString()), shell::out);
    plan =
        Files.writeString(
            folder.resolve("plan.yaml"),
            """
            migration: paris-2027
            from: "1"
            to: "2"
            orders:
              - old: PROD-FR-PARIS-2026
                new: "8988211000009000038"
                code: %s
            """
                .formatted(code));
  }

  private int migrate(String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of("catalog", "migrate", plan.toString()));
    all.addAll(List.of(more));
    int exit = shell.run(all.toArray(String[]::new));
    assertEquals(
        Set.of(),
        Schemas.wrong(shell.json().has("error") ? "error" : "catalog-migrate", shell.out()),
        shell.out());
    return exit;
  }

  private TreeMap<String, String> onCard() throws IOException {
    assertEquals(0, shell.run("profiles", "list", "L"), shell::err);
    TreeMap<String, String> all = new TreeMap<>();
    for (JsonNode each : shell.json().path("profiles")) {
      all.put(each.path("iccid").asText(), each.path("state").asText());
    }
    return all;
  }

  private String state(String profile) throws IOException {
    assertEquals(0, shell.bare("catalog", "show", profile, "--json"), shell::err);
    return shell.json().path("profile").path("state").asText();
  }

  private String step() throws IOException {
    return shell.json().path("profiles").path(0).path("step").asText();
  }

  @Test
  void aDeviceIsMigratedWithProofBeforeTheOldVersionGoes() throws IOException {
    planned(CODE);
    assertEquals(0, migrate("--dry-run"), shell::out);
    assertEquals("waiting", step());
    assertFalse(onCard().containsKey(NEW), "a dry run does nothing");
    assertEquals(3, migrate("--device", "L"), "nobody typed the name of the plan");
    assertEquals("lpa/unconfirmed", shell.json().path("error").asText());
    assertFalse(onCard().containsKey(NEW));

    assertEquals(0, migrate("--device", "L", "--yes", "--confirm", "paris-2027"), shell::out);
    assertEquals("done", step());
    assertEquals("enabled", onCard().get(NEW));
    assertFalse(onCard().containsKey(OLD));
    assertEquals("enabled", state(NEW));
    assertEquals("deleted", state(OLD));
    assertEquals(0, shell.run("audit", "search", "catalog.migrated"), shell::err);
    assertFalse(shell.out().contains("7039"), "no code stands in the log");
    assertEquals(0, migrate("--device", "L"), "what is done is not asked for again");
  }

  @Test
  void whatIsWrongInAPlanIsToldByItsLine() throws IOException {
    planned("LPA:2$nonsense");
    assertEquals(2, migrate("--dry-run"), shell::out);
    assertTrue(shell.json().path("evidence").asText().startsWith("line 7:"), shell::out);
    planned(CODE);
    String text = Files.readString(plan);
    Files.writeString(plan, text.replace("to: \"2\"", "to: \"3\""));
    assertEquals(2, migrate("--dry-run"), shell::out);
    assertTrue(shell.json().path("evidence").asText().startsWith("line 6:"), shell::out);
    Files.writeString(plan, text.replace("orders:", "order:"));
    assertEquals(2, migrate("--dry-run"), shell::out);
    assertEquals("catalog/broken-plan", shell.json().path("error").asText());
  }

  @Test
  void anOrderThatBringsAnotherProfileLeavesTheStableOneInUse() throws IOException {
    planned("LPA:1$smdp.simwright.test$NOBODY-KNOWS");
    assertEquals(1, migrate("--device", "L", "--yes", "--confirm", "paris-2027"), shell::out);
    assertEquals("begun", step());
    String failed = shell.json().path("profiles").path(0).path("failed").asText();
    assertTrue(failed.startsWith("es9+/8.2.6-3.8"), failed);
    assertTrue(failed.endsWith("the last stable profile is in use"), failed);
    assertEquals("enabled", onCard().get(OLD));
    assertEquals("enabled", state(OLD));
    assertEquals("released", state(NEW));
  }

  /// The real program, killed as soon as something stands in its log.
  @Test
  void aProgramThatIsKilledIsGoneOnWith() throws Exception {
    planned(CODE);
    for (String mark : List.of("downloaded", "proven")) {
      Process program =
          Classes.program(
                  "simwright.app.Main",
                  "catalog",
                  "migrate",
                  plan.toString(),
                  "--device",
                  bench.resolve("b/m").toString(),
                  "--bench",
                  bench.resolve("b").toString(),
                  "--data",
                  shell.data().toString(),
                  "--yes",
                  "--confirm",
                  "paris-2027")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said.txt").toFile())
              .start();
      killedAt(program, mark);
    }
    assertEquals(0, migrate("--dry-run"), shell::out);
    assertTrue(new TreeSet<>(List.of("proven", "old-deleted", "done")).contains(step()), step());
    assertEquals("enabled", onCard().get(NEW));
    assertEquals(0, migrate("--device", "L", "--yes", "--confirm", "paris-2027"), shell::out);
    assertEquals("done", step());
    assertFalse(onCard().containsKey(OLD));
    assertEquals("deleted", state(OLD));
    assertEquals(0, shell.run("audit", "verify"), shell::out);
  }

  private void killedAt(Process program, String step) throws Exception {
    try (SystemTime time = new SystemTime()) {
      Deadline deadline = time.deadline(Duration.ofSeconds(60));
      while (!reached(step) && program.isAlive() && !deadline.passed()) {
        time.sleep(Duration.ofMillis(20));
      }
    }
    boolean alive = program.isAlive();
    program.destroyForcibly();
    assertTrue(program.waitFor(30, TimeUnit.SECONDS));
    assertTrue(alive, Files.readString(folder.resolve("said.txt"), StandardCharsets.UTF_8) + step);
  }

  private boolean reached(String step) throws Exception {
    try (var database =
            java.sql.DriverManager.getConnection(
                "jdbc:sqlite:" + shell.data().resolve("simwright.db"));
        var query =
            database.prepareStatement(
                "SELECT count(*) FROM record WHERE line LIKE '%catalog.migrated%' AND line LIKE"
                    + " ?")) {
      query.setString(1, "%\"step\":\"" + step + "\"%");
      try (var row = query.executeQuery()) {
        return row.next() && row.getInt(1) > 0;
      }
    }
  }
}
