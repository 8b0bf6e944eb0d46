package simwright.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import simwright.time.HandTime;
import simwright.ui.DemoParts;
import simwright.ui.OnScreen;

class WhereaboutsTest {
  private final DemoParts desk = new DemoParts(new HandTime());
  private final ObservableList<String> rows = FXCollections.observableArrayList(numbers(0, 500));
  private final StackPane frame = new StackPane();
  private ListView<String> list;
  private OnScreen screen;

  /// From the newest to the oldest.
  private static List<String> numbers(int from, int to) {
    return IntStream.range(from, to).map(i -> from + to - 1 - i).mapToObj(i -> "row " + i).toList();
  }

  @BeforeEach
  void open() throws Exception {
    screen =
        OnScreen.open(
            () -> {
              list = list();
              frame.getChildren().setAll(list);
              return frame;
            },
            400,
            300);
    screen.await("the list is drawn", () -> top().equals("row 499"));
  }

  @AfterEach
  void close() throws Exception {
    FxToolkit.cleanupStages();
  }

  private ListView<String> list() {
    ListView<String> made = new ListView<>(rows);
    made.setFixedCellSize(24);
    Whereabouts.keep(made, "rows", desk, row -> row);
    return made;
  }

  private String top() throws Exception {
    return OnScreen.onFx(() ->
        list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
            ? String.valueOf(flow.getFirstVisibleCell().getItem())
            : "");
  }

  private String chosen() throws Exception {
    return OnScreen.onFx(() -> list.getSelectionModel().getSelectedItem());
  }

  private void change(Runnable act) throws Exception {
    OnScreen.onFx(() -> {
      act.run();
      return true;
    });
  }

  private void scrollAndChoose() throws Exception {
    change(() -> list.getSelectionModel().clearAndSelect(203));
    // a list that is not laid out yet scrolls to about there
    screen.await(
        "the list is scrolled",
        () -> {
          change(() -> list.scrollTo(200));
          return top().equals("row 299");
        });
    assertEquals("row 296", chosen());
  }

  @Test
  void theRowAtTheTopAndTheChosenOneStayWhenRowsAreReadAnew() throws Exception {
    scrollAndChoose();
    change(() -> rows.setAll(numbers(0, 550)));
    screen.await("row 299 is at the top", () -> top().equals("row 299"));
    assertEquals("row 296", chosen());
  }

  @Test
  void theyAreFoundAgainWhenAnotherScreenWasShownMeanwhile() throws Exception {
    scrollAndChoose();
    change(() -> frame.getChildren().clear());
    change(() -> rows.setAll(numbers(0, 600)));
    change(() -> frame.getChildren().setAll(list));
    screen.await("row 299 is at the top", () -> top().equals("row 299"));
    assertEquals("row 296", chosen());
  }

  @Test
  void whoStandsAtTheTopSeesWhatIsNew() throws Exception {
    assertEquals("row 499", chosen());
    change(() -> rows.setAll(numbers(0, 501)));
    screen.await("the newest row is shown", () -> top().equals("row 500"));
    assertEquals("row 499", chosen());
  }

  @Test
  void theChosenRowIsFoundAgainInTheNextSession() throws Exception {
    scrollAndChoose();
    assertEquals("row 296", desk.kept.get("rows.chosen"));
    ListView<String> next = OnScreen.onFx(this::list);
    assertEquals("row 296", OnScreen.onFx(() -> next.getSelectionModel().getSelectedItem()));
  }

  @Test
  void aChoiceIsNotForgottenWhenItsRowIsAwayForAWhile() throws Exception {
    scrollAndChoose();
    change(() -> rows.setAll(numbers(400, 500)));
    change(() -> rows.setAll(numbers(0, 500)));
    screen.await("the row is chosen again", () -> "row 296".equals(chosen()));
    assertEquals("row 296", desk.kept.get("rows.chosen"));
  }

  @Test
  void aTableWhoseRowsComeLateFindsItsChoice() throws Exception {
    desk.keep("late.chosen", "row 7");
    ObservableList<String> late = FXCollections.observableArrayList();
    TableView<String> table =
        OnScreen.onFx(() -> {
          TableView<String> made = new TableView<>(late);
          made.getColumns().add(Tables.column("name", "Name", 100, row -> row));
          Whereabouts.keep(made, "late", desk, row -> row);
          late.setAll(numbers(0, 10));
          return made;
        });
    assertEquals("row 7", OnScreen.onFx(() -> table.getSelectionModel().getSelectedItem()));
  }
}
