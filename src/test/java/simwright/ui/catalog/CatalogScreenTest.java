package simwright.ui.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.time.SystemTime;
import simwright.ui.DemoConsole;
import simwright.ui.DemoParts;
import simwright.ui.DemoStatistics;
import simwright.ui.OnScreen;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Theme;

/// The catalog as a person works with it.
class CatalogScreenTest {
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
    shown = DemoConsole.open(demo, Screen.CATALOG);
    screen = shown.screen();
    OnScreen.onFx(() -> {
      theme.on(screen.stage().getScene());
      return true;
    });
  }

  private void full(Theme theme) throws Exception {
    demo.tests.statistics = DemoStatistics.SOME;
    demo.devices.set(List.of(demo.connected("ec25", "EC25", true)));
    open(theme);
    screen.await("five profiles", () -> table().getItems().size() == 5);
  }

  private <N> Stream<N> all(Class<N> kind) throws Exception {
    return screen.shown().stream().filter(kind::isInstance).map(kind::cast);
  }

  private TableView<?> table() throws Exception {
    return all(TableView.class).findFirst().orElseThrow();
  }

  @Test
  void anEmptyCatalogSaysHowItIsFilled() throws Exception {
    open(Theme.LIGHT);
    screen.awaitWords("The catalog is empty");
    screen.look("catalog empty", 1024, 700, 1);
    screen.look("catalog empty scaled", 1280, 720, 3);
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void aNameIsCheckedAsOneTypesAndTheFixIsOneClick() throws Exception {
    full(Theme.DARK);
    OnScreen.onFx(() -> {
      table().getSelectionModel().select(1);
      return true;
    });
    screen.awaitWords("Use PROD-FR-LYON-2026");
    screen.awaitWords("1 odd");
    screen.look("catalog name dark", 1024, 700, 1);
    screen.press("Use PROD-FR-LYON-2026");
    screen.awaitWords("Follows the grammar");
    screen.press("Rename");
    screen.await("renamed", () -> demo.asked.contains("rename PROD-FR-LYON-2026"));
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void theFilterNarrowsTheTable() throws Exception {
    full(Theme.LIGHT);
    screen.look("catalog full", 1280, 800, 1);
    OnScreen.onFx(() -> {
      all(TextField.class)
          .filter(each -> each.getPromptText().startsWith("Words"))
          .findFirst()
          .orElseThrow()
          .setText("region:EU");
      return true;
    });
    screen.await("one profile", () -> table().getItems().size() == 1);
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void holesOfTheCoverageStandFirst() throws Exception {
    full(Theme.LIGHT);
    screen.command("Coverage");
    screen.awaitWords("too few");
    screen.look("catalog coverage", 1024, 700, 1);
    OnScreen.onFx(() -> {
      Theme.DARK.on(screen.stage().getScene());
      return true;
    });
    screen.look("catalog coverage dark", 1280, 800, 1);
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void ownOperatorsStandFirstAndAContractThatEndsIsMarked() throws Exception {
    full(Theme.LIGHT);
    screen.command("Operators");
    screen.awaitWords("until 2026-07-01");
    screen.awaitWords("no end told");
    screen.look("catalog operators", 1024, 700, 1);
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void eachDifferenceHasOneAction() throws Exception {
    full(Theme.LIGHT);
    OnScreen.onFx(() -> {
      shown.console().navigation().deviceProperty().set("ec25");
      return true;
    });
    screen.command("Compare with the card");
    screen.awaitWords("Add to catalog");
    screen.look("catalog reconcile", 1024, 700, 1);
    screen.press("Follow the card");
    screen.await("mended", () -> demo.asked.contains("mend gone"));
    assertTrue(screen.words().stream().anyMatch(each -> each.contains("Add to catalog")));
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void whatIsMissingOfARevocationIsToldByName() throws Exception {
    full(Theme.LIGHT);
    OnScreen.onFx(() -> {
      shown.console().navigation().deviceProperty().set("ec25");
      table().getSelectionModel().select(0);
      return true;
    });
    screen.awaitWords("More");
    screen.look("catalog alive", 1024, 700, 1);
    OnScreen.onFx(() -> {
      all(MenuButton.class)
          .filter(each -> each.getText().equals("More"))
          .findFirst()
          .orElseThrow()
          .getItems()
          .getFirst()
          .fire();
      return true;
    });
    screen.await("retired", () -> demo.asked.stream().anyMatch(each -> each.startsWith("retire ")));
    screen.await("read again", () -> table().getItems().size() == 5);
    OnScreen.onFx(() -> {
      table().getSelectionModel().clearSelection();
      table().getSelectionModel().select(0);
      return true;
    });
    screen.awaitWords("Revocation incomplete");
    screen.awaitWords("Missing: the operator's receipt that the line is suspended");
    screen.awaitWords("Missing: the delete notification taken by its server");
    screen.look("catalog retire", 1024, 700, 1);
    OnScreen.onFx(() -> {
      Theme.DARK.on(screen.stage().getScene());
      return true;
    });
    screen.look("catalog retire dark", 1280, 800, 1);
    screen.press("Write the ticket");
    screen.await("ticket", () -> demo.asked.stream().anyMatch(each -> each.startsWith("ticket ")));
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void aPlanThatWasNotChosenMigratesNothing() throws Exception {
    full(Theme.LIGHT);
    screen.command("Migrate");
    screen.awaitWords("No plan was chosen yet.");
    assertTrue(screen.button("Migrate on the device").isDisabled());
    screen.look("catalog migrate empty", 1024, 700, 1);
    assertEquals(List.of(), screen.faults());
  }
}
