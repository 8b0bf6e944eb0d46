package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.lab.Disturbance;
import simwright.lab.Disturbance.AccessPoint.Place;

/// The access points of a device are held against the rules, mended in one action, and changes over
/// the air are noticed.
class CatalogApnCommandTest {
  @TempDir Path folder;

  @AutoClose private final BenchShell shell;

  CatalogApnCommandTest(@TempDir Path bench) {
    shell = new BenchShell(bench);
  }

  /// The catalog has the profile in use, with these access points.
  private void ruled(String apns) throws IOException {
    assertEquals(0, shell.run("profiles", "list", "L"), shell::err);
    String iccid = shell.json().path("profiles").path(0).path("iccid").asText();
    Path file =
        Files.writeString(
            folder.resolve("fleet.csv"),
            "iccid,name,apns,state\n" + iccid + ",TEST-XX-2026," + apns + ",enabled\n");
    assertEquals(0, shell.bare("catalog", "import", file.toString(), "--json"), shell::err);
  }

  private JsonNode check(int exit) throws IOException {
    assertEquals(exit, shell.run("catalog", "apn", "check", "L"), () -> shell.err() + shell.out());
    return shell.json();
  }

  private List<String> kinds() throws IOException {
    return check(1).path("mismatches").findValuesAsText("kind");
  }

  private long alarms(String kind) {
    assertEquals(0, shell.bare("audit", "search", "alarm." + kind, "--json"), shell::err);
    return shell.out().lines().filter(line -> line.contains("apn/")).count();
  }

  @Test
  void whereNobodySaysWhatIsRightTheCheckFailsAndNothingIsMended() throws IOException {
    shell.begin("ec25");
    assertTrue(check(1).path("source").isNull());
    assertEquals(2, shell.run("catalog", "apn", "repair", "L"), shell::out);
    assertEquals("catalog/no-access-rule", shell.json().path("error").asText());
  }

  @Test
  void aNetworkThatIsToldAsANumberIsNamedByTheDirectoryWithItsDate() throws IOException {
    shell.begin("ec25");
    Path own = Files.createDirectories(shell.data().resolve("catalog")).resolve("operators.yaml");
    Path unused = Files.writeString(own, "operators: [{name: Ours, networks: [\"00101\"]}]\n");
    assertEquals(0, shell.run("probe", "L"), shell::err);
    assertEquals("Simwright Test", shell.json().path("network").path("name").asText());
    assertEquals("device", shell.json().path("network").path("source").asText());
    assertEquals(0, shell.run("at", "L", "AT+COPS=3,2"), shell::err);
    assertEquals(0, shell.run("probe", "L"), shell::err);
    assertEquals("00101", shell.json().path("operator").asText());
    JsonNode named = shell.json().path("network");
    assertEquals("Ours", named.path("name").asText());
    assertEquals("001-01", named.path("number").asText());
    assertEquals("directory", named.path("source").asText());
    assertTrue(named.path("date").asText().matches("20[0-9-]{8}"), shell::out);
  }

  @Test
  void aMismatchIsOneAlarmAndOneActionMendsIt() throws IOException {
    shell.begin("ec25");
    ruled("internet.second|default|ipv4");
    JsonNode wrong = check(1);
    assertEquals("name", wrong.path("mismatches").path(0).path("kind").asText());
    assertTrue(wrong.path("reattach").asBoolean());
    assertTrue(wrong.path("repair").asText().contains("attach anew"), shell::out);
    assertEquals(List.of("name"), kinds());
    assertEquals(1, alarms("raised"), "the same trouble is told once");
    assertEquals(0, shell.run("catalog", "apn", "repair", "L"), shell::err);
    assertTrue(shell.json().path("up").asBoolean());
    JsonNode context = shell.json().path("contexts").path(0);
    assertEquals("internet.second", context.path("apn").asText());
    assertEquals("IP", context.path("type").asText());
    assertTrue(context.path("granted").asText().startsWith("internet.second"), shell::out);
    assertEquals(1, alarms("cleared"));
    assertTrue(check(0).path("changed").isNull(), "a repair from here is no change over the air");
    assertEquals(0, shell.bare("audit", "search", "apn.repair", "--json"), shell::err);
    assertTrue(shell.out().contains("job.asked") && shell.out().contains("job.done"), shell::out);
  }

  @Test
  void aRuleThatTheNetworkRefusesIsToldAndWhatWasUpComesBack() throws IOException {
    shell.begin("ec25");
    ruled("nobody.knows");
    assertEquals(List.of("name"), kinds());
    assertEquals(1, shell.run("catalog", "apn", "repair", "L"), shell::out);
    assertEquals("catalog/not-mended", shell.json().path("error").asText());
    assertTrue(shell.out().contains("cme/127"), shell::out);
    assertTrue(shell.out().contains("put back, and is up again"), shell::out);
    JsonNode now = check(1).path("contexts").path(0);
    assertEquals("internet", now.path("apn").asText());
    assertTrue(now.path("active").asBoolean());
  }

  @Test
  void aPasswordIsAskedForAndWithoutOneNothingIsChanged() throws IOException {
    shell.begin("ec25");
    ruled("private.example|default|ipv4v6|pap|bench");
    assertEquals(2, shell.run("catalog", "apn", "repair", "L"), shell::out);
    assertEquals("catalog/no-password", shell.json().path("error").asText());
    assertEquals("internet", check(1).path("contexts").path(0).path("apn").asText());
    assertFalse(shell.out().contains("bench"), "who signs in is told nowhere");
  }

  @Test
  void whatTheOperatorChangesOverTheAirIsNoticedAndHeldAgainstTheRule() throws IOException {
    shell.begin("sara-r5");
    ruled("internet");
    assertTrue(check(0).path("changed").isNull(), "the first reading is no change");
    shell.bench().disturb("m", new Disturbance.AccessPoint("iot.example", Place.DEVICE));
    JsonNode changed = check(1).path("changed");
    assertTrue(changed.path("before").asText().contains("1 internet "), shell::out);
    assertTrue(changed.path("after").asText().contains("1 iot.example "), shell::out);
    assertEquals(0, shell.bare("audit", "search", "changed elsewhere", "--json"), shell::err);
    assertTrue(shell.out().contains("iot.example"), shell::out);
    assertTrue(check(1).path("changed").isNull(), "a change is told once");
    assertEquals(0, shell.run("catalog", "apn", "repair", "L"), shell::out);

    shell.bench().disturb("m", new Disturbance.AccessPoint("iot.example", Place.NETWORK));
    assertEquals(List.of("granted"), kinds());
    assertEquals(1, shell.run("catalog", "apn", "repair", "L"), shell::out);
    shell.bench().disturb("m", new Disturbance.AccessPoint("", Place.NETWORK));
    assertTrue(check(0).path("changed").isObject());

    shell.bench().disturb("m", new Disturbance.AccessPoint("ims", Place.CARD));
    assertEquals(List.of("card"), kinds());
    assertEquals("ims", check(1).path("cardAllows").path(0).asText());
    assertTrue(shell.json().path("repair").isNull(), "that is for the operator to mend");
  }
}
