package simwright.ui.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.time.SystemTime;
import simwright.ui.DemoLifecycle;
import simwright.ui.DemoParts;
import simwright.ui.OnScreen;
import simwright.ui.acceptance.Workbench;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;
import simwright.ui.fx.Fxml;
import simwright.ui.fx.Theme;

/// A migration plan on screen: how far each profile is, what failed, what would be done next.
class MigrateViewTest {
  private final SystemTime time = new SystemTime();
  private final DemoParts demo = new DemoParts(time);
  private final Navigation navigation = new Navigation();
  private int changed;

  @AfterEach
  void close() {
    time.close();
  }

  private LifecycleModel model() {
    return new LifecycleModel(
        new Workbench(
            Bridge.atOnce(),
            Background.atOnce(),
            time,
            navigation,
            new Notices(Bridge.atOnce(), demo),
            demo),
        new DemoLifecycle(demo),
        () -> changed++);
  }

  @Test
  void eachProfileTellsWhereItIsAndWhatComesNext() throws Exception {
    LifecycleModel model = model();
    OnScreen screen =
        OnScreen.open(() -> Fxml.load("parts/migrate", new MigrateView(model)), 1024, 500);
    OnScreen.onFx(() -> {
      model.choose(Path.of("paris.yaml"));
      return true;
    });
    screen.awaitWords("paris-2027: 1 of 3 profiles are migrated.");
    screen.awaitWords("it went back to the last stable profile");
    screen.awaitWords("has the old version and no order in the plan");
    screen.look("catalog migrate", 1024, 500, 1);
    OnScreen.onFx(() -> {
      Theme.DARK.on(screen.stage().getScene());
      model.migrate();
      return true;
    });
    assertEquals("Choose a device above first.", model.standingProperty().get());
    OnScreen.onFx(() -> {
      navigation.deviceProperty().set("sim:ec25");
      model.migrate();
      return true;
    });
    screen.await("migrated", () -> demo.asked.contains("migrate paris.yaml sim:ec25"));
    screen.look("catalog migrate dark", 1024, 500, 1);
    assertTrue(screen.faults().isEmpty());
  }
}
