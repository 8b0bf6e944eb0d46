package simwright.ui.terminal;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import simwright.transcript.Direction;

/// One line of the terminal: time, direction, text, and what an answer means.
final class RowCell extends ListCell<Row> {
  private final Function<Row, String> explain;
  private final Label time = new Label();
  private final Label mark = new Label();
  private final Label text = new Label();
  private final Label words = new Label();
  private final Tooltip whole = new Tooltip();
  private final HBox box = new HBox(time, mark, text, words);

  RowCell(Function<Row, String> explain) {
    this.explain = explain;
    box.getStyleClass().add("sw-line");
    time.getStyleClass().add("sw-line-time");
    words.getStyleClass().add("sw-line-words");
    text.setMaxWidth(Double.MAX_VALUE);
    mark.setMinWidth(USE_PREF_SIZE);
    time.setMinWidth(104);
    text.setMinWidth(0);
    words.setMinWidth(0);
    whole.setWrapText(true);
    whole.setMaxWidth(640);
    HBox.setHgrow(text, Priority.ALWAYS);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    String style = style(row.direction());
    time.setText(row.time());
    show(mark, String.valueOf(row.direction().mark()), style);
    show(text, row.text(), style);
    String meaning = explain.apply(row);
    words.setText(meaning);
    whole.setText(meaning.isEmpty() ? row.text() : row.text() + "\n" + meaning);
    setTooltip(whole);
    setAccessibleText(row.directionWord() + " " + row.text() + " " + meaning);
    setGraphic(box);
  }

  private static void show(Label label, String shown, String style) {
    label.setText(shown);
    label.getStyleClass().setAll("label", style);
  }

  private static String style(Direction direction) {
    return switch (direction) {
      case SENT -> "sw-line-sent";
      case RECEIVED -> "sw-line-received";
      case NOTE -> "sw-line-note";
    };
  }
}
