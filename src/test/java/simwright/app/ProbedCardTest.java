package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.cli.Exit;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;

/// A probe climbs to the eUICC behind a modem and to its EID, and says what other cards are.
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ProbedCardTest {
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
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.replaceAll(word -> word.equals("M") ? folder.resolve("b/m").toString() : word);
    all.addAll(List.of("--data", folder.resolve("d").toString()));
    return shell.run(all);
  }

  private JsonNode probed() throws IOException {
    assertEquals(Exit.PASSED, run("probe", "M", "--wait", "0", "--json"), shell.err());
    return new ObjectMapper().readTree(shell.out());
  }

  private static JsonNode rung(JsonNode probed, String step) {
    for (JsonNode rung : probed.path("ladder")) {
      if (rung.path("step").asText().equals(step)) {
        return rung;
      }
    }
    throw new AssertionError("no rung " + step + " in " + probed.path("ladder"));
  }

  @Test
  void anEuiccTellsItsEidAndItsPlaceOnTheLadder() throws IOException {
    serve("ec25");
    JsonNode now = probed();
    assertTrue(now.path("eid").asText().matches("89[0-9]{30}"), now.toString());
    assertTrue(now.path("euicc").path("reached").asBoolean(), now.toString());
    assertEquals("passed", rung(now, "euicc").path("state").asText());
    assertTrue(rung(now, "euicc").path("words").asText().contains("SGP.22"));
    assertEquals(Exit.PASSED, run("probe", "M", "--wait", "0"), shell.err());
    assertTrue(shell.out().contains("\neid: 89"), shell.out());
    assertTrue(shell.out().contains("● euicc: An eUICC for consumer devices"), shell.out());
  }

  @Test
  void anEuiccWithoutAnEnabledProfileIsNoMissingCard() throws IOException {
    serve("ec25");
    String iccid = probed().path("iccid").asText();
    assertEquals(Exit.PASSED, run("profiles", "disable", "M", iccid), shell.err());
    JsonNode now = probed();
    assertEquals("no-profile", now.path("sim").asText());
    assertEquals("device/no-profile", rung(now, "sim").path("code").asText());
    assertEquals("failed", rung(now, "sim").path("state").asText());
    assertEquals("passed", rung(now, "euicc").path("state").asText());
    assertEquals("not-reached", rung(now, "registered").path("state").asText());
    assertTrue(now.path("eid").asText().matches("89[0-9]{30}"), now.toString());
    assertFalse(now.toString().contains("No card is inserted"), now.toString());
  }

  @Test
  void aPlainUsimServesAndIsNamed() throws IOException {
    serve("ec25.usim");
    JsonNode now = probed();
    assertFalse(now.path("euicc").path("reached").asBoolean(), now.toString());
    assertEquals("device/plain-card", now.path("euicc").path("code").asText());
    assertEquals("not-reached", rung(now, "euicc").path("state").asText());
    assertTrue(rung(now, "euicc").path("words").asText().startsWith("A plain USIM, no eUICC"));
    assertEquals("passed", rung(now, "sim").path("state").asText());
    assertFalse(rung(now, "registered").path("words").asText().equals("Not reached"));
  }

  @Test
  void aCardOfAnSmSrTellsItsEidAndTakesNoOrders() throws IOException {
    serve("ec25.sgp02");
    JsonNode now = probed();
    assertEquals("device/remote-card", now.path("euicc").path("code").asText(), now.toString());
    assertTrue(now.path("eid").asText().matches("89[0-9]{30}"), now.toString());
  }

  @Test
  void anEmptySlotIsStillOne() throws IOException {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    var unused =
        bench.start(folder.resolve("b"), List.of(new DeviceRequest("m", "ec25", "no-sim", 1)));
    JsonNode now = probed();
    assertEquals("cme/10", rung(now, "sim").path("code").asText());
    assertTrue(now.path("euicc").isNull(), now.toString());
  }

  @Test
  void whatIsSaidOfACardThatIsNoneNamesTheDeviceAndWhatToDoNext() {
    serve("ec25.usim");
    assertFalse(run("euicc", "info", "M") == Exit.PASSED);
    assertTrue(shell.err().contains("opening an application of the card, serial:"), shell.err());
    assertTrue(shell.err().contains("modem passed (The modem answers)"), shell.err());
    assertFalse(shell.err().contains("right card"), shell.err());
  }
}
