package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.Classes;
import simwright.lab.BenchDescription;
import simwright.lab.Disturbance;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;

/// After a whole session, with everything it writes and a log at its most talkative, secrets that
/// were planted stand in no file, and identifiers only in the log's database and in transcripts,
/// which are their owner's alone.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CanaryTest {
  /// A profile that waits for an operator's order.
  private static final String ICCID = "8988211000009000061";

  private static final String CONFIRMATION_CODE = "83920174655201";
  private static final String WRONG_CODE = "73091582640417";
  private static final String PIN = "73918264";

  @TempDir Path folder;
  private final Shell shell = new Shell();
  private final StringBuilder said = new StringBuilder();
  private final SimulatedBench bench = shell.bench();
  private BenchDescription served;
  private String matchingId = "";

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
  void whatWasPlantedIsNowhereItMustNotBe() throws Exception {
    assertEquals(0, run("euicc", "info", "L"));
    String eid = new ObjectMapper().readTree(shell.out()).path("eid").asText();
    assertEquals(32, eid.length(), shell.out());
    session();
    Canaries secrets = secrets();
    Canaries identities = new Canaries();
    identities.digits(eid);
    served.orders().subList(0, 2).forEach(order -> identities.digits(order.iccid()));
    identities.digits("001010009000001");
    assertEquals(List.of(), secrets.in(said.toString()), "printed");
    List<String> seen = new ArrayList<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(folder.resolve("b"))) {
          search(file, secrets, identities, seen);
        }
      }
    }
    assertTrue(seen.stream().anyMatch(each -> each.contains("transcripts")), "" + seen);
    assertTrue(Files.size(folder.resolve("log.txt")) > 0, "a log was written");
  }

  private void search(Path file, Canaries secrets, Canaries identities, List<String> seen)
      throws IOException {
    byte[] all = Files.readAllBytes(file);
    assertEquals(List.of(), secrets.in(all), "secrets in " + file);
    String name = folder.relativize(file).toString();
    if (name.matches("d/.*(transcripts|\\.db).*")) {
      String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
      assertEquals("rw-------", mode, name);
      if (!identities.in(all).isEmpty()) {
        seen.add(name);
      }
    } else {
      assertEquals(List.of(), identities.in(all), "identities in " + name);
    }
  }

  @Test
  void aCanaryIsFoundHoweverItTravels() {
    String imsi = "001010009000006";
    String matchingId = "CANARY-7305816492750138";
    Canaries canaries = new Canaries();
    canaries.digits(imsi);
    canaries.text(matchingId);
    byte[] bytes = matchingId.getBytes(StandardCharsets.US_ASCII);
    String hex = HexFormat.of().withUpperCase().formatHex(bytes);
    int half = hex.length() / 2 & ~1;
    String cut =
        "> AT+CGLA=1,40,\"81E2110012"
            + hex.substring(0, half)
            + "\"\n"
            + "> AT+CGLA=1,40,\"81E2910112"
            + hex.substring(half)
            + "\"\n";
    assertEquals(List.of(matchingId), canaries.in(cut));
    assertEquals(List.of(imsi), canaries.in("0x080910100090000060"), "as EF_IMSI has it");
    assertEquals(List.of(), canaries.in("00101000900000"));
    assertFalse(canaries.in(("x" + imsi).getBytes(StandardCharsets.UTF_16LE)).isEmpty());
    for (String before : List.of("", "a", "ab")) {
      String text =
          Base64.getEncoder()
              .encodeToString((before + matchingId + "z").getBytes(StandardCharsets.US_ASCII));
      assertEquals(List.of(matchingId), canaries.in(text), "behind " + before.length());
    }
  }

  /// Installed, refused for its code, refused by the person, cut by the server; taken into use; a
  /// PIN typed; exports and reports written.
  private void session() throws Exception {
    List<BenchDescription.Order> orders = served.orders();
    talkative("profiles", "download", "L", "--code", orders.get(0).code(), "--yes");
    talkative(
        "profiles",
        "download",
        "L",
        "--code",
        orders.get(1).code(),
        "--confirmation-code",
        CONFIRMATION_CODE,
        "--yes");
    ordered();
    assertEquals(2, run("profiles", "download", "L", "--code", orders.get(2).code()));
    bench.disturb("ec25", new Disturbance.Server("wrong-package"));
    assertTrue(run("profiles", "download", "L", "--code", orders.get(3).code(), "--yes") > 0);
    bench.disturb("ec25", new Disturbance.Server(""));
    assertEquals(0, run("profiles", "enable", "L", orders.get(0).iccid(), "--yes"));
    assertEquals(0, run("probe", "L"));
    int unused = run("at", "L", "AT+CPIN=\"" + PIN + "\"", "AT+CLCK=\"SC\",2,\"" + PIN + "\"");
    Path out = Files.createDirectory(folder.resolve("out"));
    assertEquals(0, run("audit", "export", out.resolve("log.jsonl").toString()));
    assertEquals(0, run("audit", "export", out.resolve("log.csv").toString()));
    unused =
        run(
            "accept",
            "run",
            "first-boot",
            "--device",
            "L",
            "--out",
            out.resolve("run").toString(),
            "--junit",
            out.resolve("junit.xml").toString());
    assertTrue(Files.exists(out.resolve("junit.xml")));
    Path bundle = out.resolve("bundle.zip");
    assertEquals(0, run("bundle", "L", "--yes", "--out", bundle.toString()));
    unpack(bundle);
  }

  /// So that what is packed is searched, too.
  private static void unpack(Path bundle) throws IOException {
    Path folder = Files.createDirectory(bundle.resolveSibling("bundle"));
    int files = 0;
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(bundle))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        Files.write(folder.resolve(each.getName().replace('/', '-')), zip.readAllBytes());
        files++;
      }
    }
    assertTrue(files > 8, "snapshot, eUICC, runs, transcripts, log and proof: " + files);
  }

  /// With a confirmation code of ours, which is typed wrong and then right. What an operator is
  /// told of an order is the code itself, and so is not among what is printed.
  private void ordered() throws IOException {
    assertEquals(0, shell.run(all("order", "download", "--iccid", ICCID)), shell.err());
    assertEquals(
        0,
        shell.run(
            all("order", "confirm", ICCID, "--confirmation-code", CONFIRMATION_CODE, "--release")),
        shell.err());
    String code = new ObjectMapper().readTree(shell.out()).path("activationCode").asText();
    matchingId = code.split("\\$")[2];
    assertTrue(matchingId.length() > 8, "long enough to be told from anything else");
    assertEquals(3, download(code, WRONG_CODE), shell.out());
    assertTrue(shell.out().contains("es9+/8.2.7-3.8"), shell.out());
    assertEquals(0, download(code, CONFIRMATION_CODE), shell.out());
  }

  private int download(String code, String confirmation) {
    return run(
        "profiles", "download", "L", "--code", code, "--confirmation-code", confirmation, "--yes");
  }

  private Canaries secrets() {
    Canaries all = new Canaries();
    served.orders().subList(0, 4).forEach(order -> all.text(order.code().split("\\$")[2]));
    all.text(matchingId);
    List.of(CONFIRMATION_CODE, WRONG_CODE, PIN).forEach(all::digits);
    for (int number = 1; number <= 4; number++) {
      // the keys of the bench's subscribers
      Random keys = new Random(977L * number);
      for (int each = 0; each < 2; each++) {
        byte[] key = new byte[16];
        keys.nextBytes(key);
        all.bytes(key);
      }
    }
    return all;
  }

  private int run(String... words) {
    int exit = shell.run(all(words));
    said.append(shell.out()).append('\n').append(shell.err()).append('\n');
    return exit;
  }

  /// In a program of its own, whose log says all it can.
  private void talkative(String... words) throws Exception {
    ProcessBuilder program =
        Classes.program("simwright.app.Main", all(words).toArray(String[]::new))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("log.txt").toFile()));
    program.environment().put("SIMWRIGHT_LOG", "DEBUG");
    program
        .environment()
        .put("JAVA_TOOL_OPTIONS", "-Dlogback.configurationFile=src/main/resources/logback.xml");
    Process running = program.start();
    try {
      assertTrue(running.waitFor(90, TimeUnit.SECONDS));
    } finally {
      running.destroyForcibly();
    }
  }

  private List<String> all(String... words) {
    List<String> all = new ArrayList<>();
    for (String word : words) {
      all.add(word.equals("L") ? folder.resolve("b/ec25").toString() : word);
    }
    all.addAll(List.of("--data", folder.resolve("d").toString(), "--json"));
    if (List.of("profiles", "euicc", "order").contains(words[0])) {
      all.addAll(List.of("--bench", folder.resolve("b").toString()));
    }
    return all;
  }
}
