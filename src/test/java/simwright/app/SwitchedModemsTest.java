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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.lab.BenchDescription;
import simwright.lab.Disturbance;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;

/// Switching on every kind of modem: one that keeps the former identity until a cycle of its radio,
/// one that vanishes and comes back elsewhere, one that hides a card without a profile, and whose
/// card is busy at first. The kind that reads its card again by itself is in `ProvisioningTest`.
@Timeout(120)
class SwitchedModemsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final Shell shell = new Shell();
  private final SimulatedBench bench = shell.bench();
  private BenchDescription served;

  @BeforeEach
  void linux() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
  }

  @AfterEach
  void close() {
    bench.close();
    shell.close();
  }

  private BenchDescription.Order begin(String device) {
    var unused =
        bench.start(folder.resolve("b"), List.of(new DeviceRequest("modem", device, "", 1)));
    served = bench.startServers();
    return served.orders().getFirst();
  }

  @ParameterizedTest
  @CsvSource({"quectel-rm5xx, false, 0", "bg95, true, 3"})
  void aProfileIsEnabledProvenAndDisabledWhereTheCardStaysInReach(
      String device, boolean toolkit, int disabled) throws IOException {
    enabledAndDisabled(device, toolkit, disabled);
  }

  @Test
  @Tag("soak")
  void theSameOnOneThatVanishesEachTime() throws IOException {
    enabledAndDisabled("sara-r5", false, 0);
  }

  private void enabledAndDisabled(String device, boolean toolkit, int disabled) throws IOException {
    BenchDescription.Order order = begin(device);
    assertEquals(0, run("profiles", "download", "L", "--code", order.code(), "--yes"));
    bench.disturb("modem", new Disturbance.Toolkit(toolkit));
    assertEquals(0, run("profiles", "enable", "L", order.iccid(), "--yes"), this::said);
    assertTrue(json().path("proven").asBoolean(), this::said);
    assertEquals(order.iccid(), told());
    assertEquals(disabled, run("profiles", "disable", "L", order.iccid()), this::said);
    if (disabled == 0) {
      assertEquals("disabled", json().path("state").asText());
      assertEquals("", told());
    } else {
      assertEquals("lpa/hides-card", json().path("error").asText());
      assertEquals(order.iccid(), told());
    }
  }

  @Test
  void whatProvesToBeAnothersIsSwitchedBackThoughTheModemVanishes() throws IOException {
    switchedBack("sara-r5");
  }

  @Test
  @Tag("soak")
  void whatProvesToBeAnothersIsSwitchedBackByACycleOfTheRadio() throws IOException {
    switchedBack("quectel-rm5xx");
  }

  private void switchedBack(String device) throws IOException {
    BenchDescription.Order order = begin(device);
    String before = told();
    bench.disturb("modem", new Disturbance.Server("other-owner"));
    assertEquals(0, run("profiles", "download", "L", "--code", order.code(), "--yes"));
    assertEquals(1, run("profiles", "enable", "L", order.iccid(), "--yes"), this::said);
    assertFalse(json().path("proven").asBoolean());
    assertTrue(json().path("missing").asText().contains("IMSI"), this::said);
    assertEquals(before, json().path("backTo").asText());
    assertEquals(before, told());
  }

  /// The ICCID that the modem tells, "" without a profile.
  private String told() throws IOException {
    int unused = run("probe", "L");
    return json().path("iccid").asText("");
  }

  private String said() {
    return shell.out() + shell.err();
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>();
    for (String word : words) {
      all.add(word.equals("L") ? folder.resolve("b/modem").toString() : word);
    }
    all.addAll(
        List.of(
            "--data",
            folder.resolve("d").toString(),
            "--json",
            "--bench",
            folder.resolve("b").toString()));
    return shell.run(all);
  }

  private JsonNode json() throws IOException {
    return JSON.readTree(shell.out());
  }
}
