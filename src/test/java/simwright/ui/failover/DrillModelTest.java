package simwright.ui.failover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.acceptance.plan.Plan;
import simwright.time.HandTime;
import simwright.ui.DemoParts;
import simwright.ui.acceptance.Workbench;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;
import simwright.ui.part.Histogram;

/// A drill is chosen, with its variant under load, and run as the command line runs it.
class DrillModelTest {
  private final HandTime time = new HandTime();
  private final DemoParts demo = new DemoParts(time);
  private final Navigation navigation = new Navigation();
  private final Notices notices = new Notices(Bridge.atOnce(), demo);
  private final DrillModel model =
      new DrillModel(
          new Workbench(Bridge.atOnce(), Background.atOnce(), time, navigation, notices, demo),
          demo.drills);

  @AfterEach
  void close() {
    model.close();
  }

  private Plan plan() {
    return model.plan().orElseThrow();
  }

  private void choose(String name) {
    model
        .chosenProperty()
        .set(model.getDrills().stream().filter(each -> each.name().equals(name)).findFirst());
  }

  @Test
  void underLoadIsAVariantAndNoDrillOfItsOwnInTheList() {
    model.refresh();
    List<String> names = model.getDrills().stream().map(Plan::name).toList();
    assertTrue(names.contains("local-outage"), names.toString());
    assertFalse(names.contains("local-outage-under-load"), names.toString());
    choose("local-outage");
    assertEquals("local-outage", plan().name());
    model.loadProperty().set(true);
    assertEquals("local-outage-under-load", plan().name());
    Optional<Plan> without =
        model.getDrills().stream()
            .filter(each ->
                demo.drills.drills().stream()
                    .noneMatch(other -> other.name().equals(each.name() + "-under-load")))
            .findFirst();
    choose(without.orElseThrow().name());
    assertFalse(model.loadProperty().get());
    assertEquals(without.get().name(), plan().name());
  }

  @Test
  void aDrillIsStartedOnTheChosenDeviceWithItsRounds() {
    model.refresh();
    choose("local-outage");
    model.start();
    assertEquals(List.of(), demo.asked);
    assertEquals(1, notices.all().size(), "a device has to be chosen");
    navigation.deviceProperty().set("ec25");
    model.loadProperty().set(true);
    model.timesProperty().set(30);
    model.start();
    assertEquals(List.of("drill local-outage-under-load ec25 30"), List.copyOf(demo.asked));
  }

  @Test
  void theRunUnderWayOnTheChosenDeviceCanBeStopped() {
    model.refresh();
    navigation.deviceProperty().set("another");
    demo.drills.running("local-outage", 4);
    assertEquals(Optional.empty(), model.runningProperty().get());
    navigation.deviceProperty().set("ec25");
    assertEquals("live", model.runningProperty().get().orElseThrow().run().id());
    model.cancel();
    assertTrue(demo.asked.contains("cancel live"), demo.asked::toString);
    demo.drills.live.set(List.of());
    assertEquals(Optional.empty(), model.runningProperty().get());
  }

  @Test
  void formerRunsAreThoseOfTheChosenVariant() {
    var unused = demo.drills.ran("local-outage", 3, 0);
    var alsoUnused = demo.drills.ran("local-outage-under-load", 4, 0);
    model.refresh();
    choose("local-outage");
    assertEquals(1, model.getFormer().size());
    assertEquals(3, DrillFigures.times(model.getFormer().getFirst()).size());
    model.loadProperty().set(true);
    assertEquals(4, DrillFigures.times(model.getFormer().getFirst()).size());
  }

  @Test
  void theCriteriaAreThoseOfThePlan() {
    model.refresh();
    choose("local-outage");
    Criteria criteria = new Criteria(plan());
    assertEquals(
        List.of(90.0, 150.0, 180.0), criteria.lines().stream().map(Histogram.Line::at).toList());
    assertEquals(Optional.of(90.0), criteria.median().most());
    assertEquals(
        plan().limits().limits().size(), criteria.words().size(), criteria.words().toString());
    assertTrue(
        criteria.words().stream().anyMatch(each -> each.endsWith("payload ≤ 180 s")),
        criteria.words().toString());
  }
}
