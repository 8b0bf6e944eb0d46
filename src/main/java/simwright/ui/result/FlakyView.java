package simwright.ui.result;

import java.util.List;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import simwright.rollout.FlakyStep;
import simwright.ui.fx.Desk;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.Tables;

/// The flaky table: every rate with its n and interval, and what explains a step best.
public final class FlakyView {
  private final FlakyModel viewModel;
  private final Desk desk;

  @FXML private TableView<FlakyStep> steps;
  @FXML private VBox detail;

  /// A view of how steadily steps end.
  public FlakyView(FlakyModel viewModel, Desk desk) {
    this.viewModel = viewModel;
    this.desk = desk;
  }

  /// What it shows.
  public FlakyModel getViewModel() {
    return viewModel;
  }

  @FXML
  private void initialize() {
    steps
        .getColumns()
        .setAll(
            List.of(
                Tables.column(
                    "standing",
                    Text.of("flaky.standing"),
                    90,
                    one -> Text.of(one.flaky() ? "flaky.yes" : "flaky.no")),
                Tables.column(
                    "plan",
                    Text.of("acceptance.plan"),
                    120,
                    one -> Verdict.named(DeviceText.literal(one.plan()), one.simulated())),
                Tables.column(
                    "step", Text.of("flaky.step"), 130, one -> DeviceText.literal(one.step())),
                Tables.column("flips", Text.of("flaky.flips"), 200, one -> one.flips().words()),
                Tables.column(
                    "failed", Text.of("flaky.failed"), 200, one -> one.failed().words())));
    SortedList<FlakyStep> sorted = new SortedList<>(viewModel.getSteps());
    sorted.comparatorProperty().bind(steps.comparatorProperty());
    steps.setItems(sorted);
    steps.setPlaceholder(viewModel.getState().label());
    Tables.remember(
        steps, "flaky", desk, one -> one.plan() + "/" + one.step() + "/" + one.simulated());
    steps.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> show(now));
    show(steps.getSelectionModel().getSelectedItem());
    viewModel.refresh();
  }

  private void show(@Nullable FlakyStep one) {
    detail
        .getChildren()
        .setAll(
            one == null
                ? List.of(FourLines.line(Text.of("flaky.choose")))
                : FlakyModel.words(one).stream().map(FourLines::line).toList());
  }

  @FXML
  private void copy() {
    Tables.copy(steps);
  }

  @FXML
  private void export() {
    viewModel.export(Tables.csv(steps));
  }
}
