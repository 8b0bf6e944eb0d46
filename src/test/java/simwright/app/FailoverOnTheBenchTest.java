package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A device of the bench is looked after by a policy: what is decided is carried out on its card,
/// stands in the log with its reason, and nothing roams without consent.
class FailoverOnTheBenchTest {
  private static final String PARIS = "PROD-FR-PARIS-2026";
  private static final String TRAVEL = "TRAVEL-EU-STANDBY";

  @AutoClose private final BenchShell shell;

  private final Path folder;

  FailoverOnTheBenchTest(@TempDir Path folder) {
    this.folder = folder;
    shell = new BenchShell(folder);
  }

  @Test
  void aWishIsDecidedCarriedOutAndExplained() throws IOException {
    var unused = shell.serve("ec25");
    download("BENCH-7013-1007", "");
    assertEquals(
        0,
        shell.run("failover", "run", "L", "--policy", "bench", "--once", "--wish", "any", "--yes"),
        shell::err);
    JsonNode run = asPublished("failover-run");
    assertEquals(PARIS, run.path("decisions").path(0).path("chosen").asText());
    assertEquals("local", run.path("decisions").path(0).path("rule").asText());
    assertEquals("steady", run.path("state").asText());
    assertEquals(PARIS, run.path("inUse").asText());
    assertEquals(0, shell.run("profiles", "list", "L"), shell::err);
    assertTrue(shell.out().contains(PARIS));
    for (JsonNode each : shell.json().path("profiles")) {
      assertEquals(
          each.path("name").asText().equals(PARIS),
          each.path("state").asText().equals("enabled"),
          each.toString());
    }
    assertEquals(0, shell.bare("failover", "status", "--json"));
    JsonNode status = asPublished("failover-status").path("devices").path(0);
    assertEquals("steady", status.path("state").asText());
    assertEquals(0, shell.bare("failover", "explain", "--json"));
    String why = asPublished("failover-explain").path("why").asText();
    assertTrue(why.startsWith("A person asked for another profile. Rule 'local' chose"), why);
    assertTrue(why.contains("What came of it: The chosen profile is in use"), why);
    Path trace = folder.resolve("recorded.yaml");
    assertEquals(
        0, shell.run("failover", "record", "L", "--out", trace.toString()), () -> shell.out());
    assertEquals(3, asPublished("failover-record").path("profiles").size() + 1, shell.out());
    assertEquals(
        0,
        shell.bare(
            "failover", "simulate", "--policy", "bench", "--trace", trace.toString(), "--json"),
        shell::err);
    JsonNode replayed = asPublished("failover-simulate");
    assertEquals(1, replayed.path("switches").asInt(), "the same wish: " + replayed);
    assertEquals(PARIS, replayed.path("inUse").asText(), replayed.toString());
    assertEquals(1, shell.run("failover", "holes"), shell::err);
    JsonNode alarm = asPublished("failover-holes").path("alarms").path(0);
    assertTrue(alarm.path("id").asText().startsWith("failover/hole/device/"), alarm.toString());
    assertTrue(alarm.path("device").asText().endsWith("/m"), alarm.toString());
    assertEquals(0, shell.run("audit", "search", "failover.decided"));
    assertTrue(shell.out().contains(PARIS), shell.out());
  }

  @Test
  void nothingRoamsWithoutConsent() throws IOException {
    var unused = shell.serve("ec25");
    download("BENCH-7026-1014", "4711");
    assertEquals(
        0,
        shell.run("failover", "run", "L", "--policy", "bench", "--once", "--wish", TRAVEL),
        shell::err);
    assertEquals("PROD-XX-BENCH", asPublished("failover-run").path("inUse").asText());
    assertEquals(0, shell.bare("failover", "explain", "--json"));
    JsonNode told = asPublished("failover-explain");
    assertEquals("refused", told.path("outcome").asText());
    assertEquals(TRAVEL, told.path("chosen").asText());
    assertTrue(told.path("why").asText().contains("a person is asked first"), told.toString());
  }

  private void download(String matching, String confirmation) {
    String code = "LPA:1$smdp.simwright.test$" + matching;
    int exit =
        confirmation.isEmpty()
            ? shell.run("profiles", "download", "L", "--yes", "--code", code)
            : shell.run(
                "profiles",
                "download",
                "L",
                "--yes",
                "--code",
                code + "$$1",
                "--confirmation-code",
                confirmation);
    assertEquals(0, exit, shell::err);
  }

  private JsonNode asPublished(String schema) throws IOException {
    assertEquals(Set.of(), Schemas.wrong(schema, shell.out()), shell.out());
    return shell.json();
  }
}
