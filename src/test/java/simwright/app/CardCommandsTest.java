package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;

/// What the commands tell of a card, and what they do not let a person do by mistake.
class CardCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A profile of the bench that nobody has ordered yet.
  private static final String FREE = "8988211000009000061";

  @TempDir Path folder;
  private final Shell shell = new Shell();
  private final SimulatedBench bench = shell.bench();

  @AfterEach
  void close() {
    bench.close();
    shell.close();
  }

  private void serve(String kind) {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    var unused = bench.start(folder.resolve("b"), List.of(new DeviceRequest("m", kind, "", 1)));
    var served = bench.startServers();
    assertFalse(served.orders().isEmpty());
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>();
    for (String word : words) {
      all.add(word.equals("M") ? folder.resolve("b/m").toString() : word);
    }
    all.addAll(List.of("--data", folder.resolve("d").toString(), "--json"));
    if (!words[0].equals("audit")) {
      all.addAll(List.of("--bench", folder.resolve("b").toString()));
    }
    return shell.run(all);
  }

  private JsonNode json() throws IOException {
    return JSON.readTree(shell.out());
  }

  @Test
  void aReadingIsComparedWithTheOneBefore() throws IOException {
    serve("ec25");
    assertEquals(0, run("euicc", "info", "M"), shell::err);
    JsonNode first = json();
    assertTrue(first.path("previousReading").isNull());
    assertEquals("right", first.path("eidCheck").asText());
    assertTrue(first.path("capabilities").toString().contains("usim"), first.toString());
    assertTrue(
        first.path("provisioningCapabilities").toString().contains("testProfile")
            || first.path("provisioningCapabilities").toString().contains("additionalProfile"));
    assertEquals(0, run("euicc", "info", "M"));
    assertFalse(json().path("previousReading").isNull());
    assertEquals(0, json().path("changes").size());
    assertEquals(0, run("euicc", "default-server", "M", "smdp.example.com"));
    assertTrue(json().path("before").isNull(), shell::out);
    assertEquals(0, run("euicc", "info", "M"));
    assertEquals(
        "[\"default server: nothing before, smdp.example.com now\"]",
        json().path("changes").toString());
    assertEquals(0, run("euicc", "info", "M"));
    assertEquals(0, json().path("changes").size());
  }

  @Test
  void whatStandsOnTheCardIsAskedForWhatWasOrderedForIt() throws IOException {
    serve("ec25");
    assertEquals(0, run("euicc", "info", "M"), shell::err);
    String eid = json().path("eid").asText();
    assertFalse(json().path("forbiddenRules").path("mayNotDisable").isMissingNode());
    assertTrue(json().path("raw").asText().startsWith("BF22"), shell.out());
    assertEquals(3, run("profiles", "download", "M", "--default-server", "--yes"));
    assertEquals("lpa/no-default-server", json().path("error").asText());
    assertEquals(0, run("order", "download", "--iccid", FREE, "--eid", eid), shell::err);
    String iccid = json().path("iccid").asText();
    assertEquals(0, run("order", "confirm", iccid, "--release"), shell::err);
    assertEquals(0, run("euicc", "default-server", "M", "smdp.simwright.test"), shell::err);
    assertEquals(0, run("profiles", "download", "M", "--default-server", "--yes"), shell::out);
    assertEquals(iccid, json().path("profile").path("iccid").asText());
    assertEquals(0, run("euicc", "default-server", "M", ""), shell::err);
    assertEquals("smdp.simwright.test", json().path("before").asText());
    assertEquals(0, run("profiles", "list", "M"), shell::err);
    JsonNode listed = json().path("profiles").path(1);
    assertEquals("00101", listed.path("owner").asText().replace("-", ""));
    assertEquals("smdp.simwright.test", listed.path("notifies").path(0).path("server").asText());
    assertEquals(4, listed.path("notifies").path(0).path("events").size());
  }

  @Test
  void aDeviceOfABenchBringsItsServersWithIt() throws IOException {
    serve("ec25");
    assertEquals(0, run("probe", "M"), shell::err);
    String iccid = json().path("iccid").asText();
    String device = folder.resolve("b/m").toString();
    List<String> data = List.of("--data", folder.resolve("d").toString(), "--json");
    List<String> disable = new ArrayList<>(List.of("profiles", "disable", device, iccid));
    disable.addAll(data);
    assertEquals(0, shell.run(disable), shell::err);
    assertTrue(shell.err().contains("as with --bench"), shell::err);
    List<String> list = new ArrayList<>(List.of("notifications", "list", device));
    list.addAll(data);
    assertEquals(0, shell.run(list), shell::err);
    assertEquals(0, json().path("notifications").size(), shell::out);
  }

  @Test
  void aCardOfAnEimTellsItsManagerAndItsCertificates() throws IOException {
    serve("ec25.sgp32");
    assertEquals(0, run("euicc", "info", "M"), shell::err);
    JsonNode manager = json().path("managers").path(0);
    assertEquals("2.999.20", manager.path("id").asText());
    assertEquals("eim.simwright.test", manager.path("address").asText());
    assertEquals(7, manager.path("counter").asInt());
    assertEquals(2, json().path("certificates").size(), json().toString());
  }

  @Test
  void aCardIsNotSwitchedMoreOftenThanTheLimitAllows() throws IOException {
    serve("ec25");
    assertEquals(0, run("probe", "M"), shell::err);
    String iccid = json().path("iccid").asText();
    String digits = lastDigits();
    Files.writeString(
        folder.resolve("d/settings.txt"),
        "card.switches-per-hour = 1\ncard.switches-per-day = 9\n");
    assertEquals(0, run("profiles", "disable", "M", iccid), shell::err);
    assertEquals(3, run("profiles", "enable", "M", iccid));
    assertEquals("lpa/too-many-switches", json().path("error").asText());
    assertEquals(0, run("profiles", "list", "M"));
    assertEquals("disabled", json().path("profiles").path(0).path("state").asText());
    assertEquals(3, run("profiles", "enable", "M", iccid, "--yes"), "it is no consent");
    assertEquals("lpa/too-many-switches", json().path("error").asText());
    assertEquals(3, run("profiles", "enable", "M", iccid, "--confirm", "x" + digits));
    assertEquals(0, run("profiles", "enable", "M", iccid, "--confirm", digits), shell::err);
    assertEquals(3, run("profiles", "disable", "M", iccid));
    assertEquals("lpa/too-many-switches", json().path("error").asText());
    assertEquals(0, run("profiles", "disable", "M", iccid, "--confirm", digits), shell::err);
    assertEquals(0, run("audit", "search", "overridden"));
    assertTrue(shell.out().contains("switch-limit"), shell.out());
  }

  @Test
  void aResetTakesWhatIsNamedAfterTheDigitsOfTheEid() throws IOException {
    serve("ec25");
    String digits = lastDigits();
    assertEquals(3, run("profiles", "reset", "M"));
    assertEquals("lpa/unconfirmed", json().path("error").asText());
    assertEquals(3, run("profiles", "reset", "M", "--confirm", "x" + digits, "--yes"));
    assertEquals(0, run("profiles", "reset", "M", "--test-profiles", "--confirm", digits));
    assertFalse(json().path("reset").asBoolean(), "there is none, which is in effect done");
    assertEquals(0, run("euicc", "default-server", "M", "smdp.example.com"));
    assertEquals(0, run("profiles", "reset", "M", "--default-server", "--yes"), shell::out);
    assertTrue(json().path("reset").asBoolean());
    assertEquals(0, run("profiles", "list", "M"));
    assertEquals("enabled", json().path("profiles").path(0).path("state").asText());
    assertEquals(0, run("profiles", "reset", "M", "--confirm", digits), shell::out);
    assertTrue(json().path("reset").asBoolean());
    assertEquals(0, run("profiles", "list", "M"));
    assertEquals(0, json().path("profiles").size());
  }

  @Test
  void aResetThatWouldLockTheCardAwayIsRefused() throws IOException {
    serve("bg95");
    assertEquals(3, run("profiles", "reset", "M", "--yes"));
    assertEquals("lpa/hides-card", json().path("error").asText());
    assertEquals(0, run("profiles", "list", "M"));
    assertEquals(1, json().path("profiles").size());
  }

  private String lastDigits() throws IOException {
    assertEquals(0, run("euicc", "info", "M"), shell::err);
    String eid = json().path("eid").asText();
    return eid.substring(eid.length() - 4);
  }
}
