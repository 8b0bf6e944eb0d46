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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/// A program that downloads is killed where no program can clean up: the next one says what the
/// card says, nothing is installed twice, and the server is told.
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class KilledDownloadTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String COMMAND = "AT+CGLA=";

  /// At each stage: while the card is read, before the server is known to it, once it has prepared,
  /// at the package's head, in its middle, at its end, and while the server is told.
  private static final List<Integer> STAGES = List.of(5, 12, 22, 26, 44, 62, 73);

  /// What a whole download sends.
  private static final int ALL = 74;

  @TempDir Path folder;

  @Test
  void theNextCommandSaysWhatTheCardSays() throws Exception {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    boolean soak = Boolean.getBoolean("simwright.soak");
    List<Integer> commands = soak ? IntStream.rangeClosed(1, ALL).boxed().toList() : STAGES;
    List<Boolean> seen = new ArrayList<>();
    for (int command : commands) {
      Path own = Files.createDirectory(folder.resolve("at-" + command));
      try (Killed killed = new Killed(own)) {
        seen.add(killed.at(command));
      }
    }
    assertTrue(seen.contains(true) && seen.contains(false), "killed before and after: " + seen);
  }

  /// One bench, one data folder, one program that is killed.
  private static final class Killed implements AutoCloseable {
    private final Path folder;
    private final Shell shell = new Shell();
    private final SimulatedBench bench = shell.bench();
    private final SystemTime time = new SystemTime();
    private final BenchDescription.Order order;

    Killed(Path folder) {
      this.folder = folder;
      var unused = bench.start(folder.resolve("b"), List.of(new DeviceRequest("m", "ec25", "", 1)));
      this.order = bench.startServers().orders().getFirst();
    }

    /// Killed as soon as so many commands were sent to the card; whether the profile was there.
    boolean at(int command) throws Exception {
      kill(command);
      assertEquals(0, run("profiles", "list"), shell.err());
      boolean there = onCard() == 1;
      String said = shell.err();
      if (said.contains("The card says: ")) {
        assertEquals(there, said.contains("The card says: installed."), command + said);
      } else if (there) {
        // the killed program had said it itself
        assertEquals(0, run("audit", "search", "verdict"), shell.err());
        assertTrue(shell.out().contains("verdict"), "nothing was said of it: " + command);
      }
      if (there) {
        assertEquals(0, run("notifications", "send"), shell.err());
      } else {
        assertEquals(0, run("profiles", "download", "--code", order.code(), "--yes"), shell.err());
      }
      assertEquals(0, run("notifications", "list"), shell.err());
      assertEquals(0, json().path("notifications").size(), "all was told: " + command);
      assertEquals(0, run("profiles", "list"), shell.err());
      assertEquals(1, onCard(), "once: " + command);
      assertFalse(shell.err().contains("The card says"), "it is settled: " + shell.err());
      assertEquals(3, run("profiles", "download", "--code", order.code(), "--yes"));
      assertEquals("es9+/8.2.6-3.8", json().path("error").asText(), "the order is used");
      return there;
    }

    private void kill(int command) throws Exception {
      Process program =
          Classes.program(
                  "simwright.app.Main",
                  words("profiles", "download", "--code", order.code(), "--yes")
                      .toArray(String[]::new))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said.txt").toFile())
              .start();
      try {
        Deadline deadline = time.deadline(LONGEST);
        while (sent() < command && program.isAlive()) {
          assertFalse(deadline.passed(), "only " + sent() + " commands were sent");
          time.sleep(Duration.ofMillis(2));
        }
      } finally {
        program.destroyForcibly();
        assertTrue(program.waitFor(30, TimeUnit.SECONDS));
      }
    }

    private long sent() throws IOException {
      Path transcripts = folder.resolve("d/transcripts");
      if (!Files.isDirectory(transcripts)) {
        return 0;
      }
      long count = 0;
      try (Stream<Path> files = Files.list(transcripts)) {
        for (Path file : files.toList()) {
          String text = Files.readString(file, StandardCharsets.ISO_8859_1);
          for (int at = text.indexOf(COMMAND); at >= 0; at = text.indexOf(COMMAND, at + 1)) {
            count++;
          }
        }
      }
      return count;
    }

    private long onCard() throws IOException {
      long count = 0;
      for (JsonNode each : json().path("profiles")) {
        count += each.path("iccid").asText().equals(order.iccid()) ? 1 : 0;
      }
      return count;
    }

    private int run(String... words) {
      return shell.run(words(words));
    }

    private List<String> words(String... words) {
      List<String> all = new ArrayList<>(List.of(words));
      all.addAll(List.of("--json", "--data", folder.resolve("d").toString()));
      if (!words[0].equals("audit")) {
        all.add(2, folder.resolve("b/m").toString());
        all.addAll(List.of("--bench", folder.resolve("b").toString()));
      }
      return all;
    }

    private JsonNode json() throws IOException {
      return new ObjectMapper().readTree(shell.out());
    }

    @Override
    public void close() {
      bench.close();
      shell.close();
      time.close();
    }
  }
}
