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
/// Some of these runs work on the card: it holds afterwards what it held before, in the same state.
@Tag("slow")
class KilledRunsTest {
  private static final int KILLS = Boolean.getBoolean("simwright.soak") ? 500 : 50;
  private static final int BENCHES = 2;

  /// What a run writes into its transcripts until it surely is in the middle of its steps, in
  /// bytes.
  private static final int MOST = 16_000;

  /// The same of runs that work on the card.
  private static final int MOST_OF_CARD = 30_000;

  /// Each so many kills are of a run that works on the card.
  private static final int OF_CARD = 6;

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

  /// The profile in use is taken out of use and put in use again; the second kind first brings
  /// another one.
  private static final String CARD_PLAN =
      """
      name: restless-card
      title: Restless with the card
      within_s: 900
      phase_within_s: {main: 800}
      wear: {orders: 1, switches: 900, test_orders: the bench's}
      setup:
        - {kind: connect, title: Connect, within_s: 60}
        - {id: home, kind: card, title: Card, within_s: 60}
      main:
        %s
        - repeat:
            times: 400
            steps:
              - {kind: profile-disable, title: Out of use, with: {profile: home}, within_s: 60}
              - {kind: profile-enable, title: In use, with: {profile: home}, within_s: 120}
      safe_state:
        title: The card is as before
        by_hand: Enable the profile that was in use and delete the other.
        steps:
          - {kind: connect, title: It answers, within_s: 60}
          - {kind: functionality, title: Radio on, with: {level: 1}, within_s: 30, tries: 3, pause_s: 1}
          - {kind: profile-enable, title: In use, with: {profile: home}, within_s: 120, tries: 3, pause_s: 1}
          - {kind: profile-delete, title: Gone, with: {profile: other}, within_s: 60, tries: 3, pause_s: 1}
          - {kind: card, title: As before, with: {in_use: "yes", as_before: home}, within_s: 60}
      """;

  private static final String DOWNLOAD =
      "- {id: other, kind: profile-download, title: Download, within_s: 120}";

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
    private final List<Path> ofCard;
    private final Shell shell = new Shell();
    private final SimulatedBench bench = shell.bench();
    private final SystemTime time = new SystemTime();

    Killed(QuickStart quick, Path folder) throws IOException {
      this.quick = quick;
      this.folder = folder;
      this.plan = Files.writeString(folder.resolve("restless.yaml"), PLAN);
      this.ofCard =
          List.of(
              Files.writeString(folder.resolve("swaps.yaml"), CARD_PLAN.formatted("")),
              Files.writeString(folder.resolve("loads.yaml"), CARD_PLAN.formatted(DOWNLOAD)));
      Files.writeString(
          Files.createDirectory(folder.resolve("d")).resolve("settings.txt"),
          "card.switches-per-hour = 9000\ncard.switches-per-day = 9000\n");
      var unused = bench.start(folder.resolve("b"), List.of(new DeviceRequest("m", "ec25", "", 1)));
      var served = bench.startServers();
    }

    /// How the safe states of all killed runs stand at last.
    Set<String> often(Random random) throws Exception {
      JsonNode before = profiles();
      int kills = KILLS / BENCHES;
      for (int i = 0; i < kills; i++) {
        if (i % OF_CARD == OF_CARD - 1) {
          kill(ofCard.get(i / OF_CARD % ofCard.size()), random.nextInt(MOST_OF_CARD));
        } else {
          kill(plan, random.nextInt(MOST));
        }
      }
      assertEquals(0, run("accept", "run", "first-boot", "--device", link()), shell.err());
      assertEquals(0, run("accept", "history", "--most", "1000"), shell.err());
      JsonNode runs = new ObjectMapper().readTree(shell.out()).path("runs");
      Set<String> states = new TreeSet<>();
      int cut = 0;
      for (JsonNode each : runs) {
        if (each.path("plan").asText().startsWith("restless")) {
          assertEquals("interrupted", each.path("outcome").asText(), each.toString());
          states.add(each.path("safeState").asText());
          cut++;
        }
      }
      assertTrue(cut > kills / 2 && cut <= kills, cut + " of " + kills + " had begun");
      assertEquals(before, profiles(), "the card holds what it held");
      assertEquals(0, shell.run(words("audit", "verify")), shell.out() + shell.err());
      return states;
    }

    private JsonNode profiles() throws IOException {
      assertEquals(0, run("profiles", "list", link()), shell.out() + shell.err());
      return new ObjectMapper().readTree(shell.out()).path("profiles");
    }

    private void kill(Path plan, int after) throws Exception {
      long before = written();
      Process program =
          quick
              .program(onBench("accept", "run", plan.toString(), "--device", link()))
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
      return shell.run(onBench(words));
    }

    private String[] onBench(String... words) {
      List<String> all = new ArrayList<>(List.of(words(words)));
      all.addAll(List.of("--bench", folder.resolve("b").toString()));
      return all.toArray(String[]::new);
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
