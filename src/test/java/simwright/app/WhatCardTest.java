package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
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

/// A card behind a modem that takes no orders from here is named, with every rung on the way.
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class WhatCardTest {
  @TempDir Path folder;
  private final Shell shell = new Shell();
  private final SimulatedBench bench = shell.bench();

  @AfterEach
  void close() {
    bench.close();
    shell.close();
  }

  private JsonNode refused(String kind) throws IOException {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    var unused = bench.start(folder.resolve("b"), List.of(new DeviceRequest("m", kind, "", 1)));
    String device = folder.resolve("b/m").toString();
    String data = folder.resolve("d").toString();
    int exit = shell.run(List.of("euicc", "info", device, "--data", data, "--json"));
    assertNotEquals(Exit.PASSED, exit, shell.out());
    return new ObjectMapper().readTree(shell.out());
  }

  @Test
  void aPlainUsimIsToldFromAnEuiccThatCannotBeReached() throws IOException {
    JsonNode error = refused("ec25.usim");
    assertEquals("at/no-application", error.path("error").asText(), error.toString());
    String state = error.path("state").asText();
    assertTrue(state.startsWith("A plain USIM, no eUICC."), state);
    assertTrue(state.contains("reader passed (The modem answers)"), state);
    assertTrue(state.contains("profile passed (A profile is in use)"), state);
    assertTrue(state.contains("isd-r failed"), state);
    assertTrue(state.contains("eid not reached"), state);
  }

  @Test
  void aCardOfAnSmSrIsNamed() throws IOException {
    JsonNode error = refused("ec25.sgp02");
    assertEquals("euicc/no-isd-r", error.path("error").asText(), error.toString());
    String state = error.path("state").asText();
    assertTrue(state.startsWith("An eUICC that a distant SM-SR manages (SGP.02)."), state);
  }

  @Test
  void aCardOfAnEimIsReadAndItsEimIsShown() throws IOException {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    var unused =
        bench.start(folder.resolve("b"), List.of(new DeviceRequest("m", "ec25.sgp32", "", 1)));
    String data = folder.resolve("d").toString();
    int exit =
        shell.run(
            List.of("euicc", "info", folder.resolve("b/m").toString(), "--data", data, "--json"));
    assertEquals(Exit.PASSED, exit, shell.err());
    JsonNode read = new ObjectMapper().readTree(shell.out());
    assertEquals("eim.simwright.test", read.path("managers").path(0).path("address").asText());
    String card = read.path("certificates").path(1).path("subject").asText();
    assertTrue(card.contains("serialNumber=" + read.path("eid").asText()), card);
  }

  @Test
  void aCardWithItsIsdRElsewhereTellsWhatWasTriedBefore() throws IOException {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    var unused =
        bench.start(folder.resolve("b"), List.of(new DeviceRequest("m", "ec25.other-aid", "", 1)));
    String device = folder.resolve("b/m").toString();
    String data = folder.resolve("d").toString();
    assertEquals(Exit.PASSED, shell.run("euicc", "info", device, "--data", data), shell.err());
    assertTrue(shell.out().contains("reached by: channel-commands, after +CCHO cme/"), shell.out());
    assertEquals(
        Exit.PASSED, shell.run("euicc", "info", device, "--data", data, "--json"), shell.err());
    JsonNode read = new ObjectMapper().readTree(shell.out());
    assertEquals(1, read.path("tried").size(), "each answer is told once: " + read.path("tried"));
  }
}
