package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.lab.BenchDescription;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;

/// A person's wish that the radio is off is kept by a switch: without power for the card it is
/// refused before anything is changed, with power the profile stays and what no network could prove
/// is said.
@Timeout(120)
class RadioOffTest {
  @TempDir Path folder;
  private final Shell shell = new Shell();
  private final SimulatedBench bench = shell.bench();

  @AfterEach
  void close() {
    bench.close();
    shell.close();
  }

  @Test
  void aSwitchWithoutRadioIsRefusedOrToldAsNotProvenByANetwork() throws IOException {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    var unused =
        bench.start(folder.resolve("b"), List.of(new DeviceRequest("m", "quectel-rm5xx", "", 1)));
    BenchDescription.Order order = bench.startServers().orders().getFirst();
    assertEquals(
        0,
        run("profiles", "download", "--code", order.code(), "--yes"),
        () -> shell.out() + shell.err());

    assertEquals(0, run("at", "AT+CFUN=4"), () -> shell.out() + shell.err());
    assertEquals(
        0, run("profiles", "enable", order.iccid(), "--yes"), () -> shell.out() + shell.err());
    assertEquals("stays", json().path("aftermath").asText());
    assertTrue(
        json().path("unproven").toString().contains("the radio is off, +CFUN is 4"), shell.out());
    assertEquals(4, functionality(), "though the modem reads its card only after a cycle of it");
    assertEquals(order.iccid(), json().path("iccid").asText());

    assertEquals(0, run("at", "AT+CFUN=0"), () -> shell.out() + shell.err());
    assertEquals(3, run("profiles", "disable", order.iccid()), () -> shell.out() + shell.err());
    assertEquals("lpa/radio-off", json().path("error").asText());
    assertEquals(0, functionality());
  }

  private int functionality() throws IOException {
    int unused = run("probe");
    return json().path("functionality").asInt(-1);
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add(words[0].equals("profiles") ? 2 : 1, folder.resolve("b/m").toString());
    all.addAll(List.of("--json", "--data", folder.resolve("d").toString()));
    all.addAll(List.of("--bench", folder.resolve("b").toString()));
    return shell.run(all);
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(shell.out());
  }
}
