package simwright.ui.part;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.StringProperty;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Rectangle;

/// A text with the number of each line beside it, and a mark at the lines that something is wrong
/// with. Tab goes on to the next control: such files hold no tabulators.
public final class LineEditor extends HBox {
  private final TextArea area = new TextArea();
  private final Label numbers = new Label();
  private Set<Integer> marked = Set.of();

  /// An empty text.
  public LineEditor() {
    getStyleClass().add("sw-editor");
    area.getStyleClass().addAll("sw-mono", "sw-editor-text");
    numbers.getStyleClass().addAll("sw-mono", "sw-editor-numbers");
    numbers.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Pane beside = new Pane(numbers);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(beside.widthProperty());
    clip.heightProperty().bind(beside.heightProperty());
    beside.setClip(clip);
    beside.getStyleClass().add("sw-editor-beside");
    beside.minWidthProperty().bind(numbers.widthProperty());
    numbers.translateYProperty().bind(area.scrollTopProperty().negate());
    HBox.setHgrow(area, Priority.ALWAYS);
    area.textProperty().addListener((_, _, _) -> count());
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    getChildren().addAll(beside, area);
    count();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB) {
      boolean unused =
          area.requestFocusTraversal(
              event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      event.consume();
    }
  }

  private void count() {
    String text = area.getText() == null ? "" : area.getText();
    int lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
    int wide = Math.max(3, String.valueOf(lines).length());
    numbers.setText(
        IntStream.rangeClosed(1, lines)
            .mapToObj(line -> numbered(line, wide))
            .collect(Collectors.joining("\n")));
  }

  private String numbered(int line, int wide) {
    return (marked.contains(line) ? "▲" : " ")
        + String.format(java.util.Locale.ROOT, "%" + wide + "d ", line);
  }

  /// Marks these lines, counted from 1.
  public void mark(Set<Integer> lines) {
    marked = Set.copyOf(lines);
    count();
  }

  /// Puts the caret at the begin of a line, counted from 1, and the focus into the text.
  public void go(int line) {
    String text = area.getText();
    int at = 0;
    for (int i = 1; i < line && at >= 0; i++) {
      int next = text.indexOf('\n', at);
      at = next < 0 ? -1 : next + 1;
    }
    int from = at < 0 ? text.length() : at;
    int to = text.indexOf('\n', from);
    area.requestFocus();
    area.selectRange(from, to < 0 ? text.length() : to);
  }

  /// The text.
  public StringProperty textProperty() {
    return area.textProperty();
  }

  /// Whether it is only looked at.
  public void setReadOnly(boolean only) {
    area.setEditable(!only);
  }

  /// What it is, for who hears it.
  public void setWords(String words) {
    area.setAccessibleText(words);
  }
}
