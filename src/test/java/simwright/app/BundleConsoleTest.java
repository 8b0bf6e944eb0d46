package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import simwright.ask.Attendant;
import simwright.fault.Fault;
import simwright.job.BundleActs;
import simwright.job.PlanActs;
import simwright.report.bundle.BundleCodes;
import simwright.ui.OnScreen;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Theme;

/// A bundle in the console's own screens: what they show of it, and that nothing can be done.
class BundleConsoleTest {
  @TempDir Path folder;
  private final Wiring wiring = new Wiring();
  private OpenConsole opened;
  private int steps;
  private OnScreen screen;

  @AfterEach
  void close() throws Exception {
    if (opened != null) {
      Path data = opened.data().data().root();
      OnScreen.onFx(() -> {
        opened.close();
        return true;
      });
      FxToolkit.cleanupStages();
      assertTrue(Files.notExists(data), "nothing of it stays");
    }
    wiring.close();
  }

  private Path bundle() throws IOException {
    Path file = folder.resolve("bundle.zip");
    try (BenchShell shell = new BenchShell(folder)) {
      shell.begin("ec25");
      assertEquals(0, shell.run("accept", "run", "first-boot", "--device", "m"), shell::err);
      steps = shell.json().path("steps").size();
      assertEquals(0, shell.run("bundle", "L", "--yes", "--out", file.toString()), shell::err);
    }
    return file;
  }

  private void show(Screen one, Theme theme) throws Exception {
    OnScreen.onFx(() -> {
      opened.console().navigation().show(one);
      theme.on(screen.stage().getScene());
      return true;
    });
  }

  @Test
  void aBundleIsShownInTheSameScreensAndNothingCanBeDone() throws Exception {
    Path file = bundle();
    FxToolkit.registerPrimaryStage();
    opened =
        OnScreen.onFx(() -> OpenConsole.bundle(wiring, BundleActs.open(file, Optional.empty())));
    screen = OnScreen.open(() -> opened.console().root(), 1280, 800);
    opened.answer(opened.console().attendant(screen.stage()));
    screen.awaitWords("It is whole: record ");
    screen.awaitWords("EC25 · BUNDLE");
    screen.awaitWords("BUNDLE: read-only");
    screen.awaitWords("Quectel");
    screen.look("bundle bench", 1280, 800, 1);
    PlanActs plans = opened.data().plans();
    assertEquals(steps, plans.recorded(plans.history(1).getFirst().id()).all().size());
    screen.awaitWords("From a bundle: it is not here");
    assertFalse(screen.words().contains("Release port"), "nothing can be done");
    String device = opened.console().navigation().getDevice();
    Fault refused =
        assertThrows(Fault.class, () -> opened.data().acts().probe(device, Attendant.absent()));
    assertEquals(BundleCodes.READ_ONLY, refused.code());
    screen.keys(KeyCode.F9);
    screen.awaitWords("bundle/read-only");
    show(Screen.PROFILES, Theme.LIGHT);
    screen.awaitWords("From the bundle, read-only: what the eUICC of EC25");
    screen.awaitWords("Free for profiles");
    screen.awaitWords("⟨masked⟩");
    assertFalse(screen.words().contains("Download a profile"), "nothing can be done");
    screen.look("bundle profiles", 1280, 800, 1);
    screen.look("bundle profiles scaled", 1280, 720, 3);
    show(Screen.ACCEPTANCE, Theme.DARK);
    screen.awaitWords("nothing can be run on it");
    screen.look("bundle acceptance", 1280, 800, 1);
    screen.command("Show Results of the test lab");
    screen.awaitWords("first-boot");
    screen.look("bundle results", 1024, 700, 1);
    show(Screen.AUDIT, Theme.LIGHT);
    screen.awaitWords("Read the card");
    screen.awaitWords("of the log of installation");
    screen.look("bundle audit", 1280, 800, 1);
    show(Screen.TERMINAL, Theme.DARK);
    screen.awaitWords("AT+");
    screen.look("bundle terminal", 1280, 800, 1);
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void theRunningConsoleOpensABundleInAWindowOfItsOwn() throws Exception {
    Path file = bundle();
    Path broken = Files.write(folder.resolve("broken.zip"), new byte[] {'P', 'K', 3, 4, 0});
    FxToolkit.registerPrimaryStage();
    opened = OnScreen.onFx(() -> new OpenConsole(wiring, Optional.of(folder.resolve("running"))));
    screen = OnScreen.open(() -> opened.console().root(), 1280, 800);
    opened.answer(opened.console().attendant(screen.stage()));
    show(Screen.HELP, Theme.LIGHT);
    screen.command("About");
    OnScreen.onFx(() -> {
      opened.chooseBy(() -> Optional.of(broken));
      return true;
    });
    screen.press("Open a diagnostics bundle");
    screen.awaitWords("bundle/");
    assertEquals(Optional.empty(), OnScreen.onFx(this::window), "nothing of it is shown");
    OnScreen.onFx(() -> {
      opened.chooseBy(() -> Optional.of(file));
      return true;
    });
    screen.press("Open a diagnostics bundle");
    screen.await("a window of its own", () -> OnScreen.onFx(() -> window().isPresent()));
    screen.await("what it holds", () -> OnScreen.onFx(() -> words().contains("BUNDLE: read-only")));
    assertTrue(
        OnScreen.onFx(
            () -> words().stream().anyMatch(each -> each.contains("It is whole: record "))));
    OnScreen.onFx(() -> {
      window().orElseThrow().hide();
      return true;
    });
    assertEquals(Optional.empty(), OnScreen.onFx(this::window));
    OnScreen.onFx(() -> {
      opened.close();
      return true;
    });
    opened = null;
    FxToolkit.cleanupStages();
    assertEquals(List.of(), screen.faults());
  }

  private Optional<Stage> window() {
    return Window.getWindows().stream()
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .filter(each -> "Simwright · BUNDLE, read-only".equals(each.getTitle()))
        .findFirst();
  }

  private List<String> words() {
    return window().orElseThrow().getScene().getRoot().lookupAll("*").stream()
        .filter(Labeled.class::isInstance)
        .map(node -> String.valueOf(((Labeled) node).getText()))
        .toList();
  }
}
