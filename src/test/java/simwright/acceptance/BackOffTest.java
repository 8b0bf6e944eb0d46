package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.device.Device;
import simwright.fault.Fault;
import simwright.job.ServedBench;
import simwright.lab.Disturbance;

/// Whether a device waits as a congested network tells it: one that does not fails, without any
/// limit, and where nobody could see it nothing is claimed.
class BackOffTest {
  private static final String OVER = "{fault: operator-denied, state: end}, within_s: 20}\n";

  @AutoClose private final Rig rig;

  BackOffTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
  }

  @Test
  void aDeviceThatWaitsPasses() {
    StepRecord away = away(rig.run(plan("told"), rig.device("")));
    assertEquals(Outcome.PASS, away.outcome(), away.toString());
    assertTrue(away.measured().getFirst().value().orElseThrow() >= 2, away.toString());
  }

  @Test
  void aDeviceThatComesBackAtOnceFailsWithoutAnyLimit() {
    StepRecord away = away(rig.run(plan("told"), rig.device("no-back-off")));
    assertEquals(Outcome.FAIL, away.outcome(), away.toString());
    assertEquals(AcceptanceCodes.NOT_WAITED, away.code().orElseThrow());
    assertTrue(away.measured().getFirst().value().orElseThrow() < 2, away.toString());
  }

  @Test
  void theShippedPlanFailsForSuchADevice() {
    Run run = rig.run(Plans.shipped(Steps.all()).named("peak-event"), rig.device("no-back-off"));
    assertEquals(Outcome.FAIL, run.outcome(), run.toString());
    assertTrue(run.reason().endsWith("[acceptance/not-waited]"), run.reason());
    assertEquals(Safety.State.VERIFIED, run.safety().state(), run.toString());
  }

  @Test
  void whereTheNetworkTakesItOnlyLaterOrNobodyHeardOfARefusalNothingIsProven() {
    Device device = rig.device("");
    StepRecord unheard = away(rig.run(plan("skipped"), device));
    assertEquals(Outcome.INCONCLUSIVE, unheard.outcome(), unheard.toString());
    Surroundings bench = new ServedBench(device, rig.time);
    Around slow =
        Around.on(act -> {
          if (act.equals(new Disturbance.Refusal(0, 0))) {
            rig.time.sleep(Duration.ofMillis(2100));
          }
          return bench.does(act);
        });
    StepRecord late =
        away(rig.run(plan("told"), device, RunTools.none().with(slow), Attendant.absent()));
    assertEquals(Outcome.INCONCLUSIVE, late.outcome(), late.toString());
    assertEquals(AcceptanceCodes.NOT_DONE, late.code().orElseThrow());
  }

  @Test
  void aTimeThatIsNoneIsRefused() {
    assertThrows(Fault.class, () -> plan("told, early_s: 3"));
    assertThrows(Fault.class, () -> plan("told, early_s: -1"));
  }

  private static Plan plan(String told) {
    return Rig.plan(
        """
        - {kind: registered, title: Registered, within_s: 30}
        - {id: skipped, kind: mobile-data, title: Only on handsets, with: {state: "on"}}
        - {kind: at, title: Causes, with: {command: AT+CEREG=3, changes: sets}}
        - parallel:
            branches:
              - title: The device
                steps:
                  - {id: told, kind: urc, title: Told, with: {match: '\\+CEREG: [0-9](,.*)?,0,22'}, within_s: 20}
              - title: The network
                steps:
                  - {kind: fault, title: Congestion, with: {fault: operator-denied, cause: 22, back_off_s: 3}, within_s: 20}
        - {kind: fault, title: Over, with: %s- {id: away, kind: back-off, title: Away, with: {told: %s, back_off_s: 3}, within_s: 30, measure: [{name: seconds, unit: s}]}
        """
            .formatted(OVER, told),
        "    - {kind: fault, title: Over, with: "
            + OVER
            + "teardown:\n  - {kind: fault, title: Over, with: "
            + OVER);
  }

  private static StepRecord away(Run run) {
    return run.steps().stream().filter(each -> each.id().equals("away")).findFirst().orElseThrow();
  }
}
