package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.device.Device;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.lab.Disturbance;

/// A server that was made to misbehave behaves again, whatever became of the step that meant it.
class ServersBehaveTest {
  private static final String TROUBLE =
      "- {kind: discovery, title: Asked, with: {server: sm-ds page}}\n";
  private static final String BEHAVE = "    - {kind: servers-behave, title: Behave}\n";

  private final List<String> told = new ArrayList<>();
  private int failures;

  @AutoClose private final Rig rig;

  ServersBehaveTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
  }

  @Test
  void aPlanWithoutTheWayBackIsRefused() {
    Fault broken = assertThrows(Fault.class, () -> Rig.plan(TROUBLE, ""));
    assertTrue(
        broken.evidence().orElse("").contains("it leaves a server that misbehaves"),
        broken.toString());
  }

  @Test
  void whereTheStepsOwnEndFailsTheSafeStateBringsItAbout() {
    failures = 1;
    Run run = run(Around.on(this::does));
    assertEquals(Outcome.ERROR, run.outcome(), run.toString());
    assertEquals(List.of("sm-ds page", "failed", "", "sm-ds"), told);
    assertEquals("they behave as usual", behave(run.safety()).words());
    assertEquals(Safety.State.VERIFIED, run.safety().state(), run.toString());
  }

  @Test
  void whereTheSafeStateCannotItIsUnsafe() {
    failures = 9;
    assertEquals(Safety.State.UNSAFE, run(Around.on(this::does)).safety().state());
  }

  @Test
  void whereTheStepEndedItNothingIsDoneAgain() {
    Run run = run(Around.on(this::does));
    assertEquals(List.of("sm-ds page", "sm-ds"), told);
    assertEquals("none was disturbed", behave(run.safety()).words());
  }

  @Test
  void afterAKillTheyAreToldToBehave() {
    Plan plan = Rig.plan(TROUBLE, BEHAVE);
    Safety safety =
        new Engine(simwright.acceptance.step.Steps.all(), rig.book, rig.transcripts, rig.time)
            .makeSafe(
                new RunOrder(
                    "r9",
                    plan,
                    rig.device(""),
                    "tester",
                    RunHeader.NONE,
                    RunTools.none().with(Around.after(this::does)),
                    Attendant.absent(),
                    new Cancel(),
                    view -> {}));
    assertEquals(List.of("", "sm-ds"), told);
    assertEquals(Safety.State.RESTORED, safety.state(), safety.toString());
  }

  private Run run(Around around) {
    Device device = rig.device("");
    return rig.run(
        Rig.plan(TROUBLE, BEHAVE), device, RunTools.none().with(around), Attendant.absent());
  }

  /// A bench whose servers do not do as told so often as `failures` says, after the first time.
  private boolean does(Disturbance act) {
    if (act instanceof Disturbance.Server(String how)) {
      if (!told.isEmpty() && failures-- > 0) {
        told.add("failed");
        throw new Fault(new FaultCode("lab", "refused"), "disturbing", "bench");
      }
      told.add(how);
    }
    return true;
  }

  private static StepRecord behave(Safety safety) {
    return safety.steps().stream()
        .filter(each -> each.kind().equals("servers-behave"))
        .findFirst()
        .orElseThrow();
  }
}
