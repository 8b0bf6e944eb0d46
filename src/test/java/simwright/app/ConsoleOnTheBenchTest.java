package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import simwright.lab.Disturbance;
import simwright.sim.pty.PseudoTerminal;
import simwright.ui.OnScreen;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Theme;

/// The real screens over the real program and the simulated bench, driven as a person drives them;
/// pictures of every screen are kept in target/snapshots.
class ConsoleOnTheBenchTest {
  private record Size(Theme theme, int width, int height, double scale) {}

  private static final List<Size> SIZES =
      List.of(
          new Size(Theme.LIGHT, 1024, 700, 1),
          new Size(Theme.LIGHT, 1900, 990, 1),
          new Size(Theme.LIGHT, 1280, 720, 3),
          new Size(Theme.DARK, 1024, 700, 1),
          new Size(Theme.DARK, 3840, 2160, 1),
          new Size(Theme.DARK, 1024, 700, 2));

  @TempDir Path folder;
  private Wiring wiring;
  private OpenConsole opened;
  private OnScreen screen;

  @BeforeEach
  void open() throws Exception {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    FxToolkit.registerPrimaryStage();
    wiring = new Wiring();
    opened = OnScreen.onFx(() -> new OpenConsole(wiring, Optional.of(folder)));
    screen = OnScreen.open(() -> opened.console().root(), 1280, 800);
    opened.answer(opened.console().attendant(screen.stage()));
    opened.follow();
  }

  @AfterEach
  void close() throws Exception {
    if (opened != null) {
      OnScreen.onFx(() -> {
        opened.close();
        return true;
      });
      FxToolkit.cleanupStages();
      wiring.close();
    }
  }

  @Test
  void aTechnicianComesFromAnEmptyBenchToAVerdictAndItsRecord() throws Exception {
    screen.command("Start the simulated bench");
    screen.awaitWords("ec25");
    connect();
    identityIsMaskedUntilRevealed();
    screen.command("Climb the ladder of EC25");
    screen.await("all seven rungs hold", () -> failingRung().isEmpty());
    firstBootPasses();
    theBytesOfAMeasurementAreOneActionAway();
    theRecordsStandInTheLog();
    theTerminalShowsWhatItSentAndWhatItMeans();
    pictures();
    aPulledCableIsToldInWords();
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void aProfileComesOntoTheCardThroughTheScreenAndIntoUse() throws Exception {
    screen.command("Start the simulated bench");
    screen.awaitWords("ec25");
    connect();
    screen.keys(KeyCode.CONTROL, KeyCode.DIGIT2);
    screen.awaitWords("profiles: 1");
    screen.command("Download a profile");
    screen.press("PROD-FR-PARIS-2026");
    String code =
        OnScreen.onFx(
            () -> ((TextField) screen.stage().getScene().lookup("#activation-code")).getText());
    screen.awaitWords("The code is well formed");
    screen.press("Download profile");
    screen.awaitWords("You are asked before anything is downloaded");
    screen.answer("Download profile");
    screen.awaitWords("PROD-FR-PARIS-2026 is on the card, disabled");
    screen.awaitWords("as notification");
    screen.awaitWords("profiles: 2");
    assertFalse(screen.words().contains(code), "a code that is used up is forgotten");
    screen.look("bench-run profiles downloaded");
    screen.press("Close");
    screen.press("Enable PROD-FR-PARIS-2026");
    screen.awaitWords("PROD-FR-PARIS-2026 is in use. Proven");
    screen.await(
        "it is the profile in use",
        () ->
            screen.shown().stream()
                .anyMatch(node -> "Disable PROD-FR-PARIS-2026".equals(node.getAccessibleText())));
    screen.look("bench-run profiles enabled");
    screen.command("Show the notifications of the card");
    screen.awaitWords("Nothing waits: the servers know all that happened.");
    screen.look("bench-run profiles told");
    assertEquals(List.of(), screen.faults());
  }

  private void connect() throws Exception {
    screen.command("Connect ec25");
    screen.awaitWords("Connected");
    screen.awaitWords("Quectel");
  }

  private Optional<String> failingRung() throws Exception {
    return opened.data().acts().devices().all().get().stream()
        .filter(device -> device.title().startsWith("EC25"))
        .flatMap(device -> device.snapshot().ladder().stream())
        .filter(rung -> rung.state() != simwright.device.Rung.State.PASSED)
        .map(rung -> rung.step().name())
        .findFirst();
  }

  private void identityIsMaskedUntilRevealed() throws Exception {
    String imei =
        opened.data().acts().devices().all().get().stream()
            .flatMap(device -> device.snapshot().imei().value().stream())
            .findFirst()
            .orElseThrow()
            .value();
    String grouped = imei.replaceAll("(.{4})(?=.)", "$1 ");
    assertFalse(screen.words().contains(imei));
    assertFalse(screen.words().contains(grouped));
    screen.press("Reveal or mask IMEI");
    screen.awaitWords(grouped);
    screen.press("Reveal or mask IMEI");
    screen.awaitGone(grouped);
  }

  private void firstBootPasses() throws Exception {
    screen.keys(KeyCode.CONTROL, KeyCode.DIGIT4);
    scanned();
    screen.awaitWords("pass");
    screen.await("the run is over", () -> opened.data().jobs().running().get().isEmpty());
    screen.command("Save certificate as PDF");
    screen.awaitWords("certificate.pdf");
    scanned();
    screen.await("it ran again", () -> opened.data().plans().history(9).size() == 2);
    screen.await("the second is over", () -> opened.data().jobs().running().get().isEmpty());
    screen.awaitWords("pass");
  }

  /// All that a repeated run needs: a scan, and Enter.
  private void scanned() throws Exception {
    screen.command("Scan or type a device");
    screen.type("ec25");
    screen.keys(KeyCode.ENTER);
  }

  private void theBytesOfAMeasurementAreOneActionAway() throws Exception {
    screen.press("Show the bytes of rsrp");
    screen.awaitWords("AT+");
    screen.look("bench-run acceptance evidence");
  }

  private void theRecordsStandInTheLog() throws Exception {
    screen.keys(KeyCode.CONTROL, KeyCode.DIGIT7);
    screen.awaitWords("Acceptance run");
    screen.press("Verify now");
    screen.awaitWords("sound");
  }

  private void theTerminalShowsWhatItSentAndWhatItMeans() throws Exception {
    screen.keys(KeyCode.CONTROL, KeyCode.DIGIT8);
    TextField line = OnScreen.onFx(() -> (TextField) screen.stage().getScene().lookup("#command"));
    screen.await("the device takes lines", () -> !line.isDisabled());
    screen.command("AT command");
    screen.type("ATI");
    screen.keys(KeyCode.ENTER);
    screen.awaitWords("ATI");
    screen.awaitWords("Revision");
  }

  private void pictures() throws Exception {
    for (Size size : SIZES) {
      for (Screen one : Screen.values()) {
        OnScreen.onFx(() -> {
          opened.console().navigation().show(one);
          size.theme().on(screen.stage().getScene());
          return true;
        });
        String scale = size.scale() == 1 ? "" : " " + (int) (size.scale() * 100);
        String title = "bench-run " + one + " " + size.theme() + " " + size.width() + scale;
        screen.look(title, size.width(), size.height(), size.scale());
      }
    }
  }

  private void aPulledCableIsToldInWords() throws Exception {
    OnScreen.onFx(() -> {
      opened.console().navigation().show(Screen.BENCH);
      return true;
    });
    opened.disturb("ec25", new Disturbance.Unplug());
    screen.awaitWords("Unplugged");
    screen.look("bench-run bench unplugged");
  }
}
