package simwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.HandTime;
import simwright.ui.frame.Screen;

/// The real frame and screens, driven by keys and clicks.
class FrameKeysTest {
  private final DemoParts demo = new DemoParts(new HandTime());
  private DemoConsole shown;
  private OnScreen screen;

  @BeforeEach
  void open() throws Exception {
    SnapshotTest.fill(demo);
    shown = DemoConsole.open(demo);
    screen = shown.screen();
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() throws Exception {
    shown.close();
  }

  private static <T> T onScreen(Callable<T> act) throws Exception {
    return WaitForAsyncUtils.asyncFx(act).get(20, TimeUnit.SECONDS);
  }

  private void press(KeyCode... keys) {
    screen.keys(keys);
  }

  private List<String> texts() throws Exception {
    return onScreen(() ->
        Look.visible(screen.stage().getScene().getRoot()).stream()
            .filter(Labeled.class::isInstance)
            .map(node -> ((Labeled) node).getText())
            .toList());
  }

  @Test
  void controlAndADigitGoToAScreen() {
    press(KeyCode.CONTROL, KeyCode.DIGIT8);
    assertEquals(Screen.TERMINAL, shown.console().navigation().getScreen());
    press(KeyCode.CONTROL, KeyCode.DIGIT3);
    assertEquals(Screen.FAILOVER, shown.console().navigation().getScreen());
    press(KeyCode.CONTROL, KeyCode.DIGIT9);
    assertEquals(Screen.HELP, shown.console().navigation().getScreen());
    press(KeyCode.CONTROL, KeyCode.DIGIT7);
    assertEquals(Screen.AUDIT, shown.console().navigation().getScreen());
    press(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertEquals(Screen.AUDIT, shown.console().navigation().getScreen());
  }

  @Test
  void thePaletteDoesWhatItsWordsSay() throws Exception {
    press(KeyCode.CONTROL, KeyCode.K);
    screen.type("release ec25 ttyusb2");
    press(KeyCode.ENTER);
    assertTrue(demo.asked.contains("device.release ec25"), demo.asked::toString);
    Node palette = onScreen(() -> screen.stage().getScene().lookup("#palette-query"));
    assertFalse(palette.getParent().getParent().isVisible());
  }

  @Test
  void escapeClosesFirstWhatLiesOnTop() throws Exception {
    shown.console().notices().tell(new Fault(new FaultCode("cme", "10"), "reading", "EC25"));
    WaitForAsyncUtils.waitForFxEvents();
    press(KeyCode.CONTROL, KeyCode.K);
    press(KeyCode.ESCAPE);
    assertEquals(1, shown.console().notices().all().size());
    assertTrue(texts().contains("cme/10"));
    press(KeyCode.ESCAPE);
    assertEquals(0, shown.console().notices().all().size());
  }

  @Test
  void refreshReadsConnectedDevicesAgain() {
    press(KeyCode.F5);
    assertTrue(demo.asked.contains("device.ping ec25"), demo.asked::toString);
    assertTrue(demo.asked.contains("device.ping rm500"), demo.asked::toString);
  }

  @Test
  void nothingUnknownIsProbedWithoutTheClick() throws Exception {
    assertFalse(demo.asked.stream().anyMatch(act -> act.startsWith("device.probe")));
    Button probe =
        onScreen(() ->
            Look.visible(screen.stage().getScene().getRoot()).stream()
                .filter(node -> node instanceof Button b && b.getText().equals("Probe this port"))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow());
    onScreen(() -> {
      probe.fire();
      return probe;
    });
    assertTrue(demo.asked.contains("device.probe other"), demo.asked::toString);
  }

  @Test
  void aMeasurementIsOneActionAwayFromItsBytes() throws Exception {
    press(KeyCode.CONTROL, KeyCode.DIGIT4);
    onScreen(() -> {
      Button button =
          Look.visible(screen.stage().getScene().getRoot()).stream()
              .filter(node -> node instanceof Button b && b.getText().equals("Time to register"))
              .map(Button.class::cast)
              .findFirst()
              .orElseThrow();
      button.fire();
      return button;
    });
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> demo.asked.contains("bytes 120"));
  }

  @Test
  void aLineTypedInTheTerminalIsSent() throws Exception {
    press(KeyCode.CONTROL, KeyCode.DIGIT8);
    TextField command = (TextField) onScreen(() -> screen.stage().getScene().lookup("#command"));
    onScreen(() -> {
      command.requestFocus();
      return command;
    });
    screen.type("AT+CSQ?");
    press(KeyCode.ENTER);
    assertTrue(demo.asked.contains("send ec25 AT+CSQ?"), demo.asked::toString);
    press(KeyCode.UP);
    assertEquals("AT+CSQ?", command.getText());
  }

  @Test
  void oneKeyReleasesThePortAndTakesItBack() {
    press(KeyCode.F9);
    assertTrue(demo.asked.contains("device.release ec25"), demo.asked::toString);
    demo.devices.set(
        demo.devices.get().stream()
            .map(one -> one.id().equals("ec25") ? demo.released(one) : one)
            .toList());
    press(KeyCode.F9);
    assertTrue(demo.asked.contains("device.take-back ec25"), demo.asked::toString);
  }

  @Test
  void theLookChosenIsFoundAgain() throws Exception {
    screen.command("Dark look");
    assertEquals("dark", demo.kept.get("look"));
    assertTrue(onScreen(this::classes).contains("sw-dark"));
    screen.command("Light look");
    assertFalse(onScreen(this::classes).contains("sw-dark"));
    screen.command("Targets for fingers");
    assertEquals("true", demo.kept.get("touch"));
    List<Button> small =
        onScreen(() ->
            Look.visible(screen.stage().getScene().getRoot()).stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> {
                  button.getScene().getRoot().applyCss();
                  button.getScene().getRoot().layout();
                  return button.getHeight() < 44 || button.getWidth() < 44;
                })
                .toList());
    assertEquals(List.of(), small);
  }

  @Test
  void thePlanChosenIsFoundAgain() throws Exception {
    demo.kept.put("acceptance.plan", "radio-cycle");
    press(KeyCode.CONTROL, KeyCode.DIGIT4);
    screen.awaitWords("Radio off and on twenty times");
    screen.command("Run First boot on EC25");
    assertEquals("first-boot", demo.kept.get("acceptance.plan"));
  }

  private List<String> classes() {
    return List.copyOf(screen.stage().getScene().getRoot().getStyleClass());
  }

  @Test
  void theFactsAboutTheProgramAreCopiedWhole() throws Exception {
    press(KeyCode.CONTROL, KeyCode.DIGIT9);
    screen.command("Copy the facts about this program");
    String copied = onScreen(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(copied.startsWith("Version: 1.0.0\n"), copied);
    assertTrue(copied.contains("Data folder: /home/ines/.local/share/simwright\n"), copied);
  }
}
