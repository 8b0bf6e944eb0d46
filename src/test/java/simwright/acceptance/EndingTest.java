package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.device.Device;
import simwright.lab.Disturbance;
import simwright.report.ReportChecks;

/// However a run ends, its record tells it, and what it says of the bench is so.
class EndingTest {
  private static final Plan PLAN =
      Plans.read(
          """
          name: endings
          title: Endings
          setup:
            - {kind: connect, title: Connect, within_s: 10}
          main:
            - repeat:
                times: 3
                steps:
                  - {kind: functionality, title: Radio off, with: {level: 4}, within_s: 5}
                  - {kind: signal, title: Signal, within_s: 5}
                  - {kind: functionality, title: Radio on, with: {level: 1}, within_s: 5}
          teardown:
            - {kind: sim, title: Card, within_s: 3}
          safe_state:
            title: The radio is on
            by_hand: Switch it off and on again.
            steps:
              - {kind: connect, title: It answers, within_s: 15}
              - {kind: functionality, title: Radio on, with: {level: 1}, within_s: 5}
          """,
          "endings.yaml",
          Steps.all());

  @TempDir(factory = Rig.Folders.class)
  Path folder;

  /// At a moment chosen by the seed the cable is pulled, or a person wants it to stop once, twice
  /// or three times, or the modem restarts.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theRecordAndTheSafeStateAreTrueAfterEveryEnding(int seed) {
    try (Rig rig = new Rig(folder)) {
      Device device = rig.device("");
      Random random = new Random(seed);
      int moment = 1 + random.nextInt(PLAN.size() * 2);
      int kind = seed % 5;
      Cancel cancel = new Cancel();
      AtomicInteger seen = new AtomicInteger();
      Run run =
          rig.run(
              PLAN,
              device,
              cancel,
              view -> {
                if (seen.incrementAndGet() == moment) {
                  disturb(kind, rig, cancel);
                }
              });
      assertEquals(run.toString(), Rig.anonymous(rig.history.run(run.id())).toString());
      ReportChecks.check(run);
      assertTrue(rig.book.verify(List.of()).sound());
      boolean safe = run.safety().state() == Safety.State.VERIFIED;
      assertEquals(!safe, run.safety().unsafe());
      if (safe) {
        assertEquals(Optional.of(1), device.functionality());
      } else {
        assertNotEquals(Outcome.PASS, run.outcome());
        assertFalse(rig.book.search("acceptance.run.unsafe", Long.MAX_VALUE, 5).isEmpty());
      }
      if (kind == 1 || kind == 2) {
        assertTrue(safe, run.toString());
      }
      assertTrue(run.outcome() == Outcome.PASS || !run.reason().isEmpty());
    }
  }

  private static void disturb(int kind, Rig rig, Cancel cancel) {
    switch (kind) {
      case 0 -> rig.bench.disturb("ec25", new Disturbance.Unplug());
      case 4 -> rig.bench.disturb("ec25", new Disturbance.Reboot());
      default -> {
        for (int press = 0; press < kind; press++) {
          cancel.request();
        }
      }
    }
  }

  @Test
  void whoWantsToStopWhileAQuestionStandsIsNotTakenForAnAnswer() {
    try (Rig rig = new Rig(folder)) {
      Cancel cancel = new Cancel();
      Attendant leaving =
          new Attendant() {
            @Override
            public <A> Optional<A> ask(Question<A> question) {
              cancel.request();
              return question.byDefault();
            }
          };
      Run run =
          rig.run(
              Rig.plan(
                  "- {kind: prompt, title: 'On?', with: {ask: choice, options: [A, B], default:"
                      + " A}}",
                  ""),
              rig.device(""),
              leaving,
              cancel,
              view -> {},
              rig.book,
              Steps.all());
      assertEquals(Outcome.ABORTED, run.outcome(), run.toString());
      assertEquals(Safety.State.VERIFIED, run.safety().state());
    }
  }
}
