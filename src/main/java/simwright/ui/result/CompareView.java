package simwright.ui.result;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import simwright.acceptance.RunField;
import simwright.acceptance.plan.Limit;
import simwright.rollout.Comparison;
import simwright.rollout.Comparison.Difference;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.StateMark;

/// Runs side by side: a column for each, a row for each step and measurement, and how each differs
/// from the first.
public final class CompareView {
  private static final double COLUMN = 220;
  private static final double LEAST = 120;

  /// So many columns fit beside each other; more are scrolled.
  private static final int FIT = 3;

  private static final List<RunField> FIELDS =
      List.of(
          RunField.FIRMWARE,
          RunField.DEVICE,
          RunField.MODEL,
          RunField.NETWORK,
          RunField.OPERATOR,
          RunField.BENCH,
          RunField.SITE);

  private final CompareModel viewModel;

  @FXML private ComboBox<String> plans;
  @FXML private ComboBox<RunField> fields;
  @FXML private ScrollPane pane;

  /// A view of runs side by side.
  public CompareView(CompareModel viewModel) {
    this.viewModel = viewModel;
  }

  /// What it shows.
  public CompareModel getViewModel() {
    return viewModel;
  }

  @FXML
  private void initialize() {
    plans.setConverter(TrendView.converter(DeviceText::literal));
    plans.setItems(viewModel.getPlans());
    plans.valueProperty().bindBidirectional(viewModel.planProperty());
    fields.setConverter(TrendView.converter(TrendView::word));
    fields.getItems().setAll(FIELDS);
    fields.valueProperty().bindBidirectional(viewModel.byProperty());
    viewModel.foundProperty().addListener((_, _, now) -> show(now));
    show(viewModel.foundProperty().get());
    viewModel.refresh();
  }

  private void show(Optional<Comparison> found) {
    Optional<Comparison> some = found.filter(one -> !one.columns().isEmpty());
    pane.setFitToWidth(some.map(one -> one.columns().size() <= FIT).orElse(true));
    pane.setContent(
        some.<Region>map(CompareView::grid).orElseGet(() -> viewModel.getState().label()));
  }

  private static GridPane grid(Comparison all) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("sw-compare");
    int columns = all.columns().size();
    for (int i = 0; i <= columns; i++) {
      ColumnConstraints each = new ColumnConstraints();
      each.setMinWidth(columns <= FIT ? LEAST : COLUMN);
      each.setPrefWidth(COLUMN);
      each.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(each);
    }
    grid.add(strong(Text.of("compare.what")), 0, 0);
    for (int i = 0; i < columns; i++) {
      Comparison.Column column = all.columns().get(i);
      String name = column.name().isEmpty() ? Text.of("compare.untold") : column.name();
      grid.add(
          strong(
              Verdict.named(
                  Text.format("compare.column", DeviceText.literal(name), column.runs()),
                  column.simulated())),
          i + 1,
          0);
    }
    int row = 1;
    for (Comparison.StepRow step : all.steps()) {
      grid.add(plain(Text.format("compare.step", step.plan(), step.step())), 0, row);
      for (int i = 0; i < columns; i++) {
        grid.add(cell(step.passed().get(i).words(), step.differs().get(i)), i + 1, row);
      }
      row++;
    }
    for (Comparison.ValueRow value : all.values()) {
      String unit = value.measurement().unit();
      grid.add(plain(value.measurement().words()), 0, row);
      for (int i = 0; i < columns; i++) {
        grid.add(cell(words(value, i, unit), value.differs().get(i)), i + 1, row);
      }
      row++;
    }
    return grid;
  }

  private static String words(Comparison.ValueRow row, int column, String unit) {
    String spread =
        row.cells()
            .get(column)
            .spread()
            .map(each -> each.words(unit))
            .orElse(Text.of("compare.not-taken"));
    return column == 0
        ? spread
        : row.above(column)
            .map(above ->
                Text.format(
                    "compare.above", spread, (above > 0 ? "+" : "") + Limit.number(above), unit))
            .orElse(spread);
  }

  private static VBox cell(String words, Difference difference) {
    VBox box = new VBox(plain(words));
    if (difference != Difference.FIRST && difference != Difference.MISSING) {
      StateMark mark = new StateMark(Verdict.of(difference), Verdict.words(difference));
      mark.setWrapText(true);
      mark.setMinHeight(Region.USE_PREF_SIZE);
      box.getChildren().add(mark);
    }
    return box;
  }

  private static Label strong(String words) {
    Label label = plain(words);
    label.getStyleClass().add("sw-strong");
    return label;
  }

  private static Label plain(String words) {
    return FourLines.line(DeviceText.literal(words));
  }
}
