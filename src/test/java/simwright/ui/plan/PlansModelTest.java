package simwright.ui.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simwright.job.PlanFiles.PlanText;
import simwright.time.HandTime;
import simwright.ui.DemoParts;
import simwright.ui.DemoPlans;
import simwright.ui.Lane;
import simwright.ui.acceptance.Workbench;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Background;
import simwright.ui.part.State;

class PlansModelTest {
  private final HandTime time = new HandTime();
  private final DemoParts demo = new DemoParts(time);
  private final Lane lane = new Lane();
  private final AtomicInteger saved = new AtomicInteger();
  private final Notices notices = new Notices(lane.bridge(), demo);
  private PlansModel model;

  @BeforeEach
  void open() throws Exception {
    Workbench bench =
        new Workbench(lane.bridge(), Background.atOnce(), time, new Navigation(), notices, demo);
    model = lane.get(() -> new PlansModel(bench, new DemoPlans(demo), saved::incrementAndGet));
  }

  @AfterEach
  void close() {
    lane.close();
  }

  private void choose(String name) throws Exception {
    PlanText plan =
        model.getPlans().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    lane.run(() -> model.chosenProperty().set(plan));
  }

  private DryRun dry() throws Exception {
    return lane.get(() -> model.dryProperty().get().orElseThrow());
  }

  @Test
  void whatShipsIsLookedAtAndNotSaved() throws Exception {
    choose("first-boot");
    assertFalse(model.isOwn());
    assertEquals(State.PASS, model.getState());
    lane.run(() -> model.textProperty().set(model.textProperty().get() + "\n"));
    assertFalse(model.isSavable());
    lane.run(model::save);
    assertTrue(demo.asked.stream().noneMatch(act -> act.startsWith("save plan")));
  }

  @Test
  void aCopyIsAPersonsOwnUnderANameThatIsFreeWithItsOwnLimits() throws Exception {
    choose("first-boot");
    lane.run(model::copy);
    assertTrue(model.isOwn());
    assertTrue(model.textProperty().get().contains("\nname: first-boot-own\n"));
    assertTrue(model.textProperty().get().contains("\nlimits: first-boot-own\n"));
    assertTrue(model.limitsProperty().get().startsWith("name: first-boot-own\n"));
    assertEquals(List.of(), model.getFindings());
    assertTrue(model.isSavable());
    lane.run(model::save);
    lane.until(() -> saved.get() == 1);
    assertFalse(model.isSavable());
    assertEquals("first-boot-own", model.chosenProperty().get().name());
  }

  @Test
  void whatIsTypedIsCheckedAtOnceAndWhatIsWrongHasItsLine() throws Exception {
    choose("first-boot");
    lane.run(model::copy);
    String good = model.textProperty().get();
    lane.run(() -> model.textProperty().set(good.replace("kind: ping", "kind: pong")));
    assertEquals(State.FAIL, model.getState());
    assertFalse(model.isSavable());
    int line = model.getFindings().getFirst().line();
    assertTrue(good.lines().toList().get(line - 1).contains("kind: ping"));
    lane.run(() -> model.textProperty().set(good));
    assertEquals(State.PASS, model.getState());
  }

  @Test
  void aDryRunSaysWhatIsChangedAndMarksWhatCannotBeUndone() throws Exception {
    choose("first-boot");
    assertEquals("It changes nothing on the device.", dry().about().get(2));
    choose("provisioning");
    assertTrue(dry().changes().stream().anyMatch(line -> line.weight().contains("order")));
    assertTrue(
        dry().changes().stream()
            .filter(line -> line.weight().equals("Cannot be undone"))
            .allMatch(line -> line.state() == State.ERROR));
    assertTrue(dry().about().get(3).startsWith("It may use up 1 orders"), dry().about()::toString);
    assertTrue(dry().derived().getFirst().startsWith("GSMA SGP.23"));
  }
}
