package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.Group;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.PlanPart;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.ask.Progress;
import simwright.device.Device;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.lab.Disturbance;
import simwright.time.Deadline;

/// A download that was to be cut and felt nothing of it proves nothing, however well it went; one
/// that tried again by itself says how often.
class CutVerdictTest {
  private static final String FETCHING = "fetching the package";
  private static final String AGAIN = "waiting before try 2 of 3";

  private final FakeCard card = new FakeCard();
  private final List<Disturbance> done = new ArrayList<>();
  @AutoClose private final Rig rig;
  private final Device device;

  CutVerdictTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
    device = rig.device("");
  }

  @Test
  void aCutThatTheProgramTriedThroughIsToldWithItsStageAndTries() {
    card.going =
        progress -> {
          progress.at(FETCHING, 4, 6);
          cut(progress, AGAIN);
          progress.at("meeting the server", 1, 6);
        };
    StepRecord cut = run("{at: fetching, how: server}");
    assertEquals(Outcome.PASS, cut.outcome(), cut.toString());
    assertEquals(
        "cut at fetching (server), felt at 'fetching the package', tried 2 times; it came through"
            + " all the same",
        cut.words());
    assertEquals(2, cut.measured().getFirst().value().orElseThrow());
  }

  @Test
  void aCutThatWasNotFeltProvesNothingAndTheServerBreaksOffForNobodyElse() {
    card.going =
        progress -> {
          // a network that fails by itself, before
          progress.at("meeting the server", 1, 6);
          progress.at(AGAIN, 0, 0);
          progress.at("meeting the server", 1, 6);
          progress.at(FETCHING, 4, 6);
          cut(progress, "load");
        };
    StepRecord server = run("{at: fetching, how: server}");
    assertEquals(Outcome.INCONCLUSIVE, server.outcome(), server.toString());
    assertTrue(server.words().contains("felt nothing of the cut"), server.words());
    assertEquals(
        List.of(new Disturbance.Server("cut@getBoundProfilePackage*1"), new Disturbance.Server("")),
        List.copyOf(done));
    StepRecord power = run("{at: fetching}");
    assertEquals(Outcome.INCONCLUSIVE, power.outcome(), power.toString());
  }

  /// The server of a bench breaks off for whoever asks it: another's download would be cut instead.
  @Test
  void theShippedPlanCutsDownloadsForOneDeviceAtATime() {
    Plan plan = Plans.shipped(Steps.all()).named("interrupted-download");
    List<Group> groups =
        plan.main().parts().stream()
            .filter(Group.class::isInstance)
            .map(Group.class::cast)
            .toList();
    assertEquals(3, groups.size());
    assertTrue(groups.stream().allMatch(each -> each.hold().equals(List.of("servers"))));
    assertEquals(
        3,
        groups.stream()
            .flatMap(each -> each.main().stream())
            .flatMap(PlanPart::each)
            .filter(step -> step.kind().equals("download-cut"))
            .count());
  }

  @Test
  void aServerThatIsAskedNothingCannotBreakOff() {
    assertThrows(Fault.class, () -> run("{at: loading, how: server}"));
  }

  @Test
  void anOrderThatTheServerRefusedMeanwhileWasNotCut() {
    card.going =
        progress -> {
          progress.at(FETCHING, 4, 6);
          cut(progress, FETCHING);
          throw new Fault(new FaultCode("es9+", "8.2.6-3.8"), "fetching", "server");
        };
    StepRecord refused = run("{at: fetching, how: server}");
    assertEquals(Outcome.INCONCLUSIVE, refused.outcome(), refused.toString());
    assertTrue(refused.words().contains("[es9+/8.2.6-3.8]"), refused.words());
  }

  @Test
  void aDownloadThatBrokeIsResumedOrFails() {
    broken();
    StepRecord resumed = run("{at: loading}");
    assertEquals(Outcome.PASS, resumed.outcome(), resumed.toString());
    assertTrue(resumed.words().contains("[link/gone]; nothing was left"), resumed.words());
    assertEquals(2, resumed.measured().getFirst().value().orElseThrow());
    broken();
    card.room = card.profiles.size();
    StepRecord lost = run("{at: loading}");
    assertEquals(Outcome.FAIL, lost.outcome(), lost.toString());
    assertTrue(lost.words().endsWith("the order could not be resumed"), lost.words());
  }

  /// The first download breaks, later ones do not.
  private void broken() {
    card.going =
        progress -> {
          progress.at("load", 1, 2);
          cut(progress, "load");
          card.going = unused -> {};
          throw new Fault(new FaultCode("link", "gone"), "loading", "device");
        };
  }

  /// Goes on when the bench has done it.
  private void cut(Progress progress, String then) {
    Deadline deadline = rig.time.deadline(Duration.ofSeconds(20));
    synchronized (done) {
      assertTrue(rig.time.await(done, () -> !done.isEmpty(), deadline), "nobody cut");
    }
    progress.at(then, 0, 0);
    rig.time.sleep(Duration.ofMillis(50));
  }

  private StepRecord run(String with) {
    synchronized (done) {
      done.clear();
    }
    Run run =
        rig.run(
            Plans.read(
                Rig.begun(
                        "- {id: cut, kind: download-cut, title: Cut, within_s: 20, with: "
                            + with
                            + ", measure: [{name: tries, unit: tries}]}\n")
                    + "wear: {orders: 1, test_orders: some}\n",
                "quick.yaml",
                Steps.all()),
            device,
            RunTools.of(card, List.of(new TestOrder("LPA:1$a.test$B", "")))
                .with(Around.on(this::does)),
            Attendant.absent());
    return run.steps().getLast();
  }

  private boolean does(Disturbance act) {
    synchronized (done) {
      done.add(act);
      done.notifyAll();
    }
    return true;
  }
}
