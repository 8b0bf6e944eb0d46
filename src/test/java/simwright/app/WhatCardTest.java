package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.cli.Exit;

/// A card behind a modem that takes no orders from here is named, with every rung on the way.
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class WhatCardTest {
  @AutoClose private final BenchShell shell;

  WhatCardTest(@TempDir Path folder) {
    shell = new BenchShell(folder);
  }

  private JsonNode refused(String kind) throws IOException {
    shell.begin(kind);
    assertNotEquals(Exit.PASSED, shell.bare("euicc", "info", "L", "--json"), shell.out());
    return shell.json();
  }

  private JsonNode read() throws IOException {
    assertEquals(Exit.PASSED, shell.bare("euicc", "info", "L", "--json"), shell.err());
    return shell.json();
  }

  @Test
  void aPlainUsimIsToldFromAnEuiccThatCannotBeReached() throws IOException {
    JsonNode error = refused("ec25.usim");
    assertEquals("at/no-application", error.path("error").asText(), error.toString());
    String state = error.path("state").asText();
    assertTrue(state.startsWith("A plain USIM, no eUICC."), state);
    assertTrue(state.contains("modem passed (The modem answers)"), state);
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
    shell.begin("ec25.sgp32");
    JsonNode read = read();
    assertEquals("eim.simwright.test", read.path("managers").path(0).path("address").asText());
    String card = read.path("certificates").path(1).path("subject").asText();
    assertTrue(card.contains("serialNumber=" + read.path("eid").asText()), card);
  }

  @Test
  void aCardWithItsIsdRElsewhereTellsWhatWasTriedBefore() throws IOException {
    shell.begin("ec25.other-aid");
    assertEquals(Exit.PASSED, shell.bare("euicc", "info", "L"), shell.err());
    assertTrue(shell.out().contains("reached by: channel-commands, after +CCHO cme/"), shell.out());
    JsonNode read = read();
    assertEquals(1, read.path("tried").size(), "each answer is told once: " + read.path("tried"));
  }
}
