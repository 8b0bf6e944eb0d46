package simwright.ui.catalog;

import java.io.File;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import simwright.catalog.Field;
import simwright.ui.frame.Action;
import simwright.ui.fx.Desk;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Fxml;
import simwright.ui.fx.Text;
import simwright.ui.part.EmptyState;
import simwright.ui.part.FourLines;
import simwright.ui.part.Tables;

/// The screen of the catalog: the table of profiles with the chosen one below, and tabs for
/// coverage and the comparison with a card.
public final class CatalogView {
  private final CatalogModel viewModel;
  private final Desk desk;
  private final DateTimeFormatter when;

  @FXML private TabPane tabs;
  @FXML private Tab coverage;
  @FXML private Tab operators;
  @FXML private Tab reconcile;
  @FXML private Tab migrate;
  @FXML private TextField filter;
  @FXML private MenuButton filters;
  @FXML private TableView<CatalogRow> profiles;
  @FXML private VBox detail;

  /// A view of the catalog in a time zone.
  public CatalogView(CatalogModel viewModel, Desk desk, ZoneId zone) {
    this.viewModel = viewModel;
    this.desk = desk;
    this.when = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
  }

  /// What it shows.
  public CatalogModel getViewModel() {
    return viewModel;
  }

  @FXML
  private void initialize() {
    filter.textProperty().bindBidirectional(viewModel.filterProperty());
    profiles.getColumns().setAll(columns());
    SortedList<CatalogRow> sorted = new SortedList<>(viewModel.getRows());
    sorted.comparatorProperty().bind(profiles.comparatorProperty());
    profiles.setItems(sorted);
    profiles.setPlaceholder(FourLines.line(Text.of("list.reading")));
    viewModel.emptyProperty().addListener((_, _, _) -> placeholder());
    viewModel.getRows().addListener((ListChangeListener<CatalogRow>) _ -> placeholder());
    Tables.remember(profiles, "catalog", desk, one -> one.profile().key());
    profiles.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> show(now));
    viewModel.getFilters().addListener((ListChangeListener<String>) _ -> filters());
    coverage.setContent(Fxml.load("parts/coverage", new CoverageView(viewModel, desk)));
    operators.setContent(Fxml.load("parts/operators", new OperatorsView(viewModel, desk)));
    reconcile.setContent(Fxml.load("parts/reconcile", new ReconcileView(viewModel)));
    migrate.setContent(Fxml.load("parts/migrate", new MigrateView(viewModel.lifecycle())));
    filters();
    show(null);
    viewModel.refresh();
  }

  private static List<TableColumn<CatalogRow, String>> columns() {
    TableColumn<CatalogRow, String> name =
        Tables.column("name", Text.of("catalog.name"), 220, row -> told(row, Field.NAME));
    name.setMinWidth(180);
    TableColumn<CatalogRow, String> check =
        Tables.column("check", Text.of("catalog.check"), 150, CatalogCells::check);
    check.setCellFactory(_ -> new CatalogCells.Check());
    check.setMinWidth(140);
    TableColumn<CatalogRow, String> expiry =
        Tables.column("expiry", Text.of("catalog.expiry"), 110, row -> told(row, Field.EXPIRY));
    expiry.setMinWidth(105);
    return List.of(
        name,
        check,
        Tables.column("iccid", Text.of("catalog.iccid"), 105, row -> told(row, Field.ICCID)),
        Tables.column("state", Text.of("catalog.state"), 130, CatalogCells::state),
        Tables.column("region", Text.of("catalog.region"), 90, row -> told(row, Field.REGION)),
        Tables.column(
            "operator", Text.of("catalog.operator"), 110, row -> told(row, Field.OPERATOR)),
        expiry);
  }

  private static String told(CatalogRow row, Field field) {
    return DeviceText.literal(row.profile().told(field, false));
  }

  private void placeholder() {
    if (!viewModel.emptyProperty().get()) {
      profiles.setPlaceholder(FourLines.line(Text.of("catalog.none")));
      return;
    }
    Button take = new Button(Text.of("catalog.import"));
    take.getStyleClass().add("accent");
    take.setOnAction(_ -> take());
    profiles.setPlaceholder(
        new EmptyState(
            Material2OutlinedMZ.STORAGE,
            Text.of("catalog.empty"),
            List.of(Text.of("catalog.empty.how"), Text.of("catalog.empty.card")),
            take));
  }

  private void filters() {
    List<MenuItem> items = new ArrayList<>();
    items.add(item(Text.of("catalog.filter.all"), () -> viewModel.filterProperty().set("")));
    viewModel
        .getFilters()
        .forEach(each -> items.add(item(each, () -> viewModel.filterProperty().set(each))));
    items.add(new SeparatorMenuItem());
    items.add(item(Text.of("catalog.filter.keep"), () -> viewModel.keep(true)));
    items.add(item(Text.of("catalog.filter.drop"), () -> viewModel.keep(false)));
    filters.getItems().setAll(items);
  }

  private static MenuItem item(String words, Runnable act) {
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> act.run());
    return item;
  }

  private void show(@Nullable CatalogRow row) {
    if (row == null) {
      detail.getChildren().setAll(FourLines.line(Text.of("catalog.choose")));
      return;
    }
    List<Node> lines = new ArrayList<>();
    lines.add(new NameEditor(viewModel, row.profile()));
    lines.add(new RetirementPane(viewModel.lifecycle(), row.profile()));
    row.findings().stream()
        .filter(each -> !each.check().equals("name"))
        .forEach(each -> lines.add(CatalogCells.finding(each)));
    row.profile()
        .told(false)
        .forEach((field, _) -> lines.add(CatalogCells.field(row.profile(), field)));
    VBox history = new VBox();
    lines.add(history);
    detail.getChildren().setAll(lines);
    viewModel.history(
        row.profile(),
        moves ->
            history
                .getChildren()
                .setAll(
                    moves.stream()
                        .<Label>map(each -> FourLines.line(CatalogCells.move(each, when)))
                        .toList()));
  }

  @FXML
  private void export() {
    viewModel.export();
  }

  @FXML
  private void copy() {
    Tables.copy(profiles);
  }

  @FXML
  private void take() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Text.of("catalog.import"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                Text.of("catalog.import.title"), "*.csv", "*.json", "*.yaml", "*.yml"));
    File file = chooser.showOpenDialog(profiles.getScene().getWindow());
    if (file != null) {
      viewModel.take(file.toPath(), false);
    }
  }

  /// What it adds to the palette.
  public List<Action> actions() {
    return List.of(
        new Action(
            Text.of("catalog.coverage"), "", () -> tabs.getSelectionModel().select(coverage)),
        new Action(
            Text.of("catalog.operators"), "", () -> tabs.getSelectionModel().select(operators)),
        new Action(
            Text.of("catalog.reconcile"), "", () -> tabs.getSelectionModel().select(reconcile)),
        new Action(Text.of("catalog.migrate"), "", () -> tabs.getSelectionModel().select(migrate)),
        new Action(Text.of("catalog.card.compare"), "", this::compare),
        new Action(Text.of("catalog.import"), "", this::take));
  }

  private void compare() {
    tabs.getSelectionModel().select(reconcile);
    viewModel.compare();
  }
}
