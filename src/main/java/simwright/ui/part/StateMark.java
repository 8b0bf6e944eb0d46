package simwright.ui.part;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A state as shape, word and colour; the words may say more than the state's own word.
public final class StateMark extends Label {
  private final ObjectProperty<State> state = new SimpleObjectProperty<>(this, "state", State.IDLE);
  private final StringProperty words = new SimpleStringProperty(this, "words", "");

  /// A mark that says "not run".
  public StateMark() {
    getStyleClass().add("sw-state");
    Region shape = new Region();
    shape.getStyleClass().add("sw-shape");
    setGraphic(shape);
    state.addListener((_, before, _) -> show(before));
    words.addListener((_, _, _) -> show(state.get()));
    show(State.IDLE);
  }

  /// A mark of a state with words of its own.
  public StateMark(State state, String words) {
    this();
    setState(state);
    setWords(words);
  }

  private void show(State before) {
    State now = state.get();
    getStyleClass().remove(before.styleClass());
    if (!getStyleClass().contains(now.styleClass())) {
      getStyleClass().add(now.styleClass());
    }
    setText(words.get().isEmpty() ? now.word() : words.get());
    setAccessibleText(words.get().isEmpty() ? now.word() : now.word() + ": " + words.get());
  }

  /// The state shown.
  public State getState() {
    return state.get();
  }

  /// Shows a state.
  public void setState(State next) {
    state.set(next);
  }

  /// The state shown.
  public ObjectProperty<State> stateProperty() {
    return state;
  }

  /// The words shown beside the shape; "" for the state's own word.
  public String getWords() {
    return words.get();
  }

  /// Shows words beside the shape.
  public void setWords(String next) {
    words.set(next);
  }

  /// The words shown beside the shape.
  public StringProperty wordsProperty() {
    return words;
  }
}
