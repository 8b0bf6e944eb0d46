package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.lab.BenchDescription;
import simwright.lab.Disturbance;

/// Drills, as they are run from the command line on a device of a bench.
class DrillTest {
  @TempDir Path folder;

  @AutoClose private BenchShell shell;
  private BenchDescription bench;

  @BeforeEach
  void serve() {
    shell = new BenchShell(folder);
    bench = shell.serve("ec25");
  }

  @Test
  void aLocalOutageIsLeftForTheStandbyAndTheFormerProfileIsInUseAgain() throws IOException {
    staged("TRAVEL-EU-STANDBY");
    staged("FALLBACK-WORLD-2030");
    String before = inUse();
    assertEquals(0, drill("--repeat", "2", "--under-load"), () -> shell.out() + shell.err());
    JsonNode drill = shell.json();
    assertEquals("pass", drill.path("verdict").asText(), drill.toString());
    assertEquals(2, drill.path("rounds").asInt());
    assertEquals(2, drill.path("payload").path("n").asInt());
    assertTrue(drill.path("payload").path("p50").asDouble() > 1, drill.toString());
    assertTrue(drill.path("payload").path("p95").isMissingNode(), "two rounds prove no p95");
    assertEquals(2, drill.path("sessions").path("transportLost").asInt(), drill.toString());
    JsonNode flow = drill.path("flow");
    assertEquals("tcp", flow.path("kind").asText(), drill.toString());
    assertEquals(2, flow.path("streams").asInt(), drill.toString());
    assertEquals(2, flow.path("connectionsLost").asInt(), drill.toString());
    long sent = flow.path("bytesSent").asLong();
    long repeated = flow.path("bytesRepeated").asLong();
    assertTrue(sent > 48 * 6, drill.toString());
    assertEquals(48 * drill.path("requests").path("repeated").asLong(), repeated);
    assertTrue(flow.path("bytesLost").asLong() <= repeated, "what was lost was sent again");
    assertEquals(2, drill.path("sessions").path("applicationResumed").asInt());
    assertTrue(drill.path("stateRestored").asBoolean());
    assertTrue(
        drill.path("decisions").path(0).asText().contains("chose TRAVEL-EU-STANDBY"),
        drill.toString());
    assertEquals(before, inUse());
    assertEquals(0, shell.run("audit", "search", "failover.decided"));
    assertTrue(shell.out().contains("TRAVEL-EU-STANDBY"), shell.out());
    assertEquals(0, shell.run("failover", "explain"));
    assertTrue(shell.out().contains("chose TRAVEL-EU-STANDBY"), shell.out());
    assertEquals(0, shell.run("failover", "status"));
    assertEquals(0, shell.json().path("devices").size(), "a drill is over");
    assertEquals(0, shell.run("drill", "history"));
    assertEquals(1, shell.json().path("drills").size());
  }

  @Test
  void withoutAStandbyTheDrillFailsWithTheHoleNamedAndNothingIsSwitched() throws IOException {
    staged("FALLBACK-WORLD-2030");
    String before = inUse();
    assertEquals(1, drill("--repeat", "2"), () -> shell.out() + shell.err());
    JsonNode drill = shell.json();
    assertEquals("fail", drill.path("verdict").asText());
    assertTrue(drill.path("reason").asText().contains("no standby"), drill.toString());
    assertTrue(drill.path("reason").asText().endsWith("[acceptance/hole]"), drill.toString());
    assertEquals(0, drill.path("rounds").asInt());
    assertEquals(0, drill.path("tries").asInt());
    assertTrue(drill.path("stateRestored").asBoolean());
    assertEquals(before, inUse());
  }

  /// At 22 % the device could come home, and at 15 % it could not: the drill does not begin.
  @Test
  void aDrillDoesNotBeginWithTooLittleCharge() throws IOException {
    shell.bench().disturb("m", new Disturbance.Battery(22));
    assertEquals(4, drill("--repeat", "1"), () -> shell.out() + shell.err());
    JsonNode drill = shell.json();
    assertEquals("stopped", drill.path("verdict").asText(), drill.toString());
    assertTrue(drill.path("reason").asText().endsWith("[acceptance/abort-rule]"), "" + drill);
    assertTrue(drill.path("reason").asText().contains("22 %"), drill.toString());
    assertEquals(0, drill.path("rounds").asInt());
    assertTrue(drill.path("stateRestored").asBoolean(), drill.toString());
  }

  /// The device grows hot after the trouble began: nothing is switched, and the way home is taken.
  @Test
  void aDrillIsBrokenOffByItsOwnRuleAndTheDeviceIsAsItWas() throws IOException {
    staged("TRAVEL-EU-STANDBY");
    staged("FALLBACK-WORLD-2030");
    String before = inUse();
    String shipped = Files.readString(shipped("local-outage.yaml"));
    Path plan = folder.resolve("hot.yaml");
    Files.writeString(
        plan,
        shipped
            .replace("name: local-outage", "name: hot")
            .replace("celsius_most: 80, resume_s", "celsius_most: 37, resume_s"));
    assertEquals(
        4,
        shell.run("drill", "run", plan.toString(), "--device", "m", "--repeat", "1"),
        () -> shell.out() + shell.err());
    JsonNode drill = shell.json();
    assertEquals("stopped", drill.path("verdict").asText(), drill.toString());
    assertTrue(drill.path("reason").asText().contains("38 °C"), drill.toString());
    assertEquals(0, drill.path("tries").asInt(), drill.toString());
    assertTrue(drill.path("stateRestored").asBoolean(), drill.toString());
    assertEquals(before, inUse());
    shell.bench().disturb("m", new Disturbance.Heat(81));
    assertEquals(4, drill("--repeat", "1"), () -> shell.out() + shell.err());
    assertTrue(shell.json().path("reason").asText().contains("81 °C"), shell.out());
  }

  /// Entered by hand a day ago, for a minute before now: run once, and told.
  @Test
  void aDrillOfTheCalendarIsRunByTheFirstCommandThatComesAndOnlyOnce() throws IOException {
    ZonedDateTime minute = ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(1);
    Files.createDirectories(shell.data());
    Files.writeString(
        shell.data().resolve("drill-schedule.yaml"),
        """
        drills:
          - name: nightly
            drill: local-outage
            device: %s
            rounds: 1
            days: [mon, tue, wed, thu, fri, sat, sun]
            at: "%s"
            zone: UTC
            windowMinutes: 60
            since: %s
        """
            .formatted(
                folder.resolve("b/m"),
                minute.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)),
                minute.minusMinutes(5).toInstant()));
    assertEquals(1, shell.run("drill", "schedule", "run-due"), () -> shell.out() + shell.err());
    JsonNode ran = shell.json().path("ran");
    assertEquals(1, ran.size(), shell.out());
    assertEquals("fail", ran.path(0).path("verdict").asText(), "no standby is staged");
    assertEquals(0, shell.run("drill", "schedule", "run-due"));
    assertEquals(0, shell.json().path("ran").size(), "never twice");
    assertEquals(0, shell.bare("drill", "schedule", "list", "--json"));
    JsonNode past = shell.json().path("drills").path(0).path("past").path(0);
    assertEquals("ended", past.path("state").asText(), shell.out());
    assertEquals(ran.path(0).path("run").asText(), past.path("run").asText());
    assertEquals(0, shell.run("audit", "search", "drill.scheduled"));
    assertEquals(0, shell.bare("drill", "schedule", "remove", "nightly"), shell::err);
  }

  private static Path shipped(String name) {
    return Path.of("src/main/resources/simwright/plans").resolve(name);
  }

  @Test
  void aPlanThatIsNoDrillIsWrongUse() throws IOException {
    assertEquals(2, shell.run("drill", "run", "first-boot", "--device", "m"));
  }

  private int drill(String... more) {
    List<String> words = new ArrayList<>(List.of("drill", "run", "local-outage", "--device", "m"));
    words.addAll(List.of(more));
    return shell.run(words.toArray(String[]::new));
  }

  private String inUse() throws IOException {
    assertEquals(0, shell.run("profiles", "list", "L"));
    for (JsonNode each : shell.json().path("profiles")) {
      if (each.path("state").asText().equals("enabled")) {
        return each.path("name").asText();
      }
    }
    return "none";
  }

  private void staged(String name) {
    var order =
        bench.orders().stream()
            .filter(each -> each.profile().equals(name))
            .findFirst()
            .orElseThrow();
    List<String> words =
        new ArrayList<>(List.of("profiles", "download", "L", "--yes", "--code", order.code()));
    if (!order.confirmationCode().isEmpty()) {
      words.addAll(List.of("--confirmation-code", order.confirmationCode()));
    }
    assertEquals(0, shell.run(words.toArray(String[]::new)), () -> shell.out() + shell.err());
  }
}
