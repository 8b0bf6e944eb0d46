package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.lab.Disturbance;

/// What a device of the bench carries is counted by profile, budgets follow it, and a policy
/// switches before a cap is reached.
class DataOnTheBenchTest {
  private static final String HOME = "PROD-XX-BENCH";
  private static final String PARIS = "PROD-FR-PARIS-2026";

  /// A cap of 3 MB for the profile that is in use at first.
  private static final String RULES =
      """
      name: narrow
      version: "1"
      classes:
        emergency: {dscp: EF}
        navigation: {dscp: AF31}
        telemetry: {dscp: AF21, day: 2 MB}
        streaming: {dscp: AF41}
        updates: {dscp: CS1}
        background: {dscp: CS1}
      profiles:
        - {match: "PROD-XX-*", cap: 3 MB}
        - {match: "*", cap: 1 GB}
      apps: []
      devices:
        - {match: "*", class: telemetry}
      """;

  @AutoClose private final BenchShell shell;
  private final Path folder;

  DataOnTheBenchTest(@TempDir Path folder) {
    this.folder = folder;
    shell = new BenchShell(folder);
  }

  @Test
  void whatIsCarriedIsToldByProfileAndWarnedOf() throws IOException {
    shell.begin("ec25");
    rules();
    sampled();
    carry(2_600_000);
    sampled();
    JsonNode report = report();
    JsonNode line = report.path("lines").path(0);
    assertEquals("telemetry", line.path("class").asText());
    assertEquals(2_600_000, line.path("received").asLong());
    assertEquals(HOME, line.path("profile").asText());
    JsonNode day = report.path("budgets").path(1);
    assertEquals(2_000_000, day.path("cap").asLong());
    assertEquals(130, day.path("percent").asInt());
    assertTrue(report.path("warnings").toString().contains("is used up"), report.toString());
    assertEquals(0, shell.bare("alarms", "list", "--json"), shell::err);
    assertTrue(shell.out().contains("data/"), shell.out());
    JsonNode proposal = report.path("proposals").path(0);
    assertEquals("telemetry", proposal.path("class").asText());
    assertEquals(false, proposal.path("possible").asBoolean());
  }

  @Test
  void aPolicySwitchesWhenLittleIsLeft() throws IOException {
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
    rules();
    sampled();
    carry(2_500_000);
    assertEquals(
        0,
        shell.run("failover", "run", "L", "--policy", "bench", "--for", "20", "--yes"),
        shell::err);
    JsonNode run = shell.json();
    assertEquals(PARIS, run.path("inUse").asText(), run.toString());
    assertEquals(0, shell.bare("failover", "explain", "--json"), shell::err);
    String why = shell.json().path("why").asText();
    assertTrue(why.contains("nearly used up"), why);
    sampled();
    JsonNode report = report();
    assertEquals(HOME, report.path("switches").path(0).path("before").asText());
    assertEquals(PARIS, report.path("switches").path(0).path("now").asText());
    for (JsonNode each : report.path("lines")) {
      if (each.path("profile").asText().equals(HOME)) {
        assertTrue(each.path("received").asLong() >= 2_500_000, each.toString());
      }
    }
    figures();
  }

  private void figures() throws IOException {
    assertEquals(0, shell.run("data", "figures", "L"), shell::err);
    assertEquals(Set.of(), Schemas.wrong("data-figures", shell.out()), shell.out());
    JsonNode told = shell.json();
    assertTrue(told.path("bytesByProfile").path(HOME).asLong() >= 2_500_000, told.toString());
    assertEquals("1 of n = 1", words(told, "installs-per-push").substring(0, 10));
    assertEquals("1 of n = 1", words(told, "activation-success").substring(0, 10));
    assertTrue(words(told, "switch-latency").endsWith("s (n = 1)"), told.toString());
    assertTrue(words(told, "handover-failures").startsWith("not told: "), told.toString());
  }

  private static String words(JsonNode told, String figure) {
    for (JsonNode each : told.path("figures")) {
      if (each.path("figure").asText().equals(figure)) {
        return each.path("words").asText();
      }
    }
    return "";
  }

  @Test
  void whatTheOperatorSaysOfTheQuotaIsReadFromTheDeviceOnce() throws IOException {
    shell.begin("ec25");
    assertEquals(1, shell.run("data", "ask", "L"), shell::err);
    shell.bench().disturb("m", new Disturbance.Message("+99900100002", "Lunch at one?"));
    shell
        .bench()
        .disturb(
            "m",
            new Disturbance.Message("+99900000001", "Your data quota has been renewed: 5 GB."));
    int exit = 1;
    for (int i = 0; i < 20 && exit != 0; i++) {
      exit = shell.run("data", "ask", "L");
    }
    assertEquals(0, exit, shell::err);
    JsonNode told = shell.json().path("accounts");
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.path(0).path("reset").asBoolean());
    assertEquals(HOME, told.path(0).path("profile").asText());
    assertEquals(5_000_000_000L, told.path(0).path("cap").asLong());
    assertEquals(1, shell.run("data", "ask", "L"), "what was taken down is not taken twice");
    assertEquals(0, shell.bare("audit", "search", "data.reset", "--json"), shell::err);
    assertTrue(shell.out().contains("by sms") && !shell.out().contains("Lunch"), shell.out());

    assertEquals(0, shell.run("data", "ask", "L", "--ussd", "*103#"), shell::err);
    assertEquals(1_500_000_000L, shell.json().path("accounts").path(0).path("used").asLong());
    assertEquals(2, shell.run("data", "ask", "L", "--ussd", "*100#"), shell::out);
    assertEquals("quota/broken-import", shell.json().path("error").asText());
    assertEquals(3, shell.run("data", "ask", "L", "--ussd", "*999#"), shell::out);
    assertEquals("quota/no-answer", shell.json().path("error").asText());
  }

  @Test
  void aSpreadsheetIsTakenAsAWholeOrNotAtAll() throws IOException {
    Path file = folder.resolve("usage.csv");
    Files.writeString(
        file,
        """
        at,device,profile,app,sent,received,roaming
        2026-11-20T10:00:00Z,van,TRAVEL-EU-2026,,1000,2000,false
        2026-11-20T11:00:00Z,van,TRAVEL-EU-2026,,1500,many,false
        """);
    assertEquals(2, shell.bare("data", "import", file.toString(), "--json"));
    assertTrue(shell.out().contains("row 3: received is no amount"), shell.out());
    assertEquals(0, shell.bare("data", "report", "--days", "62", "--json"), shell::err);
    assertEquals(0, shell.json().path("lines").size(), "nothing is half applied");
    Files.writeString(file, Files.readString(file).replace("many", "2500"));
    assertEquals(0, shell.bare("data", "import", file.toString(), "--json"), shell::err);
    assertEquals(Set.of(), Schemas.wrong("data-import", shell.out()));
    assertEquals(
        0,
        shell.bare(
            "data", "notice", "TRAVEL-EU-2026", "--sms", "You used 1.5 GB of 2 GB.", "--json"),
        shell::err);
    assertEquals(1_500_000_000L, shell.json().path("used").asLong());
    assertEquals(2, shell.bare("data", "notice", "TRAVEL-EU-2026", "--sms", "Hello", "--json"));
  }

  private void rules() throws IOException {
    Files.createDirectories(shell.data());
    Files.writeString(shell.data().resolve("data-rules.yaml"), RULES);
    assertEquals(
        0,
        shell.plain("data", "budget", "lint", shell.data().resolve("data-rules.yaml").toString()),
        shell::err);
  }

  private void carry(long bytes) {
    shell.bench().disturb("m", new Disturbance.Traffic("", bytes));
  }

  private void sampled() throws IOException {
    assertEquals(0, shell.run("data", "sample", "L"), shell::err);
    assertEquals(Set.of(), Schemas.wrong("data-sample", shell.out()), shell.out());
  }

  private JsonNode report() throws IOException {
    assertEquals(0, shell.bare("data", "report", "--json"), shell::err);
    assertEquals(Set.of(), Schemas.wrong("data-report", shell.out()), shell.out());
    return shell.json();
  }
}
