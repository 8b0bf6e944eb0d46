package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.lab.BenchDescription;

/// Every drill that ships, on a device of the simulated bench with what the policy wants staged:
/// each trouble is made, the device is served again by another profile or its own, and all is as it
/// was.
@Tag("slow")
class DrillPlansTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyShippedDrillPassesOnTheSimulatedBench() {
    List<String> drills =
        Plans.shipped(Steps.all()).all().stream().filter(Plan::drill).map(Plan::name).toList();
    assertTrue(drills.size() >= 7, drills.toString());
    return drills.stream().map(name -> DynamicTest.dynamicTest(name, () -> passes(name)));
  }

  private void passes(String name) throws IOException {
    try (BenchShell shell = new BenchShell(Files.createDirectory(folder.resolve(name)))) {
      BenchDescription bench = shell.serve("ec25");
      staged(shell, bench, "TRAVEL-EU-STANDBY");
      staged(shell, bench, "FALLBACK-WORLD-2030");
      JsonNode before = profiles(shell);
      int ended = shell.run("drill", "run", name, "--device", "m", "--repeat", "1");
      JsonNode drill = shell.json();
      assertEquals(0, ended, () -> drill + shell.err());
      assertEquals("pass", drill.path("verdict").asText(), drill.toString());
      assertEquals(1, drill.path("rounds").asInt(), drill.toString());
      assertEquals(1, drill.path("sessions").path("applicationResumed").asInt(), drill.toString());
      assertTrue(drill.path("stateRestored").asBoolean(), drill.toString());
      assertEquals(before, profiles(shell), "the card is as it was");
      told(name, drill);
    }
  }

  /// What this trouble alone shows.
  private static void told(String name, JsonNode drill) {
    double payload = drill.path("payload").path("max").asDouble();
    String decision = drill.path("decisions").path(0).asText();
    switch (name) {
      case "fresh-standby", "server-unreachable" -> {
        double fetched = drill.path("provision").path("max").asDouble();
        assertTrue(fetched > 0 && fetched < payload, drill.toString());
        assertTrue(decision.contains("chose TEST-ZA-CAPE-TOWN-2026"), drill.toString());
        assertTrue(!name.startsWith("server") || fetched > 20, "30 s without server: " + drill);
        assertTrue(!name.startsWith("server") || drill.path("fetches").asInt() > 1, "" + drill);
      }
      case "signal-lost" -> assertTrue(payload > 20, "30 s without signal: " + drill);
      case "profile-disabled" ->
          assertTrue(decision.contains("chose PROD-XX-BENCH"), "it is still the best: " + drill);
      default -> assertTrue(decision.contains("chose TRAVEL-EU-STANDBY"), drill.toString());
    }
  }

  private static JsonNode profiles(BenchShell shell) throws IOException {
    assertEquals(0, shell.run("profiles", "list", "L"), shell::err);
    return shell.json().path("profiles");
  }

  private static void staged(BenchShell shell, BenchDescription bench, String name) {
    BenchDescription.Order order =
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
