package simwright.ui.registry;

import java.io.File;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import simwright.journal.Alarm;
import simwright.rollout.Certification;
import simwright.rollout.RegistryEntry;
import simwright.rollout.Regression;
import simwright.ui.frame.Action;
import simwright.ui.fx.Desk;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;
import simwright.ui.part.Tables;

/// The registry as a table, what is known of the chosen kind, and the alarms above it.
public final class RegistryView {
  private final RegistryModel viewModel;
  private final Desk desk;
  private final DateTimeFormatter when;

  @FXML private TextField search;
  @FXML private VBox alarms;
  @FXML private TableView<RegistryEntry> entries;
  @FXML private VBox detail;

  /// A view of the registry in a time zone.
  public RegistryView(RegistryModel viewModel, Desk desk, ZoneId zone) {
    this.viewModel = viewModel;
    this.desk = desk;
    this.when = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
  }

  /// What it shows.
  public RegistryModel getViewModel() {
    return viewModel;
  }

  @FXML
  private void initialize() {
    search.textProperty().bindBidirectional(viewModel.searchProperty());
    entries.getColumns().setAll(columns());
    SortedList<RegistryEntry> sorted = new SortedList<>(viewModel.getEntries());
    sorted.comparatorProperty().bind(entries.comparatorProperty());
    entries.setItems(sorted);
    entries.setPlaceholder(viewModel.getState().label());
    Tables.remember(
        entries,
        "registry",
        desk,
        one -> one.kind() + one.origin().map(from -> from.fileSha256()).orElse(""));
    entries.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> show(now));
    viewModel.getAlarms().addListener((ListChangeListener<Alarm>) _ -> showAlarms());
    show(entries.getSelectionModel().getSelectedItem());
    showAlarms();
    viewModel.refresh();
  }

  private static List<TableColumn<RegistryEntry, String>> columns() {
    TableColumn<RegistryEntry, String> standing =
        Tables.column("standing", Text.of("registry.standing"), 130, EntryWords::standing);
    standing.setCellFactory(_ -> new StandingCell());
    return List.of(
        standing,
        Tables.column(
            "model", Text.of("registry.model"), 140, one -> DeviceText.literal(one.kind().model())),
        Tables.column(
            "hardware",
            Text.of("registry.hardware"),
            90,
            one -> DeviceText.literal(EntryWords.told(one.kind().hardware()))),
        Tables.column(
            "firmware",
            Text.of("registry.firmware"),
            140,
            one -> DeviceText.literal(one.kind().firmware())),
        Tables.column("capacity", Text.of("registry.capacity"), 80, EntryWords::capacity),
        Tables.column("paths", Text.of("registry.paths"), 120, EntryWords::paths),
        Tables.column("plans", Text.of("registry.plans"), 140, EntryWords::plans));
  }

  private void showAlarms() {
    alarms.getChildren().setAll(viewModel.getAlarms().stream().map(this::alarm).toList());
    alarms.setVisible(!viewModel.getAlarms().isEmpty());
    alarms.setManaged(!viewModel.getAlarms().isEmpty());
  }

  private HBox alarm(Alarm alarm) {
    StateMark mark =
        new StateMark(
            Regression.possible(alarm) ? State.MARGINAL : State.FAIL,
            Text.format(
                Regression.possible(alarm) ? "registry.possible" : "registry.alarm",
                when.format(alarm.raised()),
                DeviceText.literal(alarm.text())));
    mark.setWrapText(true);
    mark.setMinHeight(Region.USE_PREF_SIZE);
    mark.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(mark, Priority.ALWAYS);
    HBox row = new HBox(mark);
    row.getStyleClass().add("sw-row");
    if (alarm.acknowledged().isEmpty()) {
      Button seen = new Button(Text.of("registry.seen"));
      seen.setMinWidth(Region.USE_PREF_SIZE);
      seen.setAccessibleText(Text.format("registry.seen.of", alarm.text()));
      seen.setOnAction(_ -> viewModel.acknowledge(alarm));
      row.getChildren().add(seen);
    }
    return row;
  }

  private void show(@Nullable RegistryEntry one) {
    if (one == null) {
      detail.getChildren().setAll(FourLines.line(Text.of("registry.choose")));
      return;
    }
    Label title = FourLines.line(DeviceText.literal(one.kind().words()));
    title.getStyleClass().add("sw-title");
    StateMark standing = new StateMark(EntryWords.state(one), EntryWords.standing(one));
    Stream<Node> facts = EntryWords.facts(one, when).stream().map(FourLines::line);
    Stream<Node> certified = one.certified().stream().map(this::certified);
    detail
        .getChildren()
        .setAll(
            Stream.of(Stream.<Node>of(title, standing), certified, facts)
                .flatMap(each -> each)
                .toList());
  }

  private VBox certified(Certification one) {
    Button open = new Button(Text.of("registry.open"));
    open.getStyleClass().add("small");
    open.setAccessibleText(Text.format("registry.open.of", one.run()));
    open.setOnAction(_ -> viewModel.open(one.run()));
    VBox box = new VBox(FourLines.line(EntryWords.certified(one, when)), open);
    box.getStyleClass().add("sw-step");
    return box;
  }

  @FXML
  private void copy() {
    Tables.copy(entries);
  }

  @FXML
  private void exportCsv() {
    viewModel.export(true);
  }

  @FXML
  private void exportJson() {
    viewModel.export(false);
  }

  @FXML
  private void take() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Text.of("registry.import"));
    chooser
        .getExtensionFilters()
        .setAll(new FileChooser.ExtensionFilter(Text.of("registry.files"), "*.json", "*.csv"));
    File file = chooser.showOpenDialog(entries.getScene().getWindow());
    if (file != null) {
      viewModel.take(file.toPath());
    }
  }

  /// What the palette offers here.
  public List<Action> actions() {
    return List.of(
        new Action(Text.of("registry.export.csv"), "", this::exportCsv),
        new Action(Text.of("registry.export.json"), "", this::exportJson));
  }

  private static final class StandingCell extends TableCell<RegistryEntry, String> {
    @Override
    protected void updateItem(@Nullable String word, boolean empty) {
      super.updateItem(word, empty);
      setText(null);
      setGraphic(null);
      RegistryEntry row = getTableRow() == null ? null : getTableRow().getItem();
      if (!empty && word != null && row != null) {
        StateMark mark = new StateMark(EntryWords.state(row), word);
        mark.setTooltip(new Tooltip(word));
        setGraphic(mark);
      }
    }
  }
}
