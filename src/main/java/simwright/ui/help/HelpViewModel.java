package simwright.ui.help;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.ui.frame.Screen;

/// What the help shows: runbook entries that match what was typed or pasted.
public final class HelpViewModel {
  private static final int MOST = 200;

  private final HelpSource source;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<HelpSource.Entry> found = FXCollections.observableArrayList();

  /// Searches as one types.
  public HelpViewModel(HelpSource source) {
    this.source = source;
    query.addListener((_, _, _) -> search());
    search();
  }

  /// Searches again; where the same is found, the place in the list stays.
  public void search() {
    List<HelpSource.Entry> now = source.search(query.get().strip()).stream().limit(MOST).toList();
    if (!now.equals(found)) {
      found.setAll(now);
    }
  }

  /// The keys of every screen.
  public List<HelpSource.Term> keys() {
    return Stream.of(Screen.values())
        .map(screen -> new HelpSource.Term(screen.word(), screen.keys()))
        .collect(Collectors.toList());
  }

  /// The glossary.
  public List<HelpSource.Term> glossary() {
    return source.glossary();
  }

  /// What this program is made of.
  public List<HelpSource.Term> about() {
    return source.about();
  }

  /// The same as lines, to be pasted into a message.
  public String aboutLines() {
    return About.lines(about());
  }

  /// What was typed.
  public String getQuery() {
    return query.get();
  }

  /// What was typed.
  public StringProperty queryProperty() {
    return query;
  }

  /// The entries found.
  public ObservableList<HelpSource.Entry> getFound() {
    return found;
  }
}
