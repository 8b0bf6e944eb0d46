package simwright.ui.failover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.failover.State;
import simwright.time.SystemTime;
import simwright.ui.DemoConsole;
import simwright.ui.DemoParts;
import simwright.ui.DemoStatistics;
import simwright.ui.OnScreen;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Theme;

/// The screen of failover as a person works with it.
class FailoverScreenTest {
  private final SystemTime time = new SystemTime();
  private final DemoParts demo = new DemoParts(time);
  private DemoConsole shown;
  private OnScreen screen;

  @AfterEach
  void close() throws Exception {
    shown.close();
    time.close();
  }

  private void open(Theme theme) throws Exception {
    shown = DemoConsole.open(demo, Screen.FAILOVER);
    screen = shown.screen();
    OnScreen.onFx(() -> {
      theme.on(screen.stage().getScene());
      return true;
    });
  }

  private void full(Theme theme) throws Exception {
    demo.devices.set(List.of(demo.connected("ec25", "EC25", true)));
    open(theme);
    OnScreen.onFx(() -> {
      shown.console().navigation().deviceProperty().set("ec25");
      return true;
    });
  }

  private <N> Stream<N> all(Class<N> kind) throws Exception {
    return screen.shown().stream().filter(kind::isInstance).map(kind::cast);
  }

  @Test
  void withoutADeviceTheMachineIsShownAndWhatToDo() throws Exception {
    open(Theme.LIGHT);
    screen.awaitWords("No device is chosen");
    screen.look("failover empty", 1024, 700, 1);
    screen.look("failover empty scaled", 1280, 720, 3);
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void whatIsDrawnAreTheStatesAndWaysOfTheMachine() throws Exception {
    open(Theme.LIGHT);
    screen.awaitWords("No device is chosen");
    MachinePicture picture = all(MachinePicture.class).findFirst().orElseThrow();
    Map<State, List<State>> ways =
        Stream.of(State.values())
            .collect(Collectors.toMap(Function.identity(), each -> List.copyOf(each.ways())));
    assertEquals(ways, picture.drawn());
  }

  @Test
  void theStateIsLitAndChangesWithTheSelection() throws Exception {
    full(Theme.LIGHT);
    screen.awaitWords("Nothing was decided for this device yet");
    screen.look("failover nothing", 1024, 700, 1);
    demo.failover.decide("ec25", "x.1", "TRAVEL-EU-STANDBY", "switched");
    screen.awaitWords("Proving: the new profile has to prove itself");
    demo.failover.lose("ec25", true);
    screen.awaitWords("Suspect: trouble is watched");
    screen.awaitWords("Next: TRAVEL-EU-STANDBY");
    screen.awaitWords("Refused: PROD-US-CHICAGO-2026");
    screen.look("failover full", 1024, 700, 1);
    screen.look("failover full tall", 1024, 1700, 1);
    screen.look("failover full scaled", 1280, 720, 3);
    OnScreen.onFx(() -> {
      Theme.DARK.on(screen.stage().getScene());
      return true;
    });
    screen.look("failover full dark", 1280, 1500, 1);
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void aDecisionOpensItsExplanation() throws Exception {
    full(Theme.DARK);
    demo.failover.decide("ec25", "x.1", "TRAVEL-EU-STANDBY", "switched");
    screen.awaitWords("TRAVEL-EU-STANDBY, by regional");
    screen.press("Why");
    screen.awaitWords("What came of it: The chosen profile is in use");
    screen.look("failover why dark", 1024, 1000, 1);
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void aCandidateIsSwitchedToByHand() throws Exception {
    full(Theme.LIGHT);
    demo.failover.lose("ec25", false);
    screen.awaitWords("Next: TRAVEL-EU-STANDBY");
    Button use =
        all(Button.class)
            .filter(each -> each.getAccessibleText() != null)
            .filter(each -> each.getAccessibleText().equals("Switch to TRAVEL-EU-STANDBY"))
            .findFirst()
            .orElseThrow();
    OnScreen.onFx(() -> {
      use.fire();
      return true;
    });
    assertTrue(
        demo.asked.contains("failover ec25 default 0 89990000000000001002"), demo.asked::toString);
    screen.press("Look now");
    assertTrue(demo.asked.contains("failover ec25 default 0 -"), demo.asked::toString);
  }

  @Test
  void aPolicyIsInspectedAndTriedOnATrace() throws Exception {
    full(Theme.LIGHT);
    screen.command("Policies");
    screen.awaitWords("Nothing in it is wrong or doubtful");
    screen.look("failover policies", 1024, 700, 1);
    screen.press("Simulate");
    screen.awaitWords("0 flaps");
    screen.look("failover simulated", 1024, 1400, 1);
    OnScreen.onFx(() -> {
      Theme.DARK.on(screen.stage().getScene());
      return true;
    });
    screen.look("failover simulated dark", 1280, 800, 1);
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void aDrillHasItsCriteriaBeforeItIsRunAndItsFiguresAfterwards() throws Exception {
    full(Theme.LIGHT);
    screen.command("Drills");
    screen.awaitWords("Criteria, written before the drill");
    screen.awaitWords("payload ≤ 180 s");
    screen.awaitWords("No drill was run yet");
    screen.look("failover drills none", 1024, 1000, 1);
    demo.drills.fill();
    screen.keys(KeyCode.F5);
    screen.awaitWords("first good payload (n = 30): p50");
    screen.awaitWords("Median time to the first good payload, 2 runs");
    screen.look("failover drills", 1024, 1700, 1);
    screen.look("failover drills scaled", 1280, 720, 3);
    demo.drills.running("local-outage", 4);
    screen.awaitWords("no p95 below 20 rounds");
    screen.awaitWords("24 of 180 steps");
    assertTrue(screen.words().contains("Under way on ec25 · SIMULATED"), screen.words()::toString);
    assertFalse(screen.words().contains("state restored"), "nobody knows yet");
    OnScreen.onFx(() -> {
      Theme.DARK.on(screen.stage().getScene());
      return true;
    });
    screen.look("failover drill running dark", 1280, 1500, 1);
    screen.press("Cancel the drill");
    screen.await("cancelled", () -> demo.asked.contains("cancel live"));
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void holesStandAsAlarmsAndAreAcknowledged() throws Exception {
    full(Theme.LIGHT);
    screen.command("Coverage");
    screen.awaitWords("No profile is for a region yet");
    screen.look("failover coverage empty", 1024, 700, 1);
    demo.tests.statistics = DemoStatistics.SOME;
    demo.holes.fill();
    screen.awaitWords("no profile for BR is on a card; in the catalog waits 1");
    screen.awaitWords("ec25: in EU no standby is staged");
    screen.look("failover coverage", 1024, 900, 1);
    screen.press("Acknowledge");
    screen.await(
        "acknowledged", () -> demo.asked.contains("acknowledge failover/hole/region/BR/viable"));
    screen.awaitWords("; seen ");
    OnScreen.onFx(() -> {
      Theme.DARK.on(screen.stage().getScene());
      return true;
    });
    screen.look("failover coverage dark", 1280, 900, 1);
    assertEquals(List.of(), screen.faults());
  }
}
