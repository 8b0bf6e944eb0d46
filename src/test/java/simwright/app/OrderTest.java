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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.lab.BenchDescription;
import simwright.lab.Disturbance;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;

/// The whole life of an order on the command line: placed over mutual TLS, confirmed, released,
/// fetched by a card, cancelled; and who is not served.
class OrderTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ICCID = "8988211000009000061";
  private static final String OTHER = "8988211000009000079";
  private static final String TOKEN = "CANARY-4711-ORDER-TOKEN";
  private static final String CODE = "90817263544536271809";

  @TempDir Path folder;
  private final Shell shell = new Shell();
  private final SimulatedBench bench = shell.bench();

  @BeforeEach
  void serve() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    BenchDescription unused =
        bench.start(folder.resolve("b"), List.of(new DeviceRequest("ec25", "ec25", "", 1)));
    BenchDescription unusedServers = bench.startServers();
  }

  @AfterEach
  void close() {
    bench.close();
    shell.close();
  }

  @Test
  void aProfileIsOrderedConfirmedReleasedAndInstalled() throws IOException {
    passes("order download --iccid " + ICCID);
    assertEquals("allocated", json().path("state").asText());
    refused("es2+/8.2.1-3.5", "order release " + ICCID);
    passes("order confirm " + ICCID + " --matching-id " + TOKEN + " --confirmation-code " + CODE);
    assertEquals("confirmed", json().path("state").asText());
    assertEquals(TOKEN, json().path("matchingId").asText());
    String code = json().path("activationCode").asText();
    assertEquals("LPA:1$smdp.simwright.test$" + TOKEN + "$$1", code);
    String download = "profiles download L --yes --code " + code + " --confirmation-code " + CODE;
    refused("es9+/8.2-1.2", download);
    passes("order release " + ICCID);
    assertEquals("released", json().path("state").asText());
    refused("es2+/8.2.1-3.5", "order release " + ICCID);
    passes(download);
    assertTrue(json().path("installed").asBoolean());
    refused("es2+/8.2.1-3.5", "order cancel " + ICCID);
    passes("audit search order. --most 50");
    String log = shell.out();
    for (String act : List.of("order.download", "order.confirm", "order.release", "allocated")) {
      assertTrue(log.contains(act), act + log);
    }
    progressIsHeardAndListed();
    nowhere(TOKEN);
    nowhere(CODE);
  }

  private void progressIsHeardAndListed() throws IOException {
    passes("order progress --wait 60 --count 4");
    List<String> points = new ArrayList<>();
    json()
        .path("progress")
        .forEach(
            each -> points.add(each.path("point").asText() + " " + each.path("code").asText()));
    assertEquals(
        List.of(
            "eligibility es2+/8.2-1.2",
            "eligibility ",
            "package-download ",
            "package-installation "),
        points);
    passes("order list");
    assertFalse(shell.out().contains(ICCID), "masked");
    JsonNode one = json().path("orders").path(0);
    assertEquals("installed", one.path("state").asText());
    assertEquals("8988…61", one.path("iccid").asText());
    assertEquals("es2.simwright.test", one.path("server").asText());
    assertTrue(one.path("confirmationCode").asBoolean());
    assertEquals(System.getProperty("user.name"), one.path("by").asText());
    assertEquals("package-installation", one.path("progress").path("point").asText());
    assertEquals(1, json().path("orders").size());
    assertEquals(1, run("order progress --wait 0 --count 1"), "all was told");
  }

  @Test
  void everyOrderOfAProfileIsListedWithItsCard() throws IOException {
    String eid = "89044050001234567890123456789024";
    passes("order list");
    assertEquals(0, json().path("orders").size());
    passes("order download --type TRAVEL --eid " + eid);
    assertEquals("linked", json().path("state").asText());
    String travel = json().path("iccid").asText();
    refused("es2+/8.1.1-3.10", "order cancel " + travel + " --eid " + eid.replace("024", "032"));
    refused("es2+/8.2.5-3.7", "order download --type TRAVEL");
    refused("es2+/8.2.5-3.9", "order download --type GOLD");
    refused("es2+/8.2.1-2.3", "order download");
    passes("order cancel " + travel);
    passes("order download --iccid " + travel);
    passes("order list");
    JsonNode orders = json().path("orders");
    assertEquals(2, orders.size());
    assertEquals("allocated", orders.path(0).path("state").asText());
    assertTrue(orders.path(0).path("eid").isNull());
    assertEquals("available", orders.path(1).path("state").asText());
    assertEquals("8904…24", orders.path(1).path("eid").asText());
    assertTrue(orders.path(1).path("progress").isNull());
  }

  @Test
  void whoConsentsAheadDoesNotSendTheLastCode() throws IOException {
    passes("order download --iccid " + OTHER);
    passes("order confirm " + OTHER + " --confirmation-code " + CODE + " --release");
    String code = json().path("activationCode").asText();
    String download = "profiles download L --yes --code " + code + " --confirmation-code ";
    refused("es9+/8.2.7-3.8", download + "11111111111111111111");
    refused("es9+/8.2.7-3.8", download + "22222222222222222222");
    refused("lpa/last-code", download + "33333333333333333333");
    refused("lpa/last-code", download + CODE);
    assertTrue(json().path("evidence").asText().startsWith("2 wrong codes"), shell.out());
    assertTrue(json().path("evidence").asText().contains("Nobody is there"), shell.out());
    passes("order list");
    assertEquals("released", json().path("orders").path(0).path("state").asText());
    passes(download + CODE + " --last-code");
  }

  @Test
  void anOrderWhoseAnswerWasLostIsListedAsUnknown() throws IOException {
    passes("order download --iccid " + OTHER);
    bench.disturb("ec25", new Disturbance.Server("es2+ page@cancelOrder*1"));
    refused("rsp/http", "order cancel " + OTHER);
    passes("order list");
    assertEquals("unknown", json().path("orders").path(0).path("state").asText());
    refused("es2+/8.2.1-3.5", "order cancel " + OTHER);
    bench.disturb("ec25", new Disturbance.Server("es2+ fail:1.2/4.4*1"));
    refused("es2+/1.2-4.4", "order download --iccid " + OTHER);
    passes("order download --iccid " + OTHER);
    passes("order list");
    assertEquals(2, json().path("orders").size());
    assertEquals("allocated", json().path("orders").path(0).path("state").asText());
  }

  @Test
  void aKeyIsRotatedWhileTheOldOneStillServes() throws IOException {
    String file = folder.resolve("b/operator.p12").toString();
    passes("order identity import main " + file);
    String old = json().path("fingerprint").asText();
    refused("keys/client-same", "order identity rotate main " + file);
    try (Shell elsewhere = new Shell();
        SimulatedBench another = elsewhere.bench()) {
      BenchDescription unused =
          another.start(folder.resolve("c"), List.of(new DeviceRequest("a", "generic", "", 2)));
      BenchDescription unusedServers = another.startServers();
      passes("order identity rotate main --keep 14 " + folder.resolve("c/operator.p12"));
    }
    assertEquals("kept", json().path("state").asText());
    refused("rsp/caller", "order download --type PROD --identity main");
    passes("order download --type PROD --identity main@" + old.substring(0, 16));
    passes("order identity list");
    JsonNode both = json().path("identities");
    assertEquals("kept", both.path(0).path("state").asText());
    assertTrue(both.path(0).path("usableUntil").isNull());
    assertEquals("retiring", both.path(1).path("state").asText());
    assertFalse(both.path(1).path("usableUntil").asText().isEmpty());
    passes("order identity compromised --yes main@" + old.substring(0, 16));
    refused("keys/client-compromised", "order download --type PROD --identity " + file);
  }

  @Test
  void aCancelledOrderIsNotFetchedAndItsProfileMayBeOrderedAgain() throws IOException {
    passes("order download --iccid " + OTHER);
    passes("order confirm " + OTHER + " --release");
    String code = json().path("activationCode").asText();
    refused("es2+/8.2.1-3.3", "order download --iccid " + OTHER);
    passes("order cancel " + OTHER);
    assertEquals("available", json().path("state").asText());
    refused("es9+/8.2.6-3.8", "profiles download L --yes --code " + code);
    passes("order download --iccid " + OTHER);
    passes("order cancel " + OTHER + " --withdraw");
    assertEquals("unavailable", json().path("state").asText());
    refused("es2+/8.2.1-3.3", "order download --iccid " + OTHER);
    refused("es2+/8.2.1-3.9", "order download --iccid 8988211000000000000");
  }

  @Test
  void anImportedKeyServesUntilItIsCompromised() throws IOException {
    String file = folder.resolve("b/operator.p12").toString();
    passes("order identity import main " + file);
    String fingerprint = json().path("fingerprint").asText();
    assertEquals(64, fingerprint.length());
    passes("order download --iccid " + ICCID + " --identity main");
    passes("order download --iccid " + OTHER + " --identity " + file);
    refused("lpa/unconfirmed", "order identity compromised main");
    passes("order identity compromised main --yes");
    refused("keys/client-compromised", "order cancel " + OTHER + " --identity main");
    refused("keys/client-compromised", "order cancel " + OTHER + " --identity " + file);
    refused("keys/client-compromised", "order cancel " + OTHER);
    refused("keys/client-compromised", "order identity import again " + file);
    passes("order identity list");
    JsonNode one = json().path("identities").path(0);
    assertEquals("compromised", one.path("state").asText());
    assertEquals("2.999.11", one.path("oid").asText());
    assertEquals(0, one.path("ageDays").asInt(-1));
    try (var files = Files.list(folder.resolve("d/keys/clients"))) {
      for (Path each : files.toList()) {
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
        assertFalse(each.toString().endsWith(".key"), "the key is destroyed");
      }
    }
  }

  @Test
  void aKeyThatTheServerDoesNotKnowIsRefused() throws IOException {
    try (Shell elsewhere = new Shell();
        SimulatedBench another = elsewhere.bench()) {
      BenchDescription unused =
          another.start(folder.resolve("c"), List.of(new DeviceRequest("a", "generic", "", 2)));
      BenchDescription unusedServers = another.startServers();
      refused(
          "rsp/caller",
          "order download --type PROD --identity " + folder.resolve("c/operator.p12"));
    }
    Path noKey = Files.writeString(folder.resolve("no.p12"), "no key");
    refused("keys/client-file", "order download --type PROD --identity " + noKey);
  }

  /// What it prints is as its published schema says.
  private void passes(String line) {
    assertEquals(0, run(line), line + shell.out());
    assertEquals(Set.of(), Schemas.printed(List.of(line.split(" ")), shell.out()), shell.out());
  }

  private void refused(String code, String line) throws IOException {
    int exit = run(line);
    assertEquals(code, json().path("error").asText(), line + shell.out());
    assertEquals(3, exit);
    assertFalse(json().path("title").asText().isBlank());
  }

  /// `L` is the link of the device.
  private int run(String line) {
    List<String> all = new ArrayList<>(List.of(line.split(" ")));
    all.replaceAll(word -> word.equals("L") ? folder.resolve("b/ec25").toString() : word);
    all.addAll(List.of("--data", folder.resolve("d").toString(), "--json"));
    if (!all.getFirst().equals("audit")) {
      all.addAll(List.of("--bench", folder.resolve("b").toString()));
    }
    return shell.run(all);
  }

  private JsonNode json() throws IOException {
    return JSON.readTree(shell.out());
  }

  private void nowhere(String secret) throws IOException {
    try (var files = Files.walk(folder.resolve("d"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(secret), file.toString());
      }
    }
  }
}
