package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import simwright.job.BundleActs;
import simwright.job.PlanActs;
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
    screen.command("Climb the ladder of EC25");
    screen.awaitWords("bundle/read-only");
    show(Screen.ACCEPTANCE, Theme.DARK);
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
}
