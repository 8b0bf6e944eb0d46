package simwright.ui.audit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import simwright.journal.Recorded;
import simwright.ui.frame.Action;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;

/// The audit screen: search and filters above, records left, the chosen one right.
public final class AuditView {
  private final AuditViewModel viewModel;
  private final DateTimeFormatter when;

  @FXML private TextField words;
  @FXML private TextField device;
  @FXML private TextField actor;
  @FXML private ComboBox<String> kind;
  @FXML private ListView<Recorded> records;
  @FXML private Label sentence;
  @FXML private Label meta;
  @FXML private TextArea raw;

  /// A view of the book in a time zone.
  public AuditView(AuditViewModel viewModel, ZoneId zone) {
    this.viewModel = viewModel;
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
        new Action(Text.of("audit.export.jsonl"), "", this::exportLines),
        new Action(Text.of("audit.export.csv"), "", this::exportTable),
        new Action(Text.of("audit.search"), "", words::requestFocus));
  }

  @FXML
  private void initialize() {
    words.textProperty().bindBidirectional(viewModel.wordsProperty());
    device.textProperty().bindBidirectional(viewModel.deviceProperty());
    actor.textProperty().bindBidirectional(viewModel.actorProperty());
    kind.getItems().add("");
    kind.getItems().addAll(viewModel.kinds());
    kind.valueProperty().bindBidirectional(viewModel.kindProperty());
    kind.setButtonCell(new KindCell());
    kind.setCellFactory(_ -> new KindCell());
    records.setItems(viewModel.getRecords());
    records.setCellFactory(_ -> new RecordCell(when));
    records.setPlaceholder(FourLines.line(Text.of("audit.none")));
    records.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> show(now));
    viewModel
        .getRecords()
        .addListener((javafx.collections.ListChangeListener<Recorded>) _ -> selectFirst());
    selectFirst();
  }

  private void selectFirst() {
    if (records.getSelectionModel().isEmpty()) {
      records.getSelectionModel().selectFirst();
    }
    show(records.getSelectionModel().getSelectedItem());
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

  private static final class KindCell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String kind, boolean empty) {
      super.updateItem(kind, empty);
      setText(kind == null || kind.isEmpty() ? Text.of("audit.kind.any") : kind);
    }
  }

  private static final class RecordCell extends ListCell<Recorded> {
    private final DateTimeFormatter when;

    RecordCell(DateTimeFormatter when) {
      this.when = when;
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Recorded shown, boolean empty) {
      super.updateItem(shown, empty);
      setText(null);
      setGraphic(null);
      if (!empty && shown != null) {
        Label words = FourLines.line(Sentence.of(shown));
        Label about =
            FourLines.line(
                Text.format(
                    "audit.row",
                    shown.seq(),
                    when.format(shown.at()),
                    DeviceText.literal(shown.actor())));
        about.getStyleClass().add("sw-muted");
        setGraphic(new VBox(words, about));
        setAccessibleText(words.getText() + ", " + about.getText());
      }
    }
  }
}
