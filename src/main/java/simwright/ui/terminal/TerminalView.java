package simwright.ui.terminal;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import simwright.ui.frame.Action;
import simwright.ui.fx.Text;
import simwright.ui.part.Copied;
import simwright.ui.part.FourLines;

/// The terminal: the transcript above, the command line below.
public final class TerminalView {
  private final TerminalViewModel viewModel;

  private final ExplainPane explained = new ExplainPane(this::closeSide);
  private final MacroPane editor;
  private int behind;
  private int resting;

  private static final double ROW = 22;

  @FXML private ListView<Row> lines;
  @FXML private TextField command;
  @FXML private TextField search;
  @FXML private ToggleButton following;
  @FXML private MenuButton macros;
  @FXML private HBox middle;

  /// A view of the terminal.
  public TerminalView(TerminalViewModel viewModel) {
    this.viewModel = viewModel;
    this.editor = new MacroPane(viewModel, this::showMacros, this::closeSide);
  }

  /// What the terminal shows.
  public TerminalViewModel getViewModel() {
    return viewModel;
  }

  /// What the palette offers here.
  public List<Action> actions() {
    List<Action> all = new ArrayList<>();
    all.add(new Action(Text.of("terminal.command"), "", command::requestFocus));
    all.add(new Action(Text.of("terminal.search"), "", search::requestFocus));
    all.add(new Action(Text.of("terminal.export.text"), "", this::exportText));
    all.add(new Action(Text.of("terminal.export.markdown"), "", this::exportMarkdown));
    all.add(new Action(Text.of("terminal.export.fixture"), "", this::exportFixture));
    all.add(new Action(Text.of("terminal.copy.text"), "", this::copyText));
    all.add(new Action(Text.of("terminal.copy.markdown"), "", this::copyMarkdown));
    all.add(new Action(Text.of("terminal.explain"), "", this::explain));
    all.add(new Action(Text.of("terminal.macro.edit"), "", this::editMacros));
    viewModel
        .macros()
        .forEach(macro ->
            all.add(
                new Action(
                    Text.format("terminal.macro.run", macro.name()),
                    "",
                    () -> viewModel.run(macro))));
    return all;
  }

  @FXML
  private void initialize() {
    lines.setItems(viewModel.getRows());
    lines.setCellFactory(_ -> new RowCell(viewModel::explain));
    lines.setFixedCellSize(ROW);
    lines.setPlaceholder(FourLines.line(Text.of("terminal.empty")));
    command.textProperty().bindBidirectional(viewModel.commandProperty());
    search.textProperty().bindBidirectional(viewModel.searchProperty());
    following.selectedProperty().bindBidirectional(viewModel.followingProperty());
    command.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    viewModel.getRows().addListener((ListChangeListener<Row>) _ -> grown());
    lines.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        explain();
        event.consume();
      }
    });
    showMacros();
    lines.needsLayoutProperty().addListener((_, _, needs) -> laidOut(needs));
    viewModel.followingProperty().addListener((_, _, _) -> follow());
    viewModel.restingProperty().addListener((_, _, row) -> rest(row.intValue()));
    follow();
  }

  private void showMacros() {
    macros.getItems().clear();
    for (Macro macro : viewModel.macros()) {
      macros.getItems().add(item(macro.name(), () -> viewModel.run(macro)));
    }
    macros.getItems().add(item(Text.of("terminal.macro.edit"), this::editMacros));
  }

  private static MenuItem item(String words, Runnable act) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(_ -> act.run());
    return item;
  }

  private void editMacros() {
    middle.getChildren().setAll(lines, editor);
    editor.open();
  }

  /// The chosen line with all its parts; the last one where none is chosen.
  @FXML
  private void explain() {
    Row row = lines.getSelectionModel().getSelectedItem();
    if (row == null && !viewModel.getRows().isEmpty()) {
      row = viewModel.getRows().getLast();
    }
    if (row != null) {
      middle.getChildren().setAll(lines, explained);
      explained.show(viewModel.tree(row));
    }
  }

  private void closeSide() {
    middle.getChildren().setAll(lines);
    command.requestFocus();
  }

  @FXML
  private void send() {
    viewModel.send();
  }

  @FXML
  private void findNext() {
    int at = viewModel.find(lines.getSelectionModel().getSelectedIndex());
    if (at >= 0) {
      viewModel.followingProperty().set(false);
      lines.getSelectionModel().clearAndSelect(at);
      lines.scrollTo(at);
    }
  }

  @FXML
  private void exportText() {
    viewModel.export(false);
  }

  @FXML
  private void exportMarkdown() {
    viewModel.export(true);
  }

  @FXML
  private void exportFixture() {
    viewModel.exportFixture();
  }

  @FXML
  private void copyText() {
    Copied.text(viewModel.text(false));
  }

  @FXML
  private void copyMarkdown() {
    Copied.text(viewModel.text(true));
  }

  private void follow() {
    behind = viewModel.isFollowing() && !viewModel.getRows().isEmpty() ? 2 : 0;
    lines.requestLayout();
  }

  private void grown() {
    follow();
    int at = viewModel.restingProperty().get();
    // the line sent cannot stand at the top before enough lines came after it
    if (at >= 0 && (viewModel.getRows().size() - at - 1) * ROW <= lines.getHeight()) {
      rest(at);
    }
  }

  /// The line before the one sent stands at the top, so that one sees where it begins.
  private void rest(int row) {
    if (row >= 0) {
      resting = 2;
      lines.requestLayout();
    }
  }

  /// The list knows its new length only after it was laid out, and its end after a second time.
  private void laidOut(boolean needsLayout) {
    if (behind > 0 && !needsLayout) {
      behind--;
      lines.scrollTo(viewModel.getRows().size() - 1);
    } else if (resting > 0 && !needsLayout) {
      resting--;
      lines.scrollTo(Math.max(0, viewModel.restingProperty().get() - 1));
    }
  }

  private void walk(KeyEvent event) {
    if (event.getCode() == KeyCode.UP) {
      viewModel.up();
    } else if (event.getCode() == KeyCode.DOWN) {
      viewModel.down();
    } else {
      return;
    }
    command.end();
    event.consume();
  }
}
