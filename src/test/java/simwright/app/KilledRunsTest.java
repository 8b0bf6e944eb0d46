package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.QuickStart;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// The program is killed fifty times at any moment of a run, also while it puts in order what the
/// one before had left: each run stands in the log, and the next start completes its safe state.
@Tag("slow")
class KilledRunsTest {
  private static final int KILLS = Boolean.getBoolean("simwright.soak") ? 500 : 50;
  private static final int BENCHES = 2;

  /// What a run writes into its transcripts until it surely is in the middle of its steps, in
  /// bytes.
  private static final int MOST = 12_000;

  private static final String PLAN =
      """
      name: restless
      title: Restless
      within_s: 900
      phase_within_s: {main: 800}
      setup:
        - {kind: connect, title: Connect, within_s: 60}
      main:
        - repeat:
            times: 500
            steps:
              - {kind: functionality, title: Radio off, with: {level: 4}, within_s: 30}
              - {kind: functionality, title: Radio on, with: {level: 1}, within_s: 30}
      safe_state:
        title: The radio is on
        by_hand: Switch it off and on again.
        steps:
          - {kind: connect, title: It answers, within_s: 60}
          - {kind: functionality, title: Radio on, with: {level: 1}, within_s: 30}
      """;

  @TempDir Path folder;

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void everyKilledRunIsToldAndItsSafeStateCompletedByTheNextStart() throws Exception {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    QuickStart quick =
        QuickStart.of(folder.resolve("quick"), "simwright.app.Main", "accept", "--help");
    Set<String> states = new TreeSet<>();
    try (ExecutorService both = Executors.newFixedThreadPool(BENCHES)) {
      List<Future<Set<String>>> ends = new ArrayList<>();
      for (int bench = 0; bench < BENCHES; bench++) {
        Path own = Files.createDirectory(folder.resolve("own-" + bench));
        Random random = new Random(31 + bench);
        ends.add(
            both.submit(() -> {
              try (Killed killed = new Killed(quick, own)) {
                return killed.often(random);
              }
            }));
      }
      for (Future<Set<String>> end : ends) {
        states.addAll(end.get());
      }
    }
    assertTrue(states.contains("restored"), "none was killed in its middle: " + states);
    assertFalse(states.contains("unsafe"), states.toString());
  }

  /// One bench, one log, and programs that are killed.
  private static final class Killed implements AutoCloseable {
    private final QuickStart quick;
    private final Path folder;
    private final Path plan;
    private final Shell shell = new Shell();
    private final SimulatedBench bench = shell.bench();
    private final SystemTime time = new SystemTime();

    Killed(QuickStart quick, Path folder) throws IOException {
      this.quick = quick;
      this.folder = folder;
      this.plan = Files.writeString(folder.resolve("restless.yaml"), PLAN);
      var unused = bench.start(folder.resolve("b"), List.of(new DeviceRequest("m", "ec25", "", 1)));
    }

    /// How the safe states of all killed runs stand at last.
    Set<String> often(Random random) throws Exception {
      int kills = KILLS / BENCHES;
      for (int i = 0; i < kills; i++) {
        kill(random.nextInt(MOST));
      }
      assertEquals(0, run("accept", "run", "first-boot", "--device", link()), shell.err());
      assertEquals(0, run("accept", "history", "--most", "1000"), shell.err());
      JsonNode runs = new ObjectMapper().readTree(shell.out()).path("runs");
      Set<String> states = new TreeSet<>();
      int cut = 0;
      for (JsonNode each : runs) {
        if (each.path("plan").asText().equals("restless")) {
          assertEquals("interrupted", each.path("outcome").asText(), each.toString());
          states.add(each.path("safeState").asText());
          cut++;
        }
      }
      assertTrue(cut > kills / 2 && cut <= kills, cut + " of " + kills + " had begun");
      assertEquals(0, run("audit", "verify"), shell.out() + shell.err());
      return states;
    }

    private void kill(int after) throws Exception {
      long before = written();
      Process program =
          quick
              .program(words("accept", "run", plan.toString(), "--device", link()))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said.txt").toFile())
              .start();
      try {
        Deadline deadline = time.deadline(Duration.ofSeconds(90));
        while (written() - before <= after) {
          assertTrue(program.isAlive(), () -> "it ended by itself: " + said());
          assertFalse(deadline.passed(), () -> "it does not get on: " + said());
          time.sleep(Duration.ofMillis(2));
        }
      } finally {
        program.destroyForcibly();
        assertTrue(program.waitFor(60, TimeUnit.SECONDS));
      }
    }

    private String said() {
      try {
        return Files.readString(folder.resolve("said.txt"));
      } catch (IOException e) {
        return e.toString();
      }
    }

    /// What went over the link so far, in bytes.
    private long written() throws IOException {
      Path transcripts = folder.resolve("d/transcripts");
      if (!Files.isDirectory(transcripts)) {
        return 0;
      }
      try (Stream<Path> files = Files.list(transcripts)) {
        return files.mapToLong(file -> file.toFile().length()).sum();
      }
    }

    private String link() {
      return folder.resolve("b/m").toString();
    }

    private int run(String... words) {
      return shell.run(words(words));
    }

    private String[] words(String... words) {
      List<String> all = new ArrayList<>(List.of(words));
      all.addAll(List.of("--json", "--data", folder.resolve("d").toString()));
      return all.toArray(String[]::new);
    }

    @Override
    public void close() {
      bench.close();
      shell.close();
      time.close();
    }
  }
}
