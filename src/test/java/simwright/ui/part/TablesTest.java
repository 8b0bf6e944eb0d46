package simwright.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import simwright.time.HandTime;
import simwright.ui.DemoParts;
import simwright.ui.OnScreen;

class TablesTest {
  private record Row(String name, long count) {}

  private final DemoParts desk = new DemoParts(new HandTime());

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private TableView<Row> table() {
    TableView<Row> table = new TableView<>();
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.column("name", "Name", 100, Row::name),
                Tables.number("count", "Count", 80, Row::count)));
    SortedList<Row> rows =
        new SortedList<>(
            FXCollections.observableArrayList(
                new Row("b \"quoted\", with comma", 9), new Row("a", 10)));
    rows.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(rows);
    Tables.remember(table, "rows", desk, Row::name);
    return table;
  }

  @Test
  void numbersAreSortedByValueAndTheSortingIsFoundAgain() throws Exception {
    TableView<Row> again =
        OnScreen.onFx(() -> {
          TableView<Row> first = table();
          TableColumn<Row, ?> count = first.getColumns().getLast();
          count.setSortType(TableColumn.SortType.DESCENDING);
          first.getSortOrder().add(count);
          first.getSelectionModel().select(0);
          return table();
        });
    assertEquals("count:DESCENDING", desk.kept.get("rows.sort"));
    assertEquals(10, again.getItems().getFirst().count());
    assertEquals("a", again.getSelectionModel().getSelectedItem().name());
  }

  @Test
  void whatIsKeptAboutWidthsIsUsedAndNonsenseIsNot() throws Exception {
    desk.keep("rows.width.name", "240");
    desk.keep("rows.width.count", "very wide");
    TableView<Row> table = OnScreen.onFx(this::table);
    assertEquals(240, table.getColumns().getFirst().getPrefWidth());
    assertTrue(table.getColumns().getLast().getPrefWidth() >= 80);
  }

  @Test
  void commaSeparatedValuesAreQuotedWhereTheyMust() throws Exception {
    assertEquals(
        "Name,Count\n\"b \"\"quoted\"\", with comma\",9\na,10\n",
        OnScreen.onFx(() -> Tables.csv(table())));
  }
}
