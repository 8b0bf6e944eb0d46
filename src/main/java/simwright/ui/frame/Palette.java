package simwright.ui.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The command palette: every action by its words; all words typed must occur, in any order.
public final class Palette {
  private final Supplier<List<Action>> source;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<Action> found = FXCollections.observableArrayList();

  /// A palette over what `source` offers when it is opened.
  public Palette(Supplier<List<Action>> source) {
    this.source = source;
    query.addListener((_, _, _) -> search());
  }

  /// Begins afresh.
  public void open() {
    query.set("");
    search();
  }

  /// What was typed.
  public String getQuery() {
    return query.get();
  }

  /// What was typed.
  public StringProperty queryProperty() {
    return query;
  }

  /// The actions that match.
  public ObservableList<Action> found() {
    return found;
  }

  private void search() {
    List<String> words =
        Arrays.stream(query.get().toLowerCase(Locale.ROOT).strip().split("\\s+")).toList();
    found.setAll(
        source.get().stream()
            .filter(action -> {
              String text = action.words().toLowerCase(Locale.ROOT);
              return words.stream().allMatch(text::contains);
            })
            .toList());
  }
}
