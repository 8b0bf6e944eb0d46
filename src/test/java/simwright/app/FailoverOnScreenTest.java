package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import simwright.failover.policy.PolicyFile;
import simwright.journal.Alarm;
import simwright.sim.pty.PseudoTerminal;
import simwright.ui.OnScreen;

/// The screen of failover over the real program and the simulated bench.
class FailoverOnScreenTest {
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

  private void policy(String name) throws Exception {
    screen.await("policies are read", () -> offered(name).isPresent());
    OnScreen.onFx(() -> {
      box().orElseThrow().setValue(offered(name).orElseThrow());
      return true;
    });
  }

  private Optional<PolicyFile> offered(String name) throws Exception {
    return box().stream()
        .flatMap(box -> box.getItems().stream())
        .filter(each -> each.policy().name().equals(name))
        .findFirst();
  }

  @SuppressWarnings("unchecked")
  private Optional<ComboBox<PolicyFile>> box() throws Exception {
    return screen.shown().stream()
        .filter(node -> node instanceof ComboBox<?> && "Policy".equals(node.getAccessibleText()))
        .map(node -> (ComboBox<PolicyFile>) node)
        .findFirst();
  }

  @Test
  void aDeviceIsReadLookedAfterAndItsMissingStandbyStandsEverywhere() throws Exception {
    screen.command("Start the simulated bench");
    screen.awaitWords("ec25");
    screen.command("Connect ec25");
    screen.awaitWords("Connected");
    screen.keys(KeyCode.CONTROL, KeyCode.DIGIT3);
    policy("bench");
    screen.press("Read the candidates");
    screen.awaitWords("In use: PROD-XX-BENCH");
    screen.awaitWords("no standby is staged");
    assertTrue(
        screen.words().contains("Nothing was decided for this device yet"),
        "reading decides nothing: " + screen.words());
    screen.press("Choose another profile");
    screen.awaitWords("Steady → Steady");
    screen.press("Why");
    screen.awaitWords("No profile may be used instead: PROD-XX-BENCH: it is in use.");
    screen.look("bench-run failover");
    screen.command("Drills");
    screen.awaitWords("Criteria, written before the drill");
    screen.press("Start the drill");
    screen.awaitWords("a hole:");
    screen.awaitWords("no round came to a good payload");
    screen.look("bench-run failover drill");
    screen.command("Coverage");
    screen.awaitWords("Holes that stand as alarms");
    screen.awaitWords("no standby is staged");
    List<Alarm> alarms = opened.data().holes().alarms();
    assertTrue(
        alarms.stream().allMatch(each -> each.id().startsWith("failover/hole/device/")),
        alarms::toString);
    screen.look("bench-run failover coverage");
    assertEquals(List.of(), screen.faults());
  }
}
