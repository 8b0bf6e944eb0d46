package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.Classes;
import simwright.lab.BenchDescription;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// A program that switches profiles is killed, or told to stop, after it has switched the radio of
/// the modem off, and before it switches it on again: nothing the device had is lost.
@Timeout(120)
class KilledSwitchTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String OFF = "AT+CFUN=0";

  @TempDir Path folder;
  private final Shell shell = new Shell();
  private final SimulatedBench bench = shell.bench();
  private final SystemTime time = new SystemTime();
  private BenchDescription.Order order;
  private Process program;

  @BeforeEach
  void downloaded() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    var unused =
        bench.start(folder.resolve("b"), List.of(new DeviceRequest("m", "quectel-rm5xx", "", 1)));
    order = bench.startServers().orders().getFirst();
    assertEquals(0, run("profiles", "download", "--code", order.code(), "--yes"), shell.err());
  }

  @AfterEach
  void close() {
    if (program != null) {
      program.destroyForcibly();
    }
    bench.close();
    shell.close();
    time.close();
  }

  @Test
  void theNextCommandBringsTheRadioBackAndSaysSo() throws Exception {
    killWhileTheRadioIsOff();
    assertEquals(0, functionality(), "a reading alone changes nothing");
    assertEquals(0, run("profiles", "list"), shell.err());
    assertTrue(shell.err().contains("The card says: enabled."), shell.err());
    assertTrue(
        shell.err().contains("It had left the radio off, which is as it was before again"),
        shell.err());
    assertEquals(1, functionality());
    assertEquals(order.iccid(), json().path("iccid").asText(), "the modem has read its card anew");
    assertEquals(0, run("audit", "search", "radio-cycle"), shell.err());
    assertTrue(shell.out().contains("put-back"), shell.out());
    assertEquals(0, run("profiles", "list"), shell.err());
    assertFalse(shell.err().contains("radio"), "it is said once: " + shell.err());
  }

  @Test
  void aSwitchThatIsStoppedPutsTheFormerProfileBackHoweverLongThatTakes() throws Exception {
    assertEquals(1, functionality());
    String former = json().path("iccid").asText();
    Process stopped = whileTheRadioIsOff();
    stopped.destroy();
    assertTrue(stopped.waitFor(60, TimeUnit.SECONDS));
    assertEquals(4, stopped.exitValue(), this::said);
    assertTrue(said().contains("The profile before is in use again"), this::said);
    assertTrue(said().contains("Still leaving the device in order ("), this::said);
    assertEquals(1, functionality());
    assertEquals(former, json().path("iccid").asText());
  }

  private void killWhileTheRadioIsOff() throws Exception {
    Process program = whileTheRadioIsOff();
    program.destroyForcibly();
    assertTrue(program.waitFor(30, TimeUnit.SECONDS));
  }

  /// A program that enables the profile, when it has switched the radio off.
  private Process whileTheRadioIsOff() throws Exception {
    long before = sent(OFF);
    program =
        Classes.program(
                "simwright.app.Main",
                words("profiles", "enable", order.iccid(), "--yes").toArray(String[]::new))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    until("the radio was not switched off", () -> sent(OFF) > before);
    return program;
  }

  private void until(String what, Callable<Boolean> seen) throws Exception {
    Deadline deadline = time.deadline(LONGEST);
    while (!seen.call()) {
      assertTrue(program.isAlive(), () -> "it ended: " + said());
      assertFalse(deadline.passed(), what);
      time.sleep(Duration.ofMillis(5));
    }
  }

  private String said() {
    return text(folder.resolve("said.txt"));
  }

  /// How many of the transcripts have the command.
  private long sent(String command) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("d/transcripts"))) {
      return files.filter(file -> text(file).contains(command)).count();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The level that the modem tells, with a reading of all.
  private int functionality() throws IOException {
    int unused = run("probe");
    return json().path("functionality").asInt(-1);
  }

  private int run(String... words) {
    return shell.run(words(words));
  }

  private List<String> words(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--json", "--data", folder.resolve("d").toString()));
    if (!words[0].equals("audit")) {
      all.add(words[0].equals("profiles") ? 2 : 1, folder.resolve("b/m").toString());
      all.addAll(List.of("--bench", folder.resolve("b").toString()));
    }
    return all;
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(shell.out());
  }
}
