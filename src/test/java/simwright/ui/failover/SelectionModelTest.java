package simwright.ui.failover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.failover.State;
import simwright.time.HandTime;
import simwright.ui.DemoFailover;
import simwright.ui.DemoParts;
import simwright.ui.acceptance.Workbench;
import simwright.ui.failover.SelectionModel.Shown;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;

/// Where a device stands is shown as it is seen while it is looked after, else as the log has it.
class SelectionModelTest {
  private final HandTime time = new HandTime();
  private final DemoParts demo = new DemoParts(time);
  private final DemoFailover source = demo.failover;
  private final Navigation navigation = new Navigation();
  private final Notices notices = new Notices(Bridge.atOnce(), demo);
  private final SelectionModel model =
      new SelectionModel(
          new Workbench(Bridge.atOnce(), Background.atOnce(), time, navigation, notices, demo),
          source);

  @AfterEach
  void close() {
    model.close();
  }

  private Shown shown() {
    return model.shownProperty().get();
  }

  private void choose() {
    navigation.deviceProperty().set("ec25");
    model.refresh();
  }

  @Test
  void nothingIsKnownOfADeviceThatNobodyLookedAfter() {
    choose();
    assertEquals(Optional.empty(), shown().state());
    assertFalse(shown().known());
    source.decide("another", "x.1", "TRAVEL-EU-STANDBY", "switched");
    assertEquals(Optional.empty(), shown().state());
  }

  @Test
  void theLogTellsTheStateAndWhatCameOfTheLastDecision() {
    choose();
    source.decide("ec25", "x.1", "", "");
    assertEquals(Optional.of(State.SUSPECT), shown().state());
    source.decide("ec25", "x.2", "TRAVEL-EU-STANDBY", "switched");
    assertEquals(Optional.of(State.PROVING), shown().state());
    assertEquals("TRAVEL-EU-STANDBY", shown().inUse());
    assertEquals("default", shown().policy());
    assertFalse(shown().watched());
    source.decide("ec25", "x.3", "FALLBACK-WORLD-2027", "refused");
    assertEquals(Optional.of(State.SUSPECT), shown().state(), "nothing was switched");
  }

  @Test
  void whatADrillDecidedIsListedAndIsNotWhereTheDeviceStands() {
    choose();
    source.decide("ec25", "x.1", "", "");
    source.decide("ec25", "drill-1.1", "TRAVEL-EU-STANDBY", "switched");
    assertEquals(Optional.of(State.SUSPECT), shown().state());
    assertEquals(3, shown().entries().size());
  }

  @Test
  void whileItIsLookedAfterWhatIsSeenCounts() {
    choose();
    source.decide("ec25", "x.1", "TRAVEL-EU-STANDBY", "switched");
    source.lose("ec25", true);
    assertEquals(Optional.of(State.SUSPECT), shown().state());
    assertTrue(shown().watched());
    assertEquals("PROD-FR-PARIS-2026", shown().inUse());
    source.lose("ec25", false);
    assertEquals(Optional.of(State.PROVING), shown().state(), "the log's, when it has ended");
    assertEquals(4, shown().looked().orElseThrow().candidates().size());
  }

  @Test
  void whatWasReadGrowsOld() {
    choose();
    source.lose("ec25", false);
    assertEquals("Read just now", model.ageProperty().get());
    time.advance(Duration.ofMinutes(3));
    assertEquals("Read 3 min ago", model.ageProperty().get());
  }

  @Test
  void actsGoToTheChosenDeviceByTheChosenPolicyWhichIsFoundAgain() {
    model.refresh();
    model.watch(Duration.ZERO);
    assertEquals(List.of(), demo.asked, "no device is chosen");
    assertEquals(1, notices.all().size());
    choose();
    model
        .policyProperty()
        .set(
            model.getPolicies().stream()
                .filter(each -> each.policy().name().equals("bench"))
                .findFirst());
    model.watch(Duration.ofMinutes(10));
    model.want("any");
    model.look();
    assertEquals(
        List.of("failover ec25 bench 600 -", "failover ec25 bench 0 any", "look ec25 bench"),
        List.copyOf(demo.asked));
    assertEquals(Map.of("failover.policy", "bench"), demo.kept);
  }
}
