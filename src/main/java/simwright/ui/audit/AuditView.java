package simwright.ui.audit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import simwright.journal.Recorded;
import simwright.ui.frame.Action;
import simwright.ui.fx.Desk;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Fxml;
import simwright.ui.fx.Text;
import simwright.ui.part.Whereabouts;

/// The audit screen: search and filters above, records left, the chosen one right.
public final class AuditView {
  private final AuditViewModel viewModel;
  private final IdentitiesViewModel map;
  private final Desk desk;
  private final ZoneId zone;
  private final DateTimeFormatter when;

  @FXML private TabPane tabs;
  @FXML private Tab identities;
  @FXML private ComboBox<String> outcome;
  @FXML private ComboBox<Since> since;
  @FXML private TextField words;
  @FXML private TextField device;
  @FXML private TextField actor;
  @FXML private ComboBox<String> kind;
  @FXML private ListView<Recorded> records;
  @FXML private Label sentence;
  @FXML private Label meta;
  @FXML private TextArea raw;

  /// A view of the book in a time zone.
  public AuditView(AuditViewModel viewModel, IdentitiesViewModel map, Desk desk, ZoneId zone) {
    this.viewModel = viewModel;
    this.map = map;
    this.desk = desk;
    this.zone = zone;
    this.when = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  /// What the screen shows.
  public AuditViewModel getViewModel() {
    return viewModel;
  }

  /// What the palette offers here.
  public List<Action> actions() {
    return List.of(
        new Action(Text.of("audit.verify"), "", viewModel::verify),
        new Action(Text.of("audit.export.jsonl.log"), "", this::exportLines),
        new Action(Text.of("audit.export.csv.log"), "", this::exportTable),
        new Action(Text.of("audit.search.log"), "", words::requestFocus),
        new Action(Text.of("audit.identities"), "", () -> tabs.getSelectionModel().selectLast()));
  }

  @FXML
  private void initialize() {
    words.textProperty().bindBidirectional(viewModel.wordsProperty());
    device.textProperty().bindBidirectional(viewModel.deviceProperty());
    actor.textProperty().bindBidirectional(viewModel.actorProperty());
    facet(kind, viewModel.kinds(), viewModel.kindProperty(), "audit.kind.any");
    facet(outcome, viewModel.outcomes(), viewModel.outcomeProperty(), "audit.outcome.any");
    since.getItems().setAll(Since.values());
    since.valueProperty().bindBidirectional(viewModel.sinceProperty());
    showIdentities();
    records.setItems(viewModel.getRecords());
    records.setCellFactory(_ -> new RecordCell(when));
    records.setFixedCellSize(48);
    records.setPlaceholder(viewModel.getState().label());
    records.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> show(now));
    show(records.getSelectionModel().getSelectedItem());
    Whereabouts.keep(records, "records", desk, one -> String.valueOf(one.seq()));
  }

  /// A facet is as it was in the last session.
  private void facet(ComboBox<String> box, List<String> values, StringProperty value, String any) {
    box.getItems().add("");
    box.getItems().addAll(values);
    String before = desk.recall(any);
    if (values.contains(before)) {
      value.set(before);
    }
    box.valueProperty().bindBidirectional(value);
    value.addListener((_, _, now) -> desk.keep(any, now));
    box.setButtonCell(new FacetCell(Text.of(any)));
    box.setCellFactory(_ -> new FacetCell(Text.of(any)));
  }

  private void showIdentities() {
    IdentitiesView view = new IdentitiesView(map, desk, zone);
    identities.setContent(Fxml.load("parts/identities", view));
    identities.setOnSelectionChanged(_ -> {
      if (identities.isSelected()) {
        view.refresh();
      }
    });
  }

  private void show(@Nullable Recorded shown) {
    sentence.setText(shown == null ? Text.of("audit.choose") : Sentence.of(shown));
    meta.setText(
        shown == null
            ? ""
            : Text.format(
                "audit.meta",
                shown.seq(),
                when.format(shown.at()),
                DeviceText.literal(shown.actor()),
                shown.kind()));
    raw.setText(shown == null ? "" : Sentence.pretty(shown));
  }

  @FXML
  private void verify() {
    viewModel.verify();
  }

  @FXML
  private void older() {
    viewModel.older();
  }

  @FXML
  private void exportLines() {
    viewModel.export("jsonl");
  }

  @FXML
  private void exportTable() {
    viewModel.export("csv");
  }

  private static final class FacetCell extends ListCell<String> {
    private final String any;

    FacetCell(String any) {
      this.any = any;
    }

    @Override
    protected void updateItem(@Nullable String value, boolean empty) {
      super.updateItem(value, empty);
      setText(value == null || value.isEmpty() ? any : value);
    }
  }

  private static final class RecordCell extends ListCell<Recorded> {
    private final DateTimeFormatter when;
    private final Tooltip whole = new Tooltip();

    RecordCell(DateTimeFormatter when) {
      this.when = when;
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Recorded shown, boolean empty) {
      super.updateItem(shown, empty);
      setText(null);
      setGraphic(null);
      setTooltip(null);
      if (!empty && shown != null) {
        Label words = new Label(Sentence.of(shown));
        Label about =
            new Label(
                Text.format(
                    "audit.row",
                    shown.seq(),
                    when.format(shown.at()),
                    DeviceText.literal(shown.actor())));
        about.getStyleClass().add("sw-muted");
        whole.setText(words.getText() + "\n" + about.getText());
        setTooltip(whole);
        setGraphic(new VBox(words, about));
        setAccessibleText(words.getText() + ", " + about.getText());
      }
    }
  }
}
