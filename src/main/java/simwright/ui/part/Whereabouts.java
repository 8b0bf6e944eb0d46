package simwright.ui.part;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;
import simwright.ui.fx.Bridge;
import simwright.ui.fx.Desk;

/// Where a person is in a list or table: the chosen row and the row at the top. Both are found
/// again by what tells a row from the others, when the rows are read anew, also while another
/// screen is shown; the chosen one also in the next session. Who stands at the very top stays there
/// and sees what is new. Rows must be set before. Used on the screen's thread.
public final class Whereabouts<T> {
  private static final String CHOSEN = ".chosen";

  private record Top(String key, double offset) {}

  private final Control control;
  private final ObservableList<T> rows;
  private final SelectionModel<T> selection;
  private final IntConsumer scroll;
  private final Function<T, String> key;
  private final boolean always;
  private final Bridge later = Bridge.toScreen();
  private List<T> known;
  private String chosen = "";
  private @Nullable Top pending;
  private boolean finding;

  private Whereabouts(
      Control control,
      ObservableList<T> rows,
      SelectionModel<T> selection,
      IntConsumer scroll,
      Function<T, String> key,
      boolean always) {
    this.control = control;
    this.rows = rows;
    this.selection = selection;
    this.scroll = scroll;
    this.key = key;
    this.always = always;
    this.known = List.copyOf(rows);
  }

  /// Of a list, kept under a name; a row is always chosen, the first where there is no other.
  public static <T> void keep(ListView<T> list, String name, Desk desk, Function<T, String> key) {
    new Whereabouts<>(list, list.getItems(), list.getSelectionModel(), list::scrollTo, key, true)
        .begin(name + CHOSEN, desk);
  }

  /// Of a table, kept under a name.
  public static <T> void keep(TableView<T> table, String name, Desk desk, Function<T, String> key) {
    new Whereabouts<>(
            table, table.getItems(), table.getSelectionModel(), table::scrollTo, key, false)
        .begin(name + CHOSEN, desk);
  }

  private void begin(String name, Desk desk) {
    chosen = desk.recall(name);
    choose();
    selection
        .selectedItemProperty()
        .addListener((_, _, now) -> {
          if (now != null && !finding && same()) {
            chosen = key.apply(now);
            desk.keep(name, chosen);
          }
        });
    rows.addListener((ListChangeListener<T>) this::changed);
    control
        .sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene != null) {
            later.run(this::find);
          }
        });
  }

  /// A choice that comes while the rows are being changed is the control's, not the person's.
  private boolean same() {
    return known.equals(rows);
  }

  private void changed(ListChangeListener.Change<? extends T> change) {
    boolean sorted = true;
    while (change.next()) {
      sorted &= change.wasPermutated();
    }
    if (!sorted && pending == null) {
      pending = top();
    }
    known = List.copyOf(rows);
    choose();
    later.run(this::find);
  }

  /// The cells keep the places of the rows that were until they are laid out again.
  private @Nullable Top top() {
    if (control.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null) {
      int index = flow.getFirstVisibleCell().getIndex();
      double offset = flow.getFirstVisibleCell().getLayoutY();
      boolean atTop = index == 0 && offset >= 0;
      if (!atTop && index >= 0 && index < known.size()) {
        return new Top(key.apply(known.get(index)), offset);
      }
    }
    return null;
  }

  private void find() {
    choose();
    Top top = pending;
    if (top == null || control.getScene() == null) {
      return;
    }
    pending = null;
    int at = index(top.key());
    if (at >= 0) {
      scroll.accept(at);
      if (control.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
        double unused = flow.scrollPixels(-top.offset());
      }
    }
  }

  private void choose() {
    int at = index(chosen);
    if (at >= 0 && at != selection.getSelectedIndex()) {
      select(at);
    } else if (at < 0 && always && selection.getSelectedIndex() < 0 && !rows.isEmpty()) {
      select(0);
    }
  }

  private void select(int at) {
    finding = true;
    selection.clearAndSelect(at);
    finding = false;
    chosen = chosen.isEmpty() ? key.apply(rows.get(at)) : chosen;
  }

  private int index(String wanted) {
    return IntStream.range(0, rows.size())
        .filter(i -> key.apply(rows.get(i)).equals(wanted))
        .findFirst()
        .orElse(-1);
  }
}
