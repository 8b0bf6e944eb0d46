package simwright.ui.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    AcceptanceSource.Run underWay =
        new AcceptanceSource.Run(
            done.id(),
            done.plan(),
            done.device(),
            true,
            done.started(),
            Optional.empty(),
            "",
            "",
            done.steps());
    demo.current.set(Optional.of(underWay));
    assertEquals(State.BUSY, model.getVerdict());
    assertFalse(model.isFinished());
    demo.current.set(Optional.of(done));
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
    model.report();
    assertEquals(0, notices.all().size());
    model.show(demo.run(State.PASS, "PASS"));
    model.report();
    assertEquals(
        "Report saved as /home/ines/simwright/r1.html", notices.all().getFirst().words().what());
  }
}
