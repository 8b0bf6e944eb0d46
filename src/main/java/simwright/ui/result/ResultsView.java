package simwright.ui.result;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import simwright.ui.acceptance.RunView;
import simwright.ui.acceptance.StepRow;
import simwright.ui.frame.Action;
import simwright.ui.fx.Desk;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Fxml;
import simwright.ui.fx.Text;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;
import simwright.ui.part.Tables;
import simwright.ui.result.ResultsSource.Result;

/// The runs in the log as a table that can be searched, and beside it the one that was opened.
public final class ResultsView {
  private static final int RECENT = 20;

  /// Columns of what the run beside the table tells as well.
  private static final Set<String> MORE = Set.of("took", "operator", "why");

  private final ResultsModel viewModel;
  private final Desk desk;
  private final DateTimeFormatter when;
  private final RunView run;
  private final Consumer<List<String>> compare;

  @FXML private TextField search;
  @FXML private Button more;
  @FXML private SplitPane split;
  @FXML private TableView<Result> results;
  @FXML private VBox detail;
  @FXML private VBox shown;

  /// A view of the log in a time zone; `compare` puts chosen runs side by side.
  public ResultsView(
      ResultsModel viewModel, Desk desk, ZoneId zone, Consumer<List<String>> compare) {
    this.viewModel = viewModel;
    this.compare = compare;
    this.desk = desk;
    this.when = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    this.run = new RunView(viewModel.getRun(), "");
  }

  /// What it shows.
  public ResultsModel getViewModel() {
    return viewModel;
  }

  @FXML
  private void initialize() {
    search.textProperty().bindBidirectional(viewModel.searchProperty());
    shown.getChildren().setAll(Fxml.load("parts/run", run));
    fill();
    viewModel.getRun().thereProperty().addListener((_, _, _) -> showDetail());
    showDetail();
  }

  private void fill() {
    results
        .getColumns()
        .setAll(
            List.of(
                verdicts(),
                Tables.column("plan", Text.of("acceptance.plan"), 110, Result::plan),
                Tables.column(
                    "device", Text.of("audit.device"), 120, one -> viewModel.title(one.device())),
                Tables.column(
                    "started",
                    Text.of("acceptance.started"),
                    165,
                    one -> when.format(one.started())),
                Tables.column(
                    "took",
                    Text.of("acceptance.took"),
                    80,
                    one -> one.took().map(StepRow::seconds).orElse("")),
                Tables.column(
                    "operator",
                    Text.of("audit.actor"),
                    100,
                    one -> DeviceText.literal(one.operator())),
                Tables.column(
                    "why", Text.of("acceptance.why"), 140, one -> DeviceText.literal(one.why()))));
    SortedList<Result> sorted = new SortedList<>(viewModel.getFound());
    sorted.comparatorProperty().bind(results.comparatorProperty());
    results.setItems(sorted);
    results.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    more.disableProperty()
        .bind(Bindings.size(results.getSelectionModel().getSelectedItems()).lessThan(2));
    results.setPlaceholder(viewModel.getState().label());
    Tables.remember(results, "results", desk, Result::id);
    results.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        openChosen();
      }
    });
    results.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        openChosen();
        event.consume();
      }
    });
  }

  private static TableColumn<Result, String> verdicts() {
    TableColumn<Result, String> column =
        Tables.column("verdict", Text.of("acceptance.verdict"), 130, ResultsView::verdict);
    column.setCellFactory(_ -> new VerdictCell());
    return column;
  }

  private static String verdict(Result one) {
    return one.verdict().isPresent() ? one.outcome() : Text.of("acceptance.running");
  }

  @FXML
  private void openChosen() {
    Result chosen = results.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      viewModel.show(chosen.id());
    }
  }

  @FXML
  private void compareChosen() {
    List<String> chosen =
        results.getSelectionModel().getSelectedItems().stream().map(Result::id).toList();
    if (chosen.size() > 1) {
      compare.accept(chosen);
    }
  }

  @FXML
  private void copy() {
    Tables.copy(results);
  }

  @FXML
  private void export() {
    viewModel.export("results.csv", Tables.csv(results));
  }

  @FXML
  private void close() {
    viewModel.getRun().show(java.util.Optional.empty());
  }

  /// Closes what is open, the innermost first; false where nothing was.
  public boolean fold() {
    boolean there = viewModel.getRun().isThere();
    if (viewModel.getRun().fold()) {
      return true;
    }
    close();
    return there;
  }

  private void showDetail() {
    boolean there = viewModel.getRun().isThere();
    results.getColumns().stream()
        .filter(column -> MORE.contains(column.getId()))
        .forEach(column -> column.setVisible(!there));
    if (there != split.getItems().contains(detail)) {
      if (there) {
        split.getItems().add(detail);
        split.setDividerPositions(0.5);
      } else {
        split.getItems().remove(detail);
      }
    }
  }

  /// What the palette offers here; `open` brings the results to the front.
  public static List<Action> recent(ResultsModel model, ZoneId zone, Runnable open) {
    DateTimeFormatter when =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    return model.getFound().stream()
        .limit(RECENT)
        .map(one ->
            new Action(
                Text.format(
                    "acceptance.result",
                    one.plan(),
                    model.title(one.device()),
                    when.format(one.started())),
                "",
                () -> {
                  open.run();
                  model.show(one.id());
                }))
        .toList();
  }

  private static final class VerdictCell extends TableCell<Result, String> {
    @Override
    protected void updateItem(@Nullable String word, boolean empty) {
      super.updateItem(word, empty);
      setText(null);
      setGraphic(null);
      Result row = getTableRow() == null ? null : getTableRow().getItem();
      if (!empty && word != null && row != null) {
        StateMark mark = new StateMark(row.verdict().orElse(State.BUSY), word);
        mark.setTooltip(new Tooltip(word));
        setGraphic(mark);
      }
    }
  }
}
