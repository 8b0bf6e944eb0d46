package simwright.ui.audit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import simwright.audit.Sighting;
import simwright.identity.Identifier;
import simwright.ui.fx.Desk;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.Tables;

/// The identity map as a table.
public final class IdentitiesView {
  private final IdentitiesViewModel viewModel;
  private final Desk desk;
  private final DateTimeFormatter when;

  private final DateTimeFormatter day;

  @FXML private TextField query;
  @FXML private ToggleButton clear;
  @FXML private TableView<Sighting> table;

  /// A view of the identity map in a time zone.
  public IdentitiesView(IdentitiesViewModel viewModel, Desk desk, ZoneId zone) {
    this.viewModel = viewModel;
    this.desk = desk;
    this.day = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(zone);
    this.when = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
  }

  @FXML
  private void initialize() {
    query.textProperty().bindBidirectional(viewModel.queryProperty());
    clear.selectedProperty().bindBidirectional(viewModel.clearProperty());
    clear.selectedProperty().addListener((_, _, _) -> table.refresh());
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.column(
                    "kind",
                    Text.of("identities.kind"),
                    70,
                    one -> one.kind().toUpperCase(Locale.ROOT)),
                Tables.column("value", Text.of("identities.value"), 170, viewModel::value),
                Tables.column("check", Text.of("identities.check"), 110, one -> check(one.check())),
                Tables.column("model", Text.of("identities.model"), 180, this::model),
                Tables.column(
                    "device",
                    Text.of("audit.device"),
                    100,
                    one -> Sentence.device(DeviceText.literal(one.device()))),
                Tables.column(
                    "first", Text.of("identities.first"), 110, one -> day.format(one.first())),
                Tables.column(
                    "last", Text.of("identities.last"), 150, one -> when.format(one.last())),
                Tables.number("times", Text.of("identities.times"), 70, Sighting::times)));
    SortedList<Sighting> sorted = new SortedList<>(viewModel.getFound());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setPlaceholder(viewModel.getState().label());
    Tables.remember(table, "identities", desk, one -> one.pseudonym() + one.device());
  }

  /// Begins to show what there is.
  void refresh() {
    viewModel.search();
  }

  @FXML
  private void copy() {
    Tables.copy(table);
  }

  @FXML
  private void export() {
    viewModel.export(Tables.csv(table));
  }

  private String model(Sighting one) {
    String model = DeviceText.literal(one.model());
    return one.simulated() ? model + " · " + Text.of("status.simulated") : model;
  }

  private static String check(Identifier.Check check) {
    return switch (check) {
      case RIGHT -> Text.of("check.right");
      case WRONG -> Text.of("check.wrong");
      default -> Text.of("check.none");
    };
  }
}
