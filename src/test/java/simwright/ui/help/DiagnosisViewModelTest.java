package simwright.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.time.HandTime;
import simwright.ui.DemoParts;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Bridge;

class DiagnosisViewModelTest {
  private final DemoParts demo = new DemoParts(new HandTime());
  private final Navigation navigation = new Navigation();
  private final Notices notices = new Notices(Bridge.atOnce(), demo);
  private final DiagnosisViewModel model =
      new DiagnosisViewModel(Bridge.atOnce(), demo, navigation, notices, demo::ping);

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void onlyTheFirstRungThatDoesNotHoldSaysWhatToDo() {
    demo.devices.set(List.of(demo.failing("rm", "RM500", 2)));
    navigation.deviceProperty().set("rm");
    assertEquals(
        List.of("", "", "Insert the card with its contacts down, then read again.", "", "", "", ""),
        model.getFindings().stream().map(DiagnosisViewModel.Finding::next).toList());
    assertTrue(model.getConclusion().startsWith("RM500 · ttyUSB2: begin at"));
  }

  @Test
  void whereEveryRungHoldsItSaysWhereToLook() {
    demo.devices.set(List.of(demo.connected("ec25", "EC25", true)));
    navigation.deviceProperty().set("ec25");
    assertTrue(model.getConclusion().startsWith("EC25 · ttyUSB2: every rung holds"));
    model.again();
    assertEquals(List.of("device.ping ec25"), demo.asked);
  }

  @Test
  void withoutADeviceItSaysWhatToDoFirst() {
    assertFalse(model.isReady());
    assertTrue(model.getConclusion().startsWith("Choose a device above"));
  }
}
