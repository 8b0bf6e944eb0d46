package simwright.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.Rig;
import simwright.acceptance.RunSummary;
import simwright.acceptance.Safety;
import simwright.acceptance.SelectionWork;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.device.Device;
import simwright.lab.Disturbance;
import simwright.time.Deadline;

/// What a run left that was cut short is put in order as soon as its device can be had, without
/// being asked for.
@Timeout(120)
class RecoveryTest {
  @TempDir(factory = Rig.Folders.class)
  Path folder;

  /// The program has a defect in the middle of a run, just when the cable is pulled.
  @Test
  void aDeviceThatARunLeftInItsMiddleIsPutInOrderWhenItIsThere() {
    try (Rig rig = new Rig(folder)) {
      Device device = rig.device("");
      Plan plan =
          Rig.plan(
              """
              - {kind: functionality, title: Off, with: {level: 4}}
              - {kind: prompt, title: 'Go on?', within_s: 60, with: {ask: choice, options: [Yes, No]}}
              """,
              "");
      Attendant dying =
          new Attendant() {
            @Override
            public <A> Optional<A> ask(Question<A> question) {
              rig.bench.disturb("ec25", new Disturbance.Unplug());
              throw new IllegalStateException("a defect");
            }
          };
      assertThrows(
          IllegalStateException.class,
          () -> rig.run(plan, device, dying, new Cancel(), view -> {}, rig.book, Steps.all()));
      RunSummary left = rig.history.left(device.id()).orElseThrow();
      assertEquals(Optional.of(Outcome.INTERRUPTED), left.outcome());
      assertEquals(Safety.State.UNSAFE, left.safety());
      Jobs jobs = new Jobs(rig.book, Permit.all(), rig.time);
      PlanActs plans = plans(rig, jobs);
      assertTrue(plans.cutShort(device.id()));
      rig.bench.disturb("ec25", new Disturbance.Plug());
      try (Recovery _ = new Recovery(jobs, rig.devices, plans, rig.time)) {
        Deadline deadline = rig.time.deadline(Duration.ofSeconds(90));
        while (plans.cutShort(device.id()) && !deadline.passed()) {
          rig.time.sleep(Duration.ofMillis(50));
        }
      }
      assertFalse(plans.cutShort(device.id()));
      assertEquals(Safety.State.RESTORED, rig.history.left(device.id()).orElseThrow().safety());
      assertEquals(Optional.of(1), device.functionality());
      assertEquals(Outcome.INTERRUPTED, rig.history.run(left.id()).outcome());
    }
  }

  private PlanActs plans(Rig rig, Jobs jobs) {
    return new PlanActs(
        jobs,
        rig.devices,
        new PlanCards(
            () -> {
              throw new AssertionError("no card is meant");
            },
            () -> {
              throw new AssertionError("no server is meant");
            },
            _ -> Optional.empty(),
            Map::of,
            SelectionWork.none()),
        rig.book,
        rig.history,
        new PlanActs.Folders(rig.transcripts, folder.resolve("plans")),
        rig.time);
  }
}
