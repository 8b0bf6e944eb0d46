package simwright.ui.catalog;

import java.util.List;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import simwright.catalog.check.CoverageRow;
import simwright.ui.fx.Desk;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;
import simwright.ui.part.Tables;

/// Regions against coverage classes; where something is missing stands first.
public final class CoverageView {
  private final CatalogModel viewModel;
  private final Desk desk;

  @FXML private TableView<CoverageRow> regions;

  /// A view of the coverage.
  public CoverageView(CatalogModel viewModel, Desk desk) {
    this.viewModel = viewModel;
    this.desk = desk;
  }

  @FXML
  private void initialize() {
    TableColumn<CoverageRow, String> standing =
        Tables.column(
            "standing", Text.of("catalog.coverage.standing"), 300, CoverageView::standing);
    standing.setCellFactory(_ -> new Standing());
    regions
        .getColumns()
        .setAll(
            List.of(
                Tables.column(
                    "region",
                    Text.of("catalog.coverage.region"),
                    200,
                    row -> DeviceText.literal(row.region() + "  " + row.name())),
                count("local", Text.of("catalog.coverage.local"), CoverageRow::local),
                count("regional", Text.of("catalog.coverage.regional"), CoverageRow::regional),
                count("global", Text.of("catalog.coverage.global"), CoverageRow::global),
                Tables.column(
                    "fallback",
                    Text.of("catalog.coverage.fallback"),
                    100,
                    row ->
                        Text.of(
                            row.fallback() ? "catalog.coverage.kept" : "catalog.coverage.missing")),
                standing));
    SortedList<CoverageRow> sorted = new SortedList<>(viewModel.getCoverage());
    sorted.comparatorProperty().bind(regions.comparatorProperty());
    regions.setItems(sorted);
    regions.setPlaceholder(FourLines.line(Text.of("catalog.coverage.none")));
    Tables.remember(regions, "coverage", desk, CoverageRow::region);
  }

  private static TableColumn<CoverageRow, Long> count(
      String id, String name, java.util.function.ToLongFunction<CoverageRow> value) {
    return Tables.number(id, name, 90, value);
  }

  private static String standing(CoverageRow row) {
    return row.holes().isEmpty()
        ? Text.of("catalog.coverage.covered")
        : String.join(", ", row.holes());
  }

  private static final class Standing extends TableCell<CoverageRow, String> {
    @Override
    protected void updateItem(@Nullable String words, boolean empty) {
      super.updateItem(words, empty);
      CoverageRow row = getTableRow() == null ? null : getTableRow().getItem();
      setText(null);
      setGraphic(
          empty || words == null || row == null
              ? null
              : new StateMark(row.holes().isEmpty() ? State.PASS : State.FAIL, words));
    }
  }
}
