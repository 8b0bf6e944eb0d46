package simwright.ui.result;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
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

  private final ResultsModel viewModel;
  private final Desk desk;
  private final DateTimeFormatter when;
  private final RunView run;

  @FXML private TextField search;
  @FXML private SplitPane split;
  @FXML private TableView<Result> results;
  @FXML private VBox detail;
  @FXML private VBox shown;

  /// A view of the log in a time zone.
  public ResultsView(ResultsModel viewModel, Desk desk, ZoneId zone) {
    this.viewModel = viewModel;
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
      viewModel.show(chosen);
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
                  model.show(one);
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
        setGraphic(new StateMark(row.verdict().orElse(State.BUSY), word));
      }
    }
  }
}
