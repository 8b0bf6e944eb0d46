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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
  private static final String CONFIRMATION_CODE = "83920174655201";
  private static final String PIN = "73918264";

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
  void whatWasPlantedIsNowhereItMustNotBe() throws Exception {
    assertEquals(0, run("euicc", "info", "L"));
    String eid = new ObjectMapper().readTree(shell.out()).path("eid").asText();
    assertEquals(32, eid.length(), shell.out());
    session();
    Map<String, byte[]> identifiers = new LinkedHashMap<>();
    identifiers.put("EID", eid.getBytes(StandardCharsets.US_ASCII));
    for (int number = 0; number < 2; number++) {
      identifiers.put(
          "ICCID " + number,
          served.orders().get(number).iccid().getBytes(StandardCharsets.US_ASCII));
    }
    identifiers.put("IMSI", "001010009000001".getBytes(StandardCharsets.US_ASCII));
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(folder.resolve("b"))) {
          secrets().forEach((name, secret) -> nowhere(file, name, secret));
          boolean own = file.startsWith(folder.resolve("d"));
          if (!own) {
            identifiers.forEach((name, digits) -> nowhere(file, name, digits));
          } else if (file.toString().contains("transcripts") || file.toString().contains(".db")) {
            String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            assertEquals("rw-------", mode, file.toString());
          } else {
            identifiers.forEach((name, digits) -> nowhere(file, name, digits));
          }
        }
      }
    }
    assertTrue(Files.size(folder.resolve("log.txt")) > 0, "a log was written");
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
    assertEquals(3, run("profiles", "download", "L", "--code", orders.get(2).code()));
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
  }

  private Map<String, byte[]> secrets() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    served
        .orders()
        .subList(0, 4)
        .forEach(order -> {
          String id = order.code().split("\\$")[2];
          all.put("matching id " + id, id.getBytes(StandardCharsets.US_ASCII));
        });
    all.put("confirmation code", CONFIRMATION_CODE.getBytes(StandardCharsets.US_ASCII));
    all.put("PIN", PIN.getBytes(StandardCharsets.US_ASCII));
    for (int number = 1; number <= 4; number++) {
      // the keys of the bench's subscribers
      Random keys = new Random(977L * number);
      for (String name : List.of("K", "OPc")) {
        byte[] key = new byte[16];
        keys.nextBytes(key);
        all.put(name + " of " + number, key);
      }
    }
    return all;
  }

  /// Neither as it is, nor in hexadecimal digits, nor in base64.
  private static void nowhere(Path file, String name, byte[] secret) {
    String text;
    try {
      text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    String plain = new String(secret, StandardCharsets.ISO_8859_1);
    String hex = HexFormat.of().formatHex(secret);
    assertFalse(text.contains(plain), name + " in " + file);
    assertFalse(text.toLowerCase(Locale.ROOT).contains(hex), name + " in hex in " + file);
    assertFalse(
        text.contains(Base64.getEncoder().withoutPadding().encodeToString(secret)),
        name + " in base64 in " + file);
  }

  private int run(String... words) {
    return shell.run(all(words));
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
    if (List.of("profiles", "euicc").contains(words[0])) {
      all.addAll(List.of("--bench", folder.resolve("b").toString()));
    }
    return all;
  }
}
