package simwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import simwright.device.Attachment;
import simwright.time.HandTime;
import simwright.ui.frame.DeviceChoice;

/// The device chooser while devices come and go. What breaks on the screen's thread fails the test
/// when the console is closed.
class ChooserTest {
  private final DemoParts demo = new DemoParts(new HandTime());
  private final Attachment first = demo.connected("ec25", "EC25", true);
  private final Attachment second = demo.connected("rm500", "RM500", true);
  private DemoConsole shown;

  @BeforeEach
  void open() throws Exception {
    demo.devices.set(List.of(first, second));
    shown = DemoConsole.open(demo);
    choose("rm500");
  }

  @AfterEach
  void close() throws Exception {
    shown.close();
  }

  @Test
  void whereTheChosenDeviceGoesAwayAnotherIsChosen() throws Exception {
    attached(List.of(first));
    assertEquals(List.of(DeviceChoice.of(first)), items());
    assertEquals(DeviceChoice.of(first), value());
    assertEquals("ec25", shown.console().navigation().getDevice());
  }

  @Test
  void theChosenDeviceStaysSoWhenAnotherGoesAndComesBack() throws Exception {
    attached(List.of(second));
    assertEquals(DeviceChoice.of(second), value());
    attached(List.of(first, second));
    assertEquals(DeviceChoice.of(second), value());
    assertEquals("rm500", shown.console().navigation().getDevice());
  }

  @Test
  void whereEveryDeviceGoesNoneIsChosenAndTheFirstThatComesIs() throws Exception {
    attached(List.of());
    assertNull(value());
    attached(List.of(first));
    assertEquals(DeviceChoice.of(first), value());
  }

  private void attached(List<Attachment> now) {
    demo.devices.set(now);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void choose(String id) throws Exception {
    OnScreen.onFx(() -> {
      shown.console().navigation().deviceProperty().set(id);
      return true;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private DeviceChoice value() throws Exception {
    return OnScreen.onFx(() -> chooser().getValue());
  }

  private List<DeviceChoice> items() throws Exception {
    return OnScreen.onFx(() -> List.copyOf(chooser().getItems()));
  }

  @SuppressWarnings("unchecked")
  private ComboBox<DeviceChoice> chooser() throws Exception {
    return (ComboBox<DeviceChoice>)
        shown.screen().shown().stream()
            .filter(ComboBox.class::isInstance)
            .filter(box -> box.getStyleClass().contains("sw-chooser"))
            .findFirst()
            .orElseThrow();
  }
}
