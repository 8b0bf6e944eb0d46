package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.LimitSet;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.audit.Anchor;
import simwright.device.Device;
import simwright.lab.Disturbance;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.report.ParityPage;

/// An eSIM profile and a physical SIM of the same operator are compared by what their runs
/// measured.
class ParityTest {
  private static final LimitSet ALLOWED = Plans.parity();

  @AutoClose private final Rig rig;

  ParityTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
  }

  @Test
  void bothCohortsDoTheSameUntilOneHearsLess() {
    Path at = rig.folder.resolve("b");
    var unused =
        rig.bench.start(
            at,
            List.of(
                new DeviceRequest("esim", "ec25", "", 1),
                new DeviceRequest("sim", "ec25.usim", "", 2)));
    Plan plan = Plans.shipped(Steps.all()).named("esim-and-physical-sim").repeated(1);
    Device esim = rig.at(at.resolve("esim").toString());
    Device sim = rig.at(at.resolve("sim").toString());
    Run first = rig.run(plan, esim);
    Run second = rig.run(plan, sim);
    Parity same = Parity.of(List.of(first, second), ALLOWED);
    assertEquals(Outcome.PASS, same.outcome(), same.toString());
    assertEquals(1, same.esims());
    assertEquals(1, same.physicals());
    assertTrue(same.rows().stream().anyMatch(row -> row.step().equals("ping")));
    assertTrue(same.rows().stream().noneMatch(row -> row.step().equals("cohort")));
    assertEquals(Outcome.INCONCLUSIVE, Parity.of(List.of(first, first), ALLOWED).outcome());
    assertEquals(Outcome.INCONCLUSIVE, Parity.of(List.of(), ALLOWED).outcome());
    rig.bench.disturb("sim", new Disturbance.Radio(-104));
    Parity other = Parity.of(List.of(first, rig.run(plan, sim)), ALLOWED);
    assertEquals(Outcome.FAIL, other.outcome(), other.toString());
    Parity.Row signal =
        other.rows().stream().filter(row -> row.step().equals("signal")).findFirst().orElseThrow();
    assertEquals(11.0, signal.difference().orElseThrow());
    assertEquals(Outcome.FAIL, signal.outcome());
    String page = ParityPage.of(other, new Anchor(7, "ab".repeat(32)));
    assertTrue(page.contains("SIMULATED"));
    assertTrue(page.contains("Offline site"));
    assertFalse(page.contains("http"), "it needs nothing from elsewhere");
  }
}
