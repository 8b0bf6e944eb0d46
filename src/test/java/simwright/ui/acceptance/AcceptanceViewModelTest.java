package simwright.ui.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simwright.link.PortRole;
import simwright.time.HandTime;
import simwright.ui.DemoParts;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;
import simwright.ui.part.State;

class AcceptanceViewModelTest {
  private final HandTime time = new HandTime();
  private final DemoParts demo = new DemoParts(time);
  private final Navigation navigation = new Navigation();
  private final Notices notices = new Notices(Bridge.atOnce(), demo);
  private AcceptanceViewModel model;

  @BeforeEach
  void open() {
    navigation.deviceProperty().set("ec25");
    model =
        new AcceptanceViewModel(
            Bridge.atOnce(), Background.atOnce(), demo, demo, navigation, notices);
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void aRunNeedsAConnectedDevice() {
    demo.asked.clear();
    demo.devices.set(List.of(demo.seen("ec25", PortRole.AT_PRIMARY)));
    assertFalse(model.isReady());
    model.start();
    assertEquals(List.of(), demo.asked);
    demo.devices.set(List.of(demo.connected("ec25", "EC25", true)));
    assertTrue(model.isReady());
    model.start();
    assertEquals(List.of("acceptance.run ec25"), demo.asked);
  }

  @Test
  void theVerdictStandsOnlyAtTheEnd() {
    AcceptanceSource.Run done = demo.run(State.MARGINAL, "MARGINAL");
    demo.current.set(List.of(underWay(done, 1)));
    assertEquals(State.BUSY, model.getVerdict());
    assertFalse(model.isFinished());
    demo.current.set(List.of(done));
    assertEquals(State.MARGINAL, model.getVerdict());
    assertEquals("MARGINAL", model.getVerdictWords());
    assertTrue(model.isFinished());
  }

  @Test
  void aMeasurementLeadsToItsBytes() {
    AcceptanceSource.Measurement one =
        demo.run(State.FAIL, "FAIL").steps().get(1).measurements().getFirst();
    model.open(one.name(), one.range());
    assertTrue(model.isEvidence());
    assertTrue(model.getBytes().startsWith("Signal: ec25.log, bytes 120 to 480\n1.200 > AT+CESQ"));
  }

  @Test
  void theReportSaysWhereItLies() {
    model.report(AcceptanceSource.Form.HTML);
    assertEquals(0, notices.all().size());
    model.show(demo.run(State.PASS, "PASS"));
    model.report(AcceptanceSource.Form.HTML);
    assertEquals(
        "Report saved as /home/ines/simwright/r1.html", notices.all().getFirst().words().what());
  }

  @Test
  void aRunUnderWaySaysHowFarItIsAndHowLongItWillTake() {
    demo.current.set(List.of(underWay(demo.run(State.PASS, "pass"), 1)));
    assertEquals("Step 1 of 4 done. Network · about 12 s left", model.getProgress());
    assertEquals(0.25, model.getShare());
    demo.current.set(List.of(demo.run(State.PASS, "pass")));
    assertEquals("", model.getProgress());
  }

  @Test
  void aRunOfAnotherDeviceIsASlotAndNotShownUntilChosen() {
    AcceptanceSource.Run mine = demo.run(State.PASS, "pass");
    AcceptanceSource.Run other =
        new AcceptanceSource.Run(
            "r9",
            "First boot",
            "rm500",
            true,
            mine.started(),
            Optional.of(State.FAIL),
            "fail",
            "",
            "",
            AcceptanceSource.Progress.OVER,
            List.of());
    demo.current.set(List.of(mine));
    demo.current.set(List.of(other, mine));
    assertEquals("r1", model.getRun().orElseThrow().id());
    assertEquals(2, model.getSlots().size());
    model.choose(other);
    assertEquals("r9", model.getRun().orElseThrow().id());
  }

  @Test
  void anOlderResultOpenedStaysWhenNothingNewBegins() {
    AcceptanceSource.Run done = demo.run(State.PASS, "pass");
    demo.current.set(List.of(underWay(done, 1)));
    model.show(
        new AcceptanceSource.Run(
            "old",
            "First boot",
            "ec25",
            true,
            done.started(),
            Optional.of(State.FAIL),
            "fail",
            "",
            "",
            AcceptanceSource.Progress.OVER,
            List.of()));
    demo.current.set(List.of(underWay(done, 2)));
    assertEquals("old", model.getRun().orElseThrow().id());
  }

  @Test
  void resultsAreReadAgainWhenARunEnds() {
    demo.asked.clear();
    AcceptanceSource.Run done = demo.run(State.PASS, "pass");
    demo.current.set(List.of(underWay(done, 1)));
    assertEquals(List.of(), demo.asked);
    demo.results.add(demo.result("r1", State.PASS, "pass"));
    demo.current.set(List.of(done));
    assertEquals(List.of("results"), demo.asked);
    assertEquals(1, model.getResults().size());
  }

  @Test
  void whatAPersonMustDoByHandIsSaid() {
    AcceptanceSource.Run done = demo.run(State.ERROR, "error");
    model.show(
        new AcceptanceSource.Run(
            done.id(),
            done.plan(),
            done.device(),
            true,
            done.started(),
            done.verdict(),
            "error",
            "",
            "Switch the radio on",
            AcceptanceSource.Progress.OVER,
            List.of()));
    assertEquals(
        "The safe state is not verified. By hand: Switch the radio on\nThe warning ends with the"
            + " next run on this device that verifies a safe state.",
        model.getByHand());
  }

  private static AcceptanceSource.Run underWay(AcceptanceSource.Run done, int steps) {
    return new AcceptanceSource.Run(
        done.id(),
        done.plan(),
        done.device(),
        true,
        done.started(),
        Optional.empty(),
        "",
        "",
        "",
        new AcceptanceSource.Progress("Network", steps, 4, Optional.of(Duration.ofSeconds(12))),
        done.steps().subList(0, steps));
  }
}
