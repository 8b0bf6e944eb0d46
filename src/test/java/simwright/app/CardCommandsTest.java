package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the commands tell of a card, and what they do not let a person do by mistake.
class CardCommandsTest {
  /// A profile of the bench that nobody has ordered yet.
  private static final String FREE = "8988211000009000061";

  @AutoClose private final BenchShell shell;

  CardCommandsTest(@TempDir Path folder) {
    shell = new BenchShell(folder);
  }

  private int run(String... words) {
    return shell.run(words);
  }

  private JsonNode json() throws IOException {
    return shell.json();
  }

  @Test
  void aReadingIsComparedWithTheOneBefore() throws IOException {
    var unused = shell.serve("ec25");
    assertEquals(0, run("euicc", "info", "L"), shell::err);
    JsonNode first = json();
    assertTrue(first.path("previousReading").isNull());
    assertEquals("right", first.path("eidCheck").asText());
    assertTrue(first.path("capabilities").toString().contains("usim"), first.toString());
    assertTrue(
        first.path("provisioningCapabilities").toString().contains("testProfile")
            || first.path("provisioningCapabilities").toString().contains("additionalProfile"));
    assertEquals(0, run("euicc", "info", "L"));
    assertFalse(json().path("previousReading").isNull());
    assertEquals(0, json().path("changes").size());
    assertEquals(0, run("euicc", "default-server", "L", "smdp.example.com"));
    assertTrue(json().path("before").isNull(), shell::out);
    assertEquals(0, run("euicc", "info", "L"));
    assertEquals(
        "[\"default server: nothing before, smdp.example.com now\"]",
        json().path("changes").toString());
    assertEquals(0, run("euicc", "info", "L"));
    assertEquals(0, json().path("changes").size());
  }

  @Test
  void whatStandsOnTheCardIsAskedForWhatWasOrderedForIt() throws IOException {
    var unused = shell.serve("ec25");
    assertEquals(0, run("euicc", "info", "L"), shell::err);
    String eid = json().path("eid").asText();
    assertFalse(json().path("forbiddenRules").path("mayNotDisable").isMissingNode());
    assertTrue(json().path("raw").asText().startsWith("BF22"), shell.out());
    assertEquals(3, run("profiles", "download", "L", "--default-server", "--yes"));
    assertEquals("lpa/no-default-server", json().path("error").asText());
    assertEquals(0, run("order", "download", "--iccid", FREE, "--eid", eid), shell::err);
    String iccid = json().path("iccid").asText();
    assertEquals(0, run("order", "confirm", iccid, "--release"), shell::err);
    assertEquals(0, run("euicc", "default-server", "L", "smdp.simwright.test"), shell::err);
    assertEquals(0, run("profiles", "download", "L", "--default-server", "--yes"), shell::out);
    assertEquals(iccid, json().path("profile").path("iccid").asText());
    assertEquals(0, run("euicc", "default-server", "L", ""), shell::err);
    assertEquals("smdp.simwright.test", json().path("before").asText());
    assertEquals(0, run("profiles", "list", "L"), shell::err);
    JsonNode listed = json().path("profiles").path(1);
    assertEquals("00101", listed.path("owner").asText().replace("-", ""));
    assertEquals("smdp.simwright.test", listed.path("notifies").path(0).path("server").asText());
    assertEquals(4, listed.path("notifies").path(0).path("events").size());
  }

  @Test
  void aDeviceOfABenchBringsItsServersWithIt() throws IOException {
    var unused = shell.serve("ec25");
    assertEquals(0, run("probe", "L"), shell::err);
    String iccid = json().path("iccid").asText();
    assertEquals(0, shell.bare("profiles", "disable", "L", iccid, "--json"), shell::err);
    assertTrue(shell.err().contains("as with --bench"), shell::err);
    assertEquals(0, shell.bare("notifications", "list", "L", "--json"), shell::err);
    assertEquals(0, json().path("notifications").size(), shell::out);
  }

  @Test
  void aCardOfAnEimTellsItsManagerAndItsCertificates() throws IOException {
    var unused = shell.serve("ec25.sgp32");
    assertEquals(0, run("euicc", "info", "L"), shell::err);
    JsonNode manager = json().path("managers").path(0);
    assertEquals("2.999.20", manager.path("id").asText());
    assertEquals("eim.simwright.test", manager.path("address").asText());
    assertEquals(7, manager.path("counter").asInt());
    assertEquals(2, json().path("certificates").size(), json().toString());
  }

  @Test
  void aCardIsNotSwitchedMoreOftenThanTheLimitAllows() throws IOException {
    var unused = shell.serve("ec25");
    assertEquals(0, run("probe", "L"), shell::err);
    String iccid = json().path("iccid").asText();
    String digits = lastDigits();
    Files.writeString(
        shell.data().resolve("settings.txt"),
        "card.switches-per-hour = 1\ncard.switches-per-day = 9\n");
    assertEquals(0, run("profiles", "disable", "L", iccid), shell::err);
    assertEquals(3, run("profiles", "enable", "L", iccid));
    assertEquals("lpa/too-many-switches", json().path("error").asText());
    assertEquals(0, run("profiles", "list", "L"));
    assertEquals("disabled", json().path("profiles").path(0).path("state").asText());
    assertEquals(3, run("profiles", "enable", "L", iccid, "--yes"), "it is no consent");
    assertEquals("lpa/too-many-switches", json().path("error").asText());
    assertEquals(3, run("profiles", "enable", "L", iccid, "--confirm", "x" + digits));
    assertEquals(0, run("profiles", "enable", "L", iccid, "--confirm", digits), shell::err);
    assertEquals(3, run("profiles", "disable", "L", iccid));
    assertEquals("lpa/too-many-switches", json().path("error").asText());
    assertEquals(0, run("profiles", "disable", "L", iccid, "--confirm", digits), shell::err);
    assertEquals(0, run("audit", "search", "overridden"));
    assertTrue(shell.out().contains("switch-limit"), shell.out());
  }

  @Test
  void aResetTakesWhatIsNamedAfterTheDigitsOfTheEid() throws IOException {
    var unused = shell.serve("ec25");
    String digits = lastDigits();
    assertEquals(3, run("profiles", "reset", "L"));
    assertEquals("lpa/unconfirmed", json().path("error").asText());
    assertEquals("waiting for the last digits to be typed", json().path("doing").asText());
    assertEquals(3, run("profiles", "reset", "L", "--confirm", "x" + digits, "--yes"));
    assertEquals(0, run("profiles", "reset", "L", "--test-profiles", "--confirm", digits));
    assertFalse(json().path("reset").asBoolean(), "there is none, which is in effect done");
    assertEquals(0, run("euicc", "default-server", "L", "smdp.example.com"));
    assertEquals(0, run("profiles", "reset", "L", "--default-server", "--yes"), shell::out);
    assertTrue(json().path("reset").asBoolean());
    assertEquals(0, run("profiles", "list", "L"));
    assertEquals("enabled", json().path("profiles").path(0).path("state").asText());
    assertEquals(0, run("profiles", "reset", "L", "--confirm", digits), shell::out);
    assertTrue(json().path("reset").asBoolean());
    assertEquals(0, run("profiles", "list", "L"));
    assertEquals(0, json().path("profiles").size());
    assertEquals(0, run("euicc", "info", "L"), shell::err);
    String changes = json().path("changes").toString();
    assertTrue(changes.matches(".*free memory: [0-9]+ bytes before, [0-9]+ bytes now.*"), changes);
  }

  @Test
  void aResetThatWouldLockTheCardAwayIsRefused() throws IOException {
    var unused = shell.serve("bg95");
    assertEquals(3, run("profiles", "reset", "L", "--yes"));
    assertEquals("lpa/hides-card", json().path("error").asText());
    assertEquals(0, run("profiles", "list", "L"));
    assertEquals(1, json().path("profiles").size());
  }

  private String lastDigits() throws IOException {
    assertEquals(0, run("euicc", "info", "L"), shell::err);
    String eid = json().path("eid").asText();
    return eid.substring(eid.length() - 4);
  }
}
