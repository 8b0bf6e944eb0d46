package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.apdu.Command;
import simwright.cli.Exit;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Eid;
import simwright.lab.BenchDescription;
import simwright.lab.SimulatedBench;
import simwright.link.CardPort;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.Links;
import simwright.link.pcsc.PcscLinks;
import simwright.sim.euicc.CardMaking;
import simwright.sim.euicc.EuiccCard;
import simwright.sim.pki.TestPki;
import simwright.sim.vpcd.AnswerToReset;
import simwright.sim.vpcd.VirtualReader;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// The simulated eUICC in a virtual reader of the system's own card service: everything goes
/// through pcscd, as with a real reader. In order, as Java's library never recovers from the
/// restart at the end.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class CardReaderTest {
  private static final Command STATUS = Command.of(0x80, 0xf2, 0, 0x0c);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private final SystemTime time = new SystemTime();
  private final Shell shell = new Shell();
  private OwnCardService service;
  private SimulatedBench bench;
  private BenchDescription served;

  @BeforeAll
  void serve() throws IOException {
    service = OwnCardService.start(folder, time);
    bench = shell.bench();
    bench.start(folder.resolve("B"), List.of());
    bench.insertCard(service.reader());
    served = bench.startServers();
  }

  @AfterAll
  void end() {
    if (bench != null) {
      bench.close();
    }
    if (service != null) {
      service.close();
    }
    shell.close();
    time.close();
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.resolve("d").toString(), "--bench", folder + "/B"));
    return shell.run(all);
  }

  private JsonNode json(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--json");
    int exit = run(all.toArray(String[]::new));
    assertEquals(0, exit, () -> String.join(" ", words) + ": " + shell.err() + shell.out());
    return JSON.readTree(shell.out());
  }

  @Test
  @Order(1)
  void theReaderIsListedWithItsCard() {
    var deadline = time.deadline(Duration.ofSeconds(60));
    String said = "";
    while (!said.contains("with a card") && !deadline.passed()) {
      assertEquals(0, shell.run("devices", "--data", folder.resolve("d").toString()));
      said = shell.out();
    }
    assertTrue(
        said.lines()
            .anyMatch(line ->
                line.startsWith(OwnCardService.READER)
                    && line.contains("card-reader")
                    && line.contains("with a card")),
        said);
  }

  @Test
  @Order(2)
  void aProbeClimbsFromTheReaderToTheEid() throws IOException {
    JsonNode found = json("probe", OwnCardService.READER);
    assertEquals(32, found.path("eid").asText().length());
    assertTrue(found.path("simulated").asBoolean());
    List<String> rungs = new ArrayList<>();
    found
        .path("ladder")
        .forEach(rung -> rungs.add(rung.path("step").asText() + " " + rung.path("state").asText()));
    assertEquals(
        List.of("reader passed", "card passed", "profile passed", "isd-r passed", "eid passed"),
        rungs);
    assertEquals(
        "An eUICC for consumer devices (SGP.22)", found.path("model").asText(), found.toString());
  }

  @Test
  @Order(3)
  void aProfileIsDownloadedEnabledDisabledAndDeleted() throws IOException {
    BenchDescription.Order order =
        served.orders().stream()
            .filter(each -> each.confirmationCode().isEmpty())
            .findFirst()
            .orElseThrow();
    String before = json("probe", OwnCardService.READER).path("iccid").asText();
    assertNotEquals(order.iccid(), before);
    json("profiles", "download", OwnCardService.READER, "--code", order.code(), "--yes");
    assertEquals("disabled", state(order.iccid()));
    json("profiles", "enable", OwnCardService.READER, order.iccid());
    assertEquals("enabled", state(order.iccid()));
    assertEquals(
        order.iccid(),
        json("probe", OwnCardService.READER).path("iccid").asText(),
        "as the card itself tells it, on its basic channel");
    json("profiles", "disable", OwnCardService.READER, order.iccid());
    assertEquals("disabled", state(order.iccid()));
    json("profiles", "delete", OwnCardService.READER, order.iccid(), "--yes");
    assertEquals("none", state(order.iccid()));
    assertTrue(refreshed(), "REFRESH was fetched and answered");
  }

  @Test
  @Order(3)
  void whatACardSaidCanBeHeardAgainFromItsTranscript() throws IOException {
    JsonNode live = json("profiles", "list", OwnCardService.READER);
    JsonNode again = json("profiles", "list", "replay:" + newest());
    assertEquals(live.path("profiles"), again.path("profiles"));
    assertNotEquals(Exit.PASSED, run("notifications", "list", "replay:" + newest()));
    assertTrue(shell.err().contains("link/replay-mismatch"), shell.err());
  }

  /// The transcript of the last talk with a card that was there.
  private Path newest() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("d/transcripts"))) {
      return files
          .filter(file -> file.getFileName().toString().contains("PCD"))
          .max(Comparator.comparing(file -> file.toFile().lastModified()))
          .orElseThrow();
    }
  }

  private String state(String iccid) throws IOException {
    for (JsonNode each : json("profiles", "list", OwnCardService.READER).path("profiles")) {
      if (each.path("iccid").asText().equals(iccid)) {
        return each.path("state").asText();
      }
    }
    return "none";
  }

  /// After 910B: FETCH, TERMINAL RESPONSE, and the answer to the reset.
  private boolean refreshed() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("d/transcripts"))) {
      for (Path file : files.toList()) {
        String text = Files.readString(file).replaceAll("(?m)^[0-9.]+ ", "");
        if (text.matches(
            "(?s).*< [0-9A-F]*910B\n> 801200000B\n< D0[0-9A-F]+9000\n"
                + "> 801400000C[0-9A-F]+\n< 9000\n! card T=0, ATR 3B9F.*")) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  @Order(4)
  void anEmptyReaderAndAnUnknownOneAreNamed() {
    assertNotEquals(Exit.PASSED, run("probe", "pcsc:Virtual PCD 00 01"));
    assertTrue(shell.err().contains("link/no-card"), shell.err());
    assertNotEquals(Exit.PASSED, run("probe", "pcsc:Nobody's reader"));
    assertTrue(shell.err().contains("link/absent"), shell.err());
  }

  @Test
  @Order(5)
  void anAtCommandToAReaderIsRefused() {
    assertNotEquals(Exit.PASSED, run("at", OwnCardService.READER, "ATI"));
    assertTrue(shell.err().contains("device/no-modem"), shell.err());
  }

  @Test
  @Order(6)
  void aCardForBlocksSpeaksThemAndAPulledOneEndsInOneFault() {
    Links links = links();
    try (VirtualReader second =
        new VirtualReader(card(), AnswerToReset.T1, service.second(), time)) {
      second.insert();
      CardPort port = opened(links, "pcsc:Virtual PCD 00 01");
      assertEquals("T=1", port.protocol());
      assertEquals(0x9000, port.transmit(STATUS, soon()).status().value());
      Fault taken =
          assertThrows(
              Fault.class,
              () -> links().openCard(LinkAddress.parse("pcsc:Virtual PCD 00 01"), soon()));
      assertEquals(LinkCodes.BUSY, taken.code());
      int before = second.resets();
      port.reset(soon());
      assertTrue(second.resets() > before, "a reset reaches the card");
      second.pull();
      assertEquals(LinkCodes.CARD_GONE, ends(port));
      assertFalse(port.isOpen());
    }
  }

  private Links links() {
    return new Links(List.of(new PcscLinks(time)), folder.resolve("t"), address -> true, time);
  }

  private Deadline soon() {
    return time.deadline(Duration.ofSeconds(30));
  }

  /// pcscd needs up to a second to notice a card.
  private CardPort opened(Links links, String reader) {
    var deadline = soon();
    while (true) {
      try {
        return links.openCard(LinkAddress.parse(reader), soon());
      } catch (Fault notYet) {
        if (!notYet.code().equals(LinkCodes.NO_CARD) || deadline.passed()) {
          throw notYet;
        }
        time.sleep(Duration.ofMillis(50));
      }
    }
  }

  /// Why a talk ends, which is noticed by talking.
  private FaultCode ends(CardPort port) {
    var deadline = soon();
    while (!deadline.passed()) {
      try {
        port.transmit(STATUS, soon());
      } catch (Fault end) {
        return end.code();
      }
    }
    throw new AssertionError("it goes on");
  }

  private EuiccCard card() {
    SecureRandom random = new SecureRandom();
    TestPki pki = TestPki.make(random, time.now());
    Eid eid = new Eid("89044050001234567890123456789012");
    CardMaking made = CardMaking.usual(pki, eid, pki.maker(eid), 100_000);
    return new EuiccCard(made, random, time.now());
  }

  @Test
  @Order(7)
  void aRestartedCardServiceEndsInOneSentence() throws IOException {
    CardPort open = opened(links(), OwnCardService.READER);
    service.restart();
    assertEquals(LinkCodes.SERVICE_LOST, ends(open), "in the middle of a talk");
    open.close();
    assertNotEquals(Exit.PASSED, run("profiles", "list", OwnCardService.READER));
    assertTrue(shell.err().contains("link/reader-service-lost"), shell.err());
    assertEquals(
        1, shell.err().lines().filter(line -> line.contains("link/")).count(), shell.err());
  }
}
