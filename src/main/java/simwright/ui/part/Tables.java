package simwright.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import simwright.document.Csv;
import simwright.ui.fx.Desk;

/// What every table does: columns of text, widths, sorting and selection remembered, copied and
/// exported as it stands.
public final class Tables {
  private static final double HEAD_SIZE = 14;
  private static final double HEAD_PADDING = 28;
  private static final double HEAD_MOST = 100;
  private static final String WIDTH = ".width.";
  private static final String SORT = ".sort";

  private Tables() {}

  /// A column of text under a name; `id` names it among what is remembered.
  public static <T> TableColumn<T, String> column(
      String id, String name, double width, Function<T, String> text) {
    TableColumn<T, String> column = headed(id, name, width);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    column.setCellFactory(_ -> new Told<>());
    return column;
  }

  /// The head is wide enough for its name, and whole in the tooltip where the name is very long.
  private static <T, V> TableColumn<T, V> headed(String id, String name, double width) {
    TableColumn<T, V> column = new TableColumn<>();
    Label head = new Label(name);
    head.setTooltip(new Tooltip(name));
    Text measure = new Text(name);
    measure.setFont(Font.font(null, FontWeight.BOLD, HEAD_SIZE));
    double needed = measure.getLayoutBounds().getWidth() + HEAD_PADDING;
    column.setId(id);
    column.setUserData(name);
    column.setGraphic(head);
    column.setPrefWidth(Math.max(width, needed));
    column.setMinWidth(Math.min(needed, HEAD_MOST));
    return column;
  }

  /// A column of whole numbers, right-aligned and sorted by value.
  public static <T> TableColumn<T, Long> number(
      String id, String name, double width, ToLongFunction<T> value) {
    TableColumn<T, Long> column = headed(id, name, width);
    column.getStyleClass().add("sw-number");
    column.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(value.applyAsLong(cell.getValue())));
    return column;
  }

  /// What does not fit its cell is whole in the tooltip.
  private static final class Told<T> extends TableCell<T, String> {
    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      boolean none = empty || text == null || text.isEmpty();
      setText(none ? null : text);
      whole.setText(none ? "" : text);
      setTooltip(none ? null : whole);
    }
  }

  /// Widths, sorting and the chosen row as they were in the last session; Ctrl C copies the table
  /// as it stands. `key` tells a row from the others.
  public static <T> void remember(
      TableView<T> table, String name, Desk desk, Function<T, String> key) {
    for (TableColumn<T, ?> column : table.getColumns()) {
      String width = desk.recall(name + WIDTH + column.getId());
      if (width.matches("[0-9]{2,4}")) {
        column.setPrefWidth(Double.parseDouble(width));
      }
      column
          .widthProperty()
          .addListener((_, _, now) ->
              desk.keep(name + WIDTH + column.getId(), String.valueOf(now.intValue())));
    }
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    sort(table, desk.recall(name + SORT));
    table
        .getSortOrder()
        .addListener(
            (ListChangeListener<TableColumn<T, ?>>) _ -> desk.keep(name + SORT, sorting(table)));
    table
        .getColumns()
        .forEach(column ->
            column
                .sortTypeProperty()
                .addListener((_, _, _) -> desk.keep(name + SORT, sorting(table))));
    Whereabouts.keep(table, name, desk, key);
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy(table);
            event.consume();
          }
        });
  }

  /// The table as it stands into the clipboard, as text with tabulators.
  public static void copy(TableView<?> table) {
    Copied.text(lines(table, (row, cell) -> row + "\t" + cell, Function.identity()));
  }

  /// The table as it stands, as comma-separated values.
  public static String csv(TableView<?> table) {
    return lines(table, (row, cell) -> row + "," + cell, Csv::cell);
  }

  private static String lines(
      TableView<?> table, BinaryOperator<String> join, Function<String, String> form) {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            table.getVisibleLeafColumns().stream().map(each -> String.valueOf(each.getUserData())),
            join,
            form));
    IntStream.range(0, table.getItems().size())
        .forEach(row ->
            lines.add(
                line(
                    table.getVisibleLeafColumns().stream()
                        .map(column -> String.valueOf(column.getCellData(row))),
                    join,
                    form)));
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(
      java.util.stream.Stream<String> cells,
      BinaryOperator<String> join,
      Function<String, String> form) {
    return cells.map(form).reduce(join).orElse("");
  }

  private static String sorting(TableView<?> table) {
    return table.getSortOrder().stream()
        .map(column -> column.getId() + ":" + column.getSortType())
        .collect(Collectors.joining(" "));
  }

  private static <T> void sort(TableView<T> table, String sorting) {
    for (String part : sorting.split(" ")) {
      String[] each = part.split(":");
      table.getColumns().stream()
          .filter(column -> each.length == 2 && each[0].equals(column.getId()))
          .forEach(column -> {
            column.setSortType(
                each[1].equals("DESCENDING")
                    ? TableColumn.SortType.DESCENDING
                    : TableColumn.SortType.ASCENDING);
            table.getSortOrder().add(column);
          });
    }
  }
}
