package simwright.ui.catalog;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import simwright.catalog.reconcile.Difference;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// Where the catalog differs from a card, each with the one action that mends it.
public final class ReconcileView {
  private final CatalogModel viewModel;

  @FXML private Label outcome;
  @FXML private VBox differences;

  /// A view of the comparison.
  public ReconcileView(CatalogModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    outcome.textProperty().bind(viewModel.comparedProperty());
    viewModel.getDifferences().addListener((ListChangeListener<Difference>) _ -> show());
    show();
  }

  private void show() {
    differences
        .getChildren()
        .setAll(viewModel.getDifferences().stream().<Node>map(this::row).toList());
  }

  private HBox row(Difference difference) {
    StateMark mark =
        new StateMark(
            State.MARGINAL,
            Text.format(
                "catalog.card.differs",
                DeviceText.literal(difference.profile().words()),
                difference.words()));
    mark.setWrapText(true);
    mark.setMinHeight(Region.USE_PREF_SIZE);
    mark.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(mark, Priority.ALWAYS);
    Button act = new Button(difference.action().words());
    act.setMinWidth(Region.USE_PREF_SIZE);
    act.setOnAction(_ -> viewModel.mend(difference));
    HBox row = new HBox(mark, act);
    row.getStyleClass().add("sw-row");
    return row;
  }

  @FXML
  private void compare() {
    viewModel.compare();
  }
}
