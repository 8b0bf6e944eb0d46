package simwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.TextArea;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.rsp.qr.Picture;
import simwright.rsp.qr.QrCodes;
import simwright.time.SystemTime;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Theme;

/// The screens of the test lab as they stand in the middle of the work.
class LabScreensTest {
  private final SystemTime time = new SystemTime();
  private final DemoParts demo = new DemoParts(time);
  private DemoConsole shown;
  private OnScreen screen;

  @AfterEach
  void close() throws Exception {
    shown.close();
    time.close();
  }

  private void open() throws Exception {
    shown = DemoConsole.open(demo);
    screen = shown.screen();
  }

  private void show(Screen one, Theme theme) throws Exception {
    OnScreen.onFx(() -> {
      shown.console().navigation().show(one);
      theme.on(screen.stage().getScene());
      return true;
    });
  }

  @Test
  void theBenchOfTheTestLabIsSoundWithManySlotsAQuestionAndADeviceLeftUnsafe() throws Exception {
    DemoLab.fill(demo);
    CountDownLatch end = new CountDownLatch(1);
    DemoLab.asking(demo, end);
    open();
    show(Screen.ACCEPTANCE, Theme.LIGHT);
    screen.awaitWords("Left unsafe");
    screen.look("lab bench sixteen", 1280, 800, 1);
    screen.command("Run First boot on EC25-15");
    screen.awaitWords("Which operator stands on the card?");
    screen.look("lab bench asked", 1280, 800, 1);
    assertEquals(DemoLab.CODE, scanned(), "the code can be scanned off the screen");
    show(Screen.ACCEPTANCE, Theme.DARK);
    screen.look("lab bench asked dark", 1024, 700, 1);
    assertEquals(DemoLab.CODE, scanned());
    screen.command("Abort: EC25-15");
    screen.awaitWords("Stopping");
    screen.awaitGone("Which operator stands on the card?");
    screen.look("lab bench stopping", 1280, 800, 1);
    screen.command("For whom and where");
    screen.awaitWords("Attenuation");
    screen.look("lab bench whom", 1024, 700, 1);
    screen.command("For whom and where");
    screen.command("Resolve: EC25-13");
    screen.awaitWords("No plan runs on it until that is resolved");
    for (Theme theme : Theme.values()) {
      show(Screen.ACCEPTANCE, theme);
      screen.look("lab bench unsafe " + theme, 1024, 700, 1);
      screen.look("lab bench unsafe wide " + theme, 1900, 990, 1);
      screen.look("lab bench unsafe scaled " + theme, 1280, 720, 3);
    }
    end.countDown();
    assertEquals(List.of(), screen.faults());
  }

  /// What a phone reads off the window.
  private String scanned() throws Exception {
    return OnScreen.onFx(() -> {
      WritableImage all = screen.stage().getScene().snapshot(null);
      int width = (int) all.getWidth();
      int height = (int) all.getHeight();
      int[] pixels = new int[width * height];
      all.getPixelReader()
          .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
      return QrCodes.of(new Picture(width, height, pixels)).codes().getFirst().text();
    });
  }

  @Test
  void aPlanIsCopiedBrokenMendedAndSavedByKeyboard() throws Exception {
    open();
    show(Screen.ACCEPTANCE, Theme.DARK);
    screen.command("Show Plans of the test lab");
    screen.awaitWords("It ships with the program");
    screen.look("lab plans shipped", 1024, 700, 1);
    screen.command("Copy to my plans");
    screen.awaitWords("It can be used and is not saved");
    String good = text();
    OnScreen.onFx(() -> {
      area().setText(good.replaceFirst("kind: [a-z]+", "kind: nothing-of-ours"));
      return true;
    });
    screen.awaitWords("It cannot be used: 1 to mend");
    screen.look("lab plans broken", 1024, 700, 1);
    OnScreen.onFx(() -> {
      area().setText(good);
      area().requestFocus();
      return true;
    });
    screen.awaitWords("It can be used and is not saved");
    screen.keys(KeyCode.CONTROL, KeyCode.S);
    screen.awaitWords("Plan saved as /home/ines/plans/mine.yaml");
    show(Screen.ACCEPTANCE, Theme.LIGHT);
    screen.look("lab plans saved", 1024, 700, 1);
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void resultsAreSearchedComparedAndToldTogether() throws Exception {
    SnapshotTest.fill(demo);
    open();
    show(Screen.ACCEPTANCE, Theme.LIGHT);
    screen.command("Show Trends of the test lab");
    screen.awaitWords("median");
    screen.look("lab trends", 1280, 800, 1);
    screen.command("Show Comparison of the test lab");
    screen.awaitWords("clearly worse");
    screen.look("lab comparison", 1024, 700, 1);
    screen.command("Show Flaky steps of the test lab");
    screen.awaitWords("8 of n = 32, 25.0 %");
    screen.look("lab flaky", 1280, 800, 1);
    screen.command("Show Registry of the test lab");
    screen.awaitWords("is worse with firmware");
    screen.look("lab registry", 1280, 800, 1);
    screen.press("Seen: " + new DemoRegistry(demo).alarms().getFirst().text());
    screen.awaitGone("is worse with firmware");
    screen.command("Export as CSV");
    screen.awaitWords("Registry saved as /home/ines/registry.csv");
    screen.command("first-boot on EC25");
    screen.awaitWords("Steps over time");
    screen.look("lab result", 1280, 800, 1);
    screen.keys(KeyCode.ESCAPE);
    screen.awaitGone("Steps over time");
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void whereNothingWasRunEveryTabSaysWhatToDo() throws Exception {
    open();
    show(Screen.ACCEPTANCE, Theme.DARK);
    screen.awaitWords("No device is on the bench");
    screen.command("Show Results of the test lab");
    screen.awaitWords("No run has finished yet.");
    screen.command("Show Trends of the test lab");
    screen.awaitWords("Nothing was measured yet: run a plan.");
    screen.command("Show Comparison of the test lab");
    screen.awaitWords("Nothing was run yet that could be compared.");
    screen.command("Show Flaky steps of the test lab");
    screen.awaitWords("No step was tried yet.");
    screen.command("Show Registry of the test lab");
    screen.awaitWords("No kind of device was tested yet.");
    screen.look("lab registry empty", 1024, 700, 1);
    assertEquals(List.of(), screen.faults());
  }

  private TextArea area() {
    return Look.visible(screen.stage().getScene().getRoot()).stream()
        .filter(TextArea.class::isInstance)
        .map(TextArea.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private String text() throws Exception {
    return OnScreen.onFx(() -> area().getText());
  }
}
