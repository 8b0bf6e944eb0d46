package simwright.ui.help;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import simwright.ui.frame.Action;
import simwright.ui.fx.Text;
import simwright.ui.part.Copied;
import simwright.ui.part.FourLines;

/// The help screen.
public final class HelpView {
  private final HelpViewModel viewModel;
  private final DiagnosisViewModel diagnosis;
  private final List<Action> support;

  @FXML private TabPane tabs;
  @FXML private ScrollPane guided;
  @FXML private TextField query;
  @FXML private ListView<HelpSource.Entry> entries;
  @FXML private VBox entry;
  @FXML private VBox glossary;
  @FXML private VBox keys;
  @FXML private VBox about;
  @FXML private HBox acts;
  @FXML private Label copied;

  /// A view of the help; `support` is what else can be done from here.
  public HelpView(HelpViewModel viewModel, DiagnosisViewModel diagnosis, List<Action> support) {
    this.support = support;
    this.diagnosis = diagnosis;
    this.viewModel = viewModel;
  }

  /// What the help shows.
  public HelpViewModel getViewModel() {
    return viewModel;
  }

  /// What the palette offers here.
  public List<Action> actions() {
    return List.of(
        new Action(Text.of("help.search"), "", () -> open("")),
        new Action(Text.of("help.diagnosis"), "", () -> tabs.getSelectionModel().select(1)),
        new Action(Text.of("help.about"), "", () -> tabs.getSelectionModel().selectLast()),
        new Action(Text.of("help.about.copy"), "", this::copyAbout));
  }

  @FXML
  private void initialize() {
    query.textProperty().bindBidirectional(viewModel.queryProperty());
    entries.setItems(viewModel.getFound());
    entries.setCellFactory(_ -> new Cell());
    entries.setPlaceholder(FourLines.line(Text.of("help.none")));
    entries.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> show(now));
    viewModel.getFound().addListener((ListChangeListener<HelpSource.Entry>) _ -> selectFirst());
    guided.setContent(new DiagnosisPane(diagnosis, code -> open(code.toString())));
    terms(glossary, viewModel.glossary());
    terms(keys, viewModel.keys());
    keys.getChildren().add(FourLines.line(Text.of("keys.frame")));
    terms(about, viewModel.about());
    support.forEach(act -> {
      Button button = new Button(act.words());
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(_ -> act.act().run());
      acts.getChildren().add(acts.getChildren().indexOf(copied), button);
    });
    selectFirst();
  }

  @FXML
  private void copyAbout() {
    Copied.text(viewModel.aboutLines());
    copied.setText(Text.of("help.about.copied"));
  }

  /// The runbook at what is looked for.
  private void open(String words) {
    tabs.getSelectionModel().selectFirst();
    query.setText(words);
    query.requestFocus();
  }

  private void selectFirst() {
    entries.getSelectionModel().selectFirst();
    if (viewModel.getFound().isEmpty()) {
      show(null);
    }
  }

  private void show(HelpSource.@Nullable Entry shown) {
    entry.getChildren().clear();
    if (shown == null) {
      entry.getChildren().add(muted(Text.of("help.choose")));
      return;
    }
    Label title = FourLines.line(shown.title());
    title.getStyleClass().add("sw-title");
    Label code = FourLines.line(shown.code());
    code.getStyleClass().add("sw-mono");
    entry.getChildren().addAll(title, code, FourLines.line(shown.meaning()));
    part(Text.of("help.owner"), shown.owner());
    part(Text.of("help.state"), shown.state());
    part(Text.of("help.next"), shown.next());
    part(Text.of("help.retry"), shown.retry());
  }

  private void part(String name, String words) {
    if (!words.isEmpty()) {
      entry.getChildren().addAll(muted(name), FourLines.line(words));
    }
  }

  private static void terms(VBox box, List<HelpSource.Term> terms) {
    for (HelpSource.Term term : terms) {
      Label name = FourLines.line(term.name());
      name.getStyleClass().add("sw-strong");
      Node meaning = FourLines.line(term.meaning());
      VBox pair = new VBox(name, meaning);
      pair.getStyleClass().add("sw-list");
      box.getChildren().add(pair);
    }
  }

  private static Label muted(String words) {
    Label label = FourLines.line(words);
    label.getStyleClass().add("sw-muted");
    return label;
  }

  private static final class Cell extends ListCell<HelpSource.Entry> {
    @Override
    protected void updateItem(HelpSource.@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      setText(null);
      setGraphic(null);
      if (!empty && entry != null) {
        Label title = new Label(entry.title());
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        Label code = new Label(entry.code());
        code.getStyleClass().addAll("sw-muted", "sw-mono");
        VBox box = new VBox(title, code);
        box.setMaxWidth(280);
        setGraphic(box);
        setAccessibleText(entry.code() + ", " + entry.title());
      }
    }
  }
}
