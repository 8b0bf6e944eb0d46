package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.Outcome;
import simwright.ask.Cancel;
import simwright.audit.Classes;
import simwright.device.Device;
import simwright.report.ReportChecks;
import simwright.time.Deadline;

/// The program itself is killed in the middle of a run, or asked to stop; the bench and the log
/// outlive it.
class RunKillTest {
  private static final Duration PLENTY = Duration.ofSeconds(90);
  private static final String PLAN =
      """
      name: endless
      title: Endless
      setup:
        - {kind: connect, title: Connect}
      main:
        - {kind: functionality, title: Radio off, with: {level: 4}}
        - {kind: registered, title: Never registered, within_s: 600}
      safe_state:
        title: The radio is on
        by_hand: Switch it off and on again.
        steps:
          - {kind: connect, title: It answers}
          - {kind: functionality, title: Radio on, with: {level: 1}}
      """;

  @TempDir(factory = Rig.Folders.class)
  Path folder;

  private Rig rig;
  private Device device;
  private OpenLog log;
  private Process program;

  @BeforeEach
  void start() throws IOException {
    assumeFalse(
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows"), "no signals");
    rig = new Rig(folder);
    device = rig.device("");
    log = OpenLog.in(Files.createDirectories(data()), rig.time);
    Path plan = Files.writeString(folder.resolve("endless.yaml"), PLAN);
    program =
        Classes.program(
                "simwright.app.Main",
                "accept",
                "run",
                plan.toString(),
                "--device",
                folder.resolve("b/ec25").toString(),
                "--junit",
                folder.resolve("junit.xml").toString(),
                "--data",
                data().toString())
            .redirectOutput(new File(folder.toFile(), "out.txt"))
            .redirectError(new File(folder.toFile(), "err.txt"))
            .start();
  }

  @AfterEach
  void stop() {
    if (program != null) {
      program.destroyForcibly();
    }
    if (log != null) {
      log.close();
    }
    if (rig != null) {
      rig.close();
    }
  }

  @Test
  void aKilledProgramLeavesAnInterruptedRunAndAnUnsafeBenchToTheNextStart() throws Exception {
    underWay();
    program.destroyForcibly();
    assertTrue(program.waitFor(PLENTY.toSeconds(), TimeUnit.SECONDS));
    List<RunSummary> ended = log.history().recover();
    assertEquals(1, ended.size());
    RunSummary row = ended.getFirst();
    assertEquals(Optional.of(Outcome.INTERRUPTED), row.outcome());
    assertEquals(Safety.State.UNSAFE, row.safety());
    Run run = log.history().run(row.id());
    assertEquals(
        List.of("Connect", "Radio off", "Never registered"),
        run.steps().stream().map(StepRecord::title).toList());
    assertEquals(Outcome.PASS, run.steps().get(1).outcome());
    assertEquals(Outcome.INTERRUPTED, run.steps().getLast().outcome());
    assertEquals(
        run.steps().get(1).sha256(),
        run.steps().get(1).range().sha256(data().resolve("transcripts")));
    assertEquals("Switch it off and on again.", run.safety().byHand());
    assertEquals(Optional.of(row), log.history().left(row.device()));
    assertTrue(run.simulated());
    ReportChecks.check(run);
    assertEquals(List.of(), log.history().recover());
    assertTrue(log.book().verify(List.of()).sound());
    device.connect(new Cancel());
    assertEquals(Optional.of(4), device.functionality());
  }

  @Test
  void aProgramThatIsAskedToStopEndsTheRunAndLeavesTheBenchSafe() throws Exception {
    underWay();
    program.destroy();
    assertTrue(program.waitFor(PLENTY.toSeconds(), TimeUnit.SECONDS));
    assertEquals(4, program.exitValue(), Files.readString(folder.resolve("err.txt")));
    RunSummary row = log.history().newest(1).getFirst();
    assertEquals(Optional.of(Outcome.ABORTED), row.outcome());
    assertEquals(Safety.State.VERIFIED, row.safety());
    assertTrue(Files.readString(folder.resolve("junit.xml")).contains("type=\"aborted\""));
    device.connect(new Cancel());
    assertEquals(Optional.of(1), device.functionality());
    assertEquals(List.of(), log.history().recover());
  }

  private Path data() {
    return folder.resolve("d");
  }

  /// Waits until the log tells that the run has come to its last step.
  private void underWay() throws IOException {
    Deadline deadline = rig.time.deadline(PLENTY);
    while (!waiting()) {
      assertTrue(program.isAlive(), Files.readString(folder.resolve("err.txt")));
      assertFalse(deadline.passed(), "the run did not begin");
      rig.time.sleep(Duration.ofMillis(50));
    }
  }

  private boolean waiting() {
    return log.book().search("never registered started", Long.MAX_VALUE, 1).stream()
        .anyMatch(record -> record.kind().equals("acceptance.step.started"));
  }
}
