package simwright.ui.catalog;

import java.util.List;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import simwright.failover.RegionCoverage;
import simwright.ui.fx.Desk;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;
import simwright.ui.part.Tables;

/// Regions against coverage classes, as drills and alarms see them; where something is missing
/// stands first.
public final class CoverageView {
  private final CatalogModel viewModel;
  private final Desk desk;

  @FXML private TableView<RegionCoverage> regions;

  /// A view of the coverage.
  public CoverageView(CatalogModel viewModel, Desk desk) {
    this.viewModel = viewModel;
    this.desk = desk;
  }

  @FXML
  private void initialize() {
    TableColumn<RegionCoverage, String> standing =
        Tables.column(
            "standing", Text.of("catalog.coverage.standing"), 220, CoverageView::standing);
    standing.setMinWidth(200);
    standing.setCellFactory(_ -> new Standing());
    regions
        .getColumns()
        .setAll(
            List.of(
                Tables.column(
                    "region",
                    Text.of("catalog.coverage.region"),
                    150,
                    row -> DeviceText.literal(row.region() + "  " + row.name())),
                count("local", Text.of("catalog.coverage.local"), RegionCoverage::local),
                count("regional", Text.of("catalog.coverage.regional"), RegionCoverage::regional),
                count("global", Text.of("catalog.coverage.global"), RegionCoverage::global),
                count("cards", Text.of("catalog.coverage.cards"), RegionCoverage::cards),
                count("waiting", Text.of("catalog.coverage.waiting"), RegionCoverage::waiting),
                standing));
    SortedList<RegionCoverage> sorted = new SortedList<>(viewModel.getCoverage());
    sorted.comparatorProperty().bind(regions.comparatorProperty());
    regions.setItems(sorted);
    regions.setPlaceholder(FourLines.line(Text.of("catalog.coverage.none")));
    Tables.remember(regions, "coverage", desk, RegionCoverage::region);
  }

  private static TableColumn<RegionCoverage, Long> count(
      String id, String name, java.util.function.ToLongFunction<RegionCoverage> value) {
    return Tables.number(id, name, 88, value);
  }

  private static String standing(RegionCoverage row) {
    return row.holes().isEmpty()
        ? Text.of("catalog.coverage.covered")
        : String.join(
            ", ",
            row.holes().stream()
                .map(each -> Text.of("catalog.coverage.hole." + each.kind().key()))
                .toList());
  }

  private static final class Standing extends TableCell<RegionCoverage, String> {
    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(@Nullable String words, boolean empty) {
      super.updateItem(words, empty);
      RegionCoverage row = getTableRow() == null ? null : getTableRow().getItem();
      setText(null);
      if (empty || words == null || row == null) {
        setGraphic(null);
        setTooltip(null);
        return;
      }
      setGraphic(new StateMark(row.holes().isEmpty() ? State.PASS : State.FAIL, words));
      whole.setText(DeviceText.literal(row.words()));
      setTooltip(row.holes().isEmpty() ? null : whole);
    }
  }
}
