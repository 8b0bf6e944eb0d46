package simwright.ui.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import simwright.catalog.provider.Operator;
import simwright.ui.fx.Desk;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;
import simwright.ui.part.Tables;

/// Operators, a person's own with their contracts before those of the directory; a contract that
/// ends is marked.
public final class OperatorsView {
  private static final int NETWORKS = 2;

  private final CatalogModel viewModel;
  private final Desk desk;

  @FXML private TableView<OperatorRow> operators;

  /// A view of the operators.
  public OperatorsView(CatalogModel viewModel, Desk desk) {
    this.viewModel = viewModel;
    this.desk = desk;
  }

  @FXML
  private void initialize() {
    TableColumn<OperatorRow, String> contract =
        Tables.column(
            "contract", Text.of("catalog.operators.contract"), 170, OperatorsView::contract);
    contract.setMinWidth(170);
    contract.setCellFactory(_ -> new Contract());
    TableColumn<OperatorRow, String> name =
        text("name", "catalog.operators.name", 190, row -> row.operator().name());
    name.setMinWidth(150);
    TableColumn<OperatorRow, String> networks =
        text("networks", "catalog.operators.networks", 130, OperatorsView::networks);
    operators
        .getColumns()
        .setAll(
            List.of(
                name,
                text("country", "catalog.operators.country", 80, row -> row.operator().country()),
                networks,
                Tables.number(
                    "profiles", Text.of("catalog.operators.profiles"), 80, OperatorRow::profiles),
                text("tier", "catalog.operators.tier", 90, OperatorsView::tier),
                contract));
    SortedList<OperatorRow> sorted = new SortedList<>(viewModel.getOperators());
    sorted.comparatorProperty().bind(operators.comparatorProperty());
    operators.setItems(sorted);
    operators.setPlaceholder(FourLines.line(Text.of("list.reading")));
    Tables.remember(
        operators,
        "operators",
        desk,
        row -> row.operator().country() + " " + row.operator().name());
  }

  private static TableColumn<OperatorRow, String> text(
      String id, String name, int width, Function<OperatorRow, String> value) {
    return Tables.column(id, Text.of(name), width, row -> DeviceText.literal(value.apply(row)));
  }

  private static String networks(OperatorRow row) {
    String some =
        row.operator().networks().stream()
            .limit(NETWORKS)
            .map(Object::toString)
            .collect(Collectors.joining(" "));
    return row.operator().networks().size() > NETWORKS ? some + " …" : some;
  }

  private static String tier(OperatorRow row) {
    return row.operator().own().map(each -> each.contract().priceTier()).orElse("");
  }

  private static Optional<LocalDate> end(OperatorRow row) {
    return row.operator().own().flatMap(each -> each.contract().until());
  }

  private static String contract(OperatorRow row) {
    return row.operator().own().isEmpty()
        ? Text.of("catalog.operators.directory")
        : end(row)
            .map(day -> Text.format("catalog.operators.until", day.toString()))
            .orElse(Text.of("catalog.operators.open"));
  }

  private static final class Contract extends TableCell<OperatorRow, String> {
    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(@Nullable String words, boolean empty) {
      super.updateItem(words, empty);
      OperatorRow row = getTableRow() == null ? null : getTableRow().getItem();
      setText(null);
      setGraphic(null);
      setTooltip(null);
      if (empty || words == null || row == null) {
        return;
      }
      if (row.operator().own().isEmpty()) {
        setText(words);
        return;
      }
      setGraphic(new StateMark(row.warning().isEmpty() ? State.PASS : State.MARGINAL, words));
      Operator.Contract contract = row.operator().own().orElseThrow().contract();
      List<String> lines = new ArrayList<>();
      row.warning().ifPresent(each -> lines.add(each + "."));
      lines.add(contract.minimumCommitment());
      lines.addAll(contract.serviceLevels());
      whole.setText(DeviceText.literal(String.join("\n", lines)).strip());
      setTooltip(whole.getText().isEmpty() ? null : whole);
    }
  }
}
