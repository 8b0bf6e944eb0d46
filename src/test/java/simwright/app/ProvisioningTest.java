package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.lab.BenchDescription;
import simwright.lab.Disturbance;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;

/// The whole life of a profile on the command line: over a terminal into the simulated eUICC, over
/// TLS to the simulated servers, and into the log.
class ProvisioningTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final Shell shell = new Shell();
  private final SimulatedBench bench = shell.bench();
  private BenchDescription served;

  @BeforeEach
  void serve() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    var unused =
        bench.start(folder.resolve("b"), List.of(new DeviceRequest("ec25", "ec25", "", 1)));
    served = bench.startServers();
  }

  @AfterEach
  void close() {
    bench.close();
    shell.close();
  }

  @Test
  void aProfileIsFetchedUsedGivenUpAndDeleted() throws IOException {
    BenchDescription.Order order = served.orders().getFirst();
    assertEquals(0, run("profiles", "download", "L", "--code", order.code(), "--yes"));
    assertTrue(json().path("installed").asBoolean());
    assertEquals(0, run("profiles", "enable", "L", order.iccid()));
    assertTrue(json().path("proven").asBoolean());
    assertEquals(0, run("probe", "L"));
    assertEquals(order.iccid(), json().path("iccid").asText());
    assertEquals(0, run("profiles", "disable", "L", order.iccid()));
    assertEquals(0, run("profiles", "delete", "L", order.iccid(), "--yes"));
    assertEquals(0, run("notifications", "list", "L"));
    assertEquals(0, json().path("notifications").size());
    assertEquals(0, run("profiles", "list", "L"));
    assertEquals(1, json().path("profiles").size());
    assertEquals(0, run("audit", "search", "lpa.stage", "--most", "100"));
    String log = shell.out();
    for (String stage :
        List.of(
            "trigger", "announced", "consent", "transport", "installation", "enable", "proof")) {
      assertTrue(log.contains(stage), stage + log);
    }
    nowhere(order.code().split("\\$")[2]);
  }

  @Test
  void aConfirmationCodeIsAskedForAndAWrongOneRefused() throws IOException {
    BenchDescription.Order order = served.orders().get(1);
    assertEquals(3, run("profiles", "download", "L", "--code", order.code(), "--yes"));
    assertEquals("lpa/code-needed", json().path("error").asText());
    assertEquals(3, download(order, "0000"));
    assertEquals("es9+/8.2.7-3.8", json().path("error").asText());
    String state = json().path("state").asText();
    assertTrue(state.startsWith("The card says: not installed."), state);
    assertTrue(state.contains("attempt 2"), state);
    assertEquals(0, download(order, order.confirmationCode()));
    assertTrue(json().path("installed").asBoolean());
    assertEquals(3, download(order, order.confirmationCode()));
    assertEquals("es9+/8.2.6-3.8", json().path("error").asText());
    nowhere(order.code().split("\\$")[2]);
  }

  @Test
  void codesArePipedInAndTheResultSaysWhatWasSeen() throws IOException {
    BenchDescription.Order order = served.orders().get(1);
    shell.pipe(order.code() + "\n" + order.confirmationCode() + "\n");
    assertEquals(
        0, run("profiles", "download", "L", "--code", "-", "--confirmation-code", "-", "--yes"));
    JsonNode evidence = json().path("evidence");
    assertEquals("installed", evidence.path("verdict").asText());
    assertTrue(evidence.path("aid").asText().matches("A0[0-9A-F]{30}"), evidence.toString());
    assertEquals(1, evidence.path("notifications").path("taken").asInt());
    assertEquals(0, evidence.path("notifications").path("waiting").asInt(-1));
    shell.pipe("");
    assertEquals(2, run("profiles", "download", "L", "--code", "-", "--yes"), "there is none");
  }

  @Test
  void whatNobodyCanBeAskedIsRefusedBeforeTheServerHearsOfItAndKeepsItsOrder() throws IOException {
    BenchDescription.Order order = served.orders().getFirst();
    assertEquals(2, run("profiles", "download", "L", "--code", order.code()));
    assertTrue(json().path("evidence").asText().contains("--yes"), shell.out());
    assertEquals(1, run("audit", "search", "lpa.stage"), "nothing is found");
    assertEquals(0, run("profiles", "list", "L"));
    assertEquals(1, json().path("profiles").size());
    assertEquals(0, download(order, order.confirmationCode()));
  }

  @Test
  void aProfileThatRoamsIsEnabledWithConsentAlone() throws IOException {
    BenchDescription.Order order = served.orders().get(1);
    assertEquals(0, run("probe", "L"));
    String before = json().path("iccid").asText();
    assertEquals(0, download(order, order.confirmationCode()));
    assertEquals(3, run("profiles", "enable", "L", order.iccid()));
    assertEquals("lpa/roaming-refused", json().path("error").asText());
    String state = json().path("state").asText();
    assertTrue(state.startsWith("The card says: not enabled."), state);
    assertEquals(0, run("probe", "L"));
    assertEquals(before, json().path("iccid").asText());
    assertEquals(0, run("profiles", "enable", "L", order.iccid(), "--yes"));
    assertTrue(json().path("proven").asBoolean());
  }

  @Test
  void aProfileWhoseImsiIsAnothersIsGivenUpForTheOneBefore() throws IOException {
    BenchDescription.Order order = served.orders().getFirst();
    assertEquals(0, run("probe", "L"));
    String before = json().path("iccid").asText();
    bench.disturb("ec25", new Disturbance.Server("other-owner"));
    assertEquals(0, run("profiles", "download", "L", "--code", order.code(), "--yes"));
    assertEquals(1, run("profiles", "enable", "L", order.iccid(), "--yes"));
    assertFalse(json().path("proven").asBoolean());
    assertEquals("its IMSI is not one of 001-02", json().path("missing").asText().split(" \\(")[0]);
    assertEquals(before, json().path("backTo").asText());
    assertEquals(0, run("probe", "L"));
    assertEquals(before, json().path("iccid").asText());
  }

  @Test
  void aProfileThatMayNotBeDeletedStays() throws IOException {
    BenchDescription.Order order = served.orders().get(3);
    assertEquals(0, run("profiles", "download", "L", "--code", order.code(), "--yes"));
    assertEquals(3, run("profiles", "delete", "L", order.iccid(), "--yes"));
    assertEquals("es10/delete-profile.3", json().path("error").asText());
    assertEquals(0, run("profiles", "list", "L"));
    assertEquals(2, json().path("profiles").size());
  }

  private int download(BenchDescription.Order order, String code) {
    return run(
        "profiles", "download", "L", "--code", order.code(), "--confirmation-code", code, "--yes");
  }

  /// `L` is the link of the device.
  private int run(String... words) {
    List<String> all = new ArrayList<>();
    for (String word : words) {
      all.add(word.equals("L") ? folder.resolve("b/ec25").toString() : word);
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

  /// A secret stands in no file, neither as it is nor in hexadecimal digits.
  private void nowhere(String secret) throws IOException {
    String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII));
    try (var files = Files.walk(folder.resolve("d"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(secret), file.toString());
        assertFalse(text.toLowerCase(Locale.ROOT).contains(hex), file.toString());
      }
    }
  }
}
