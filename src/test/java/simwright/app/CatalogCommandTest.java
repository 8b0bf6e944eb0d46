package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Profiles;
import simwright.catalog.exchange.Format;
import simwright.catalog.exchange.Outgoing;

/// The catalog from the command line: a fleet comes in, goes out, and is held against a card.
class CatalogCommandTest {
  @TempDir Path folder;

  @AutoClose private final BenchShell shell;

  CatalogCommandTest(@TempDir Path bench) {
    shell = new BenchShell(bench);
  }

  private int run(String line) {
    return shell.bare((line + " --json").split(" "));
  }

  private JsonNode json() throws IOException {
    return shell.json();
  }

  @Test
  void aFleetOfAThousandWithThreeBadRowsIsToldAndNothingIsHalfTaken() throws IOException {
    String fleet =
        Outgoing.text(
                IntStream.range(0, 1000).mapToObj(Profiles::profile).toList(), Format.CSV, true)
            .replace(Profiles.iccid(10), "89331")
            .replace(Profiles.iccid(500), Profiles.iccid(499))
            .replaceFirst("production", "gift");
    Path file = Files.writeString(folder.resolve("fleet.csv"), fleet);
    assertEquals(1, run("catalog import " + file), shell::err);
    assertEquals(1000, json().path("rows").asInt());
    assertEquals(3, json().path("badRows").asInt());
    assertEquals(0, json().path("taken").asInt());
    assertEquals(List.of(2, 12, 502), IntStream.range(0, 3).mapToObj(i -> line(i)).toList());
    assertEquals(0, run("catalog list"), shell::err);
    assertEquals(0, json().path("profiles").size());
    assertEquals(1, run("catalog import " + file + " --skip-bad"), shell::err);
    assertEquals(997, json().path("taken").asInt());
    assertEquals(0, run("catalog list"), shell::err);
    assertEquals(997, json().path("profiles").size());
    assertFalse(shell.out().contains(Profiles.iccid(1)), "numbers are shortened");
    assertEquals(0, shell.bare("audit", "search", "catalog.import", "--json"), shell::err);
    assertTrue(shell.out().contains("nothing was taken in: 3 of 1000 rows"), shell::out);
  }

  private int line(int i) {
    try {
      return json().path("errors").path(i).path("line").asInt();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatWasExportedIdentifiedIsImportedElsewhere() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("fleet.csv"),
            Outgoing.text(List.of(Profiles.profile(1)), Format.CSV, true));
    assertEquals(0, run("catalog import " + file), shell::err);
    Path out = folder.resolve("out.json");
    assertEquals(0, run("catalog export " + out), shell::err);
    assertFalse(Files.readString(out).contains(Profiles.iccid(1)));
    assertEquals(0, run("catalog export " + out + " --identified"), shell::err);
    assertTrue(Files.readString(out).contains(Profiles.iccid(1)));
    assertEquals(0, run("catalog import " + out), shell::err);
    assertEquals(0, run("catalog move " + Profiles.iccid(1) + " released --why ordered"));
    assertEquals(2, run("catalog move " + Profiles.iccid(1) + " enabled --why mistake"));
    assertEquals("catalog/not-allowed", json().path("error").asText());
    assertEquals(0, run("catalog show " + Profiles.iccid(1)), shell::err);
    assertEquals("ordered", json().path("history").path(1).path("why").asText());
  }

  @Test
  void theCatalogFollowsTheCardOneActionForEachDifference() throws IOException {
    var unused = shell.serve("ec25");
    assertEquals(0, shell.run("profiles", "list", "L"), shell::err);
    int there = json().path("profiles").size();
    String card = json().path("profiles").path(0).path("iccid").asText();
    assertEquals(0, shell.run("euicc", "info", "L"), shell::err);
    String eid = json().path("eid").asText();
    Path file =
        Files.writeString(
            folder.resolve("fleet.csv"),
            "iccid,name,eid,state\n" + Profiles.iccid(5) + ",TEST-FR-2026," + eid + ",enabled\n");
    assertEquals(0, run("catalog import " + file), shell::err);
    assertEquals(1, shell.run("catalog", "reconcile", "L"), shell::err);
    assertEquals(new TreeSet<>(List.of("gone", "not-in-catalog")), kinds());
    assertEquals(there + 1, json().path("differences").size());
    assertEquals(0, shell.run("catalog", "reconcile", "L", "--apply"), shell::err);
    assertEquals(0, shell.run("catalog", "reconcile", "L"), shell::out);
    assertEquals(0, json().path("differences").size());
    assertEquals(0, run("catalog show " + Profiles.iccid(5)), shell::err);
    assertEquals("deleted", json().path("profile").path("state").asText());
    assertEquals(
        List.of("enabled", "disabled", "deleted"), json().path("history").findValuesAsText("to"));

    assertEquals(0, shell.run("profiles", "disable", "L", card), shell::err);
    assertEquals(1, shell.run("catalog", "reconcile", "L"), shell::err);
    assertTrue(kinds().contains("state"), shell::out);
    assertEquals(0, shell.run("catalog", "reconcile", "L", "--apply"), shell::out);
    assertEquals(0, run("catalog show " + card), shell::err);
    assertEquals("disabled", json().path("profile").path("state").asText());
  }

  private TreeSet<String> kinds() throws IOException {
    return new TreeSet<>(json().path("differences").findValuesAsText("kind"));
  }

  @Test
  void aHoleOfTheCatalogIsAnAlarmFromItsImportOnUntilItIsMended() throws IOException {
    String eid = "89049032000000000000000000000084";
    CatalogProfile home =
        Profiles.profile(1, "state", "enabled", "eid", eid, "expiry", "2099-12-31");
    CatalogProfile last =
        Profiles.profile(
            2,
            "name",
            "FALLBACK-WORLD-2099",
            "use",
            "fallback",
            "region",
            "WORLD",
            "place",
            "",
            "coverage",
            "global",
            "state",
            "disabled",
            "eid",
            eid,
            "expiry",
            "2099-12-31");
    CatalogProfile standby =
        Profiles.profile(
            3,
            "name",
            "TRAVEL-EU-STANDBY",
            "use",
            "travel",
            "region",
            "EU",
            "place",
            "",
            "coverage",
            "regional",
            "state",
            "installed",
            "eid",
            eid,
            "expiry",
            "2099-12-31");
    take("fleet.csv", home, last);
    assertEquals(0, run("alarms list"), shell::err);
    assertEquals(1, json().path("alarms").size(), shell::out);
    assertEquals(
        "failover/hole/region/FR/staged", json().path("alarms").path(0).path("id").asText());
    assertEquals(1, run("failover holes"), shell::err);
    assertEquals(Set.of(), Schemas.wrong("failover-holes", shell.out()), shell.out());
    JsonNode france = json().path("regions").path(0);
    assertEquals("FR", france.path("region").asText());
    assertEquals("failover/no-standby", france.path("holes").path(0).path("code").asText());
    assertEquals(1, json().path("alarms").size(), "told once");
    take("more.csv", standby);
    assertEquals(0, run("alarms list"), shell::err);
    assertEquals(0, json().path("alarms").size(), shell::out);
    assertEquals(0, run("failover holes"), shell::err);
    assertEquals(0, shell.bare("audit", "search", "alarm.cleared"), shell::err);
    assertTrue(shell.out().contains("no standby is staged"), shell::out);
  }

  private void take(String name, CatalogProfile... profiles) throws IOException {
    Path file =
        Files.writeString(folder.resolve(name), Outgoing.text(List.of(profiles), Format.CSV, true));
    assertEquals(0, run("catalog import " + file), shell::err);
  }
}
