package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;

/// The last try of a PIN is never used up by a line that nobody confirmed.
@Timeout(90)
class LastTryTest {
  @TempDir Path folder;
  private final Shell shell = new Shell();
  private final SimulatedBench bench = shell.bench();

  @AfterEach
  void close() {
    bench.close();
    shell.close();
  }

  private int run(String command, String... more) {
    Path device = folder.resolve("b").resolve("generic");
    List<String> all = new java.util.ArrayList<>(List.of(command, device.toString()));
    all.addAll(List.of(more));
    all.addAll(List.of("--data", folder.resolve("d").toString()));
    return shell.run(all);
  }

  private JsonNode probe() throws Exception {
    assertEquals(0, run("probe", "--json"), shell.err());
    return new ObjectMapper().readTree(shell.out());
  }

  @Test
  void aWrongCodeIsSentTwiceAndTheThirdTimeNotWithoutConfirmation() throws Exception {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    bench.start(folder.resolve("b"), List.of(new DeviceRequest("generic", "generic", "", 1)));
    assertEquals("ready", probe().path("sim").asText());
    assertEquals(0, run("at", "AT+CLCK=\"SC\",1,\"1234\""), shell.err());
    assertEquals(0, run("at", "AT+CFUN=1,1"), shell.err());
    assertEquals("pin", probe().path("sim").asText());
    assertEquals(3, probe().path("pinTries").asInt());
    assertEquals(1, run("at", "AT+CPIN=\"0000\""), shell.err());
    assertEquals(1, run("at", "at+cpin=0000"), shell.err());
    assertEquals(3, run("at", "AT+CPIN=\"0000\""), shell.err());
    assertTrue(shell.err().contains("at/confirm-first"), shell.err());
    assertEquals(3, run("at", "AT+CMEE=1;+CPIN=\"0000\""), shell.err());
    assertEquals(1, probe().path("pinTries").asInt());
  }
}
