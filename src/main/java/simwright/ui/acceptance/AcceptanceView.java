package simwright.ui.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import simwright.ui.frame.Action;
import simwright.ui.fx.Fxml;
import simwright.ui.fx.Text;

/// The test lab: the bench with its slots, and beside it what other parts put into tabs.
public final class AcceptanceView {
  private final SlotsView slots;
  private final List<Part> parts;
  private final Runnable read;

  @FXML private TabPane tabs;

  /// A tab: its words, its tree, what F5 does there, what Esc closes (false where nothing is open),
  /// and what it adds to the palette.
  public record Part(
      String words,
      Supplier<Parent> root,
      Runnable refresh,
      BooleanSupplier escape,
      Supplier<List<Action>> actions) {}

  /// The bench first, then these parts, each made when it is first shown.
  public AcceptanceView(AcceptanceViewModel viewModel, List<Part> parts) {
    this.slots =
        new SlotsView(viewModel, new RunView(viewModel.getRun(), Text.of("acceptance.empty")));
    this.parts = parts;
    this.read = viewModel::refresh;
  }

  @FXML
  private void initialize() {
    Tab bench = new Tab(Text.of("acceptance.tab.run"), Fxml.load("parts/slots", slots));
    tabs.getTabs().setAll(bench);
    for (Part part : parts) {
      Tab tab = new Tab(part.words());
      tab.setOnSelectionChanged(_ -> {
        if (tab.isSelected() && tab.getContent() == null) {
          tab.setContent(part.root().get());
        }
      });
      tabs.getTabs().add(tab);
    }
  }

  /// Closes what is open in the tab shown; false where nothing is.
  public boolean escape() {
    int at = tabs.getSelectionModel().getSelectedIndex();
    return at <= 0 ? slots.fold() : parts.get(at - 1).escape().getAsBoolean();
  }

  /// Reads again what the tab shows.
  public void refresh() {
    int at = tabs.getSelectionModel().getSelectedIndex();
    if (at <= 0) {
      read.run();
    } else {
      parts.get(at - 1).refresh().run();
    }
  }

  /// Goes to a tab; the bench is 0.
  public void open(int tab) {
    tabs.getSelectionModel().select(tab);
  }

  /// What the palette offers here.
  public List<Action> actions() {
    List<Action> all = new ArrayList<>(slots.actions());
    parts.forEach(part -> {
      int at = parts.indexOf(part) + 1;
      all.add(new Action(Text.format("acceptance.tab.go", part.words()), "", () -> open(at)));
      all.addAll(part.actions().get());
    });
    return all;
  }
}
