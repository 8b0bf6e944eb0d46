package simwright.ui.acceptance;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import simwright.ui.frame.Action;
import simwright.ui.frame.DeviceChoice;
import simwright.ui.fx.Desk;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;
import simwright.ui.part.Tables;

/// The acceptance screen: choose, run, read the verdict from across the room, look at the evidence.
public final class AcceptanceView {
  private static final int RECENT = 20;
  private static final String PLAN = "acceptance.plan";

  private final AcceptanceViewModel viewModel;
  private final Desk desk;
  private final DateTimeFormatter when;
  private List<AcceptanceSource.Step> drawn = List.of();

  @FXML private TabPane tabs;
  @FXML private ComboBox<AcceptanceSource.Plan> plans;
  @FXML private Label about;
  @FXML private FlowPane slots;
  @FXML private VBox verdict;
  @FXML private VBox steps;
  @FXML private MenuButton reports;
  @FXML private TableView<AcceptanceSource.Result> results;

  /// A view of plans and runs in a time zone.
  public AcceptanceView(AcceptanceViewModel viewModel, Desk desk, ZoneId zone) {
    this.viewModel = viewModel;
    this.desk = desk;
    this.when = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
  }

  /// What the screen shows.
  public AcceptanceViewModel getViewModel() {
    return viewModel;
  }

  /// What the palette offers here.
  public List<Action> actions() {
    List<Action> all = new ArrayList<>();
    for (AcceptanceSource.Plan plan : viewModel.plans()) {
      for (DeviceChoice device : viewModel.ready()) {
        all.add(
            new Action(
                Text.format("acceptance.run.plan", plan.title(), device.title()),
                "",
                () -> viewModel.start(plan, device)));
      }
    }
    viewModel.getResults().stream()
        .limit(RECENT)
        .forEach(run -> all.add(new Action(line(run), "", () -> open(run))));
    for (AcceptanceSource.Form form : AcceptanceSource.Form.values()) {
      all.add(new Action(words(form), "", () -> viewModel.report(form)));
    }
    return all;
  }

  @FXML
  private void initialize() {
    plans.getItems().setAll(viewModel.plans());
    plans.getItems().stream()
        .filter(plan -> plan.id().equals(desk.recall(PLAN)))
        .findFirst()
        .ifPresent(viewModel.planProperty()::set);
    plans.valueProperty().bindBidirectional(viewModel.planProperty());
    viewModel
        .planProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            desk.keep(PLAN, now.id());
          }
          describe();
        });
    viewModel.usualProperty().addListener((_, _, _) -> describe());
    viewModel.runProperty().addListener((_, _, now) -> show(now));
    viewModel.getSlots().addListener((ListChangeListener<AcceptanceSource.Run>) _ -> showSlots());
    for (AcceptanceSource.Form form : AcceptanceSource.Form.values()) {
      MenuItem item = new MenuItem(words(form));
      item.setOnAction(_ -> viewModel.report(form));
      reports.getItems().add(item);
    }
    fillResults();
    describe();
    showSlots();
    show(viewModel.getRun());
  }

  private void fillResults() {
    results
        .getColumns()
        .setAll(
            List.of(
                verdicts(),
                Tables.column(
                    "plan", Text.of("acceptance.plan"), 110, AcceptanceSource.Result::plan),
                Tables.column(
                    "device", Text.of("audit.device"), 120, one -> viewModel.title(one.device())),
                Tables.column(
                    "started",
                    Text.of("acceptance.started"),
                    165,
                    one -> when.format(one.started())),
                Tables.column(
                    "took",
                    Text.of("acceptance.took"),
                    80,
                    one -> one.took().map(StepRow::seconds).orElse("")),
                Tables.column(
                    "operator",
                    Text.of("audit.actor"),
                    100,
                    one -> DeviceText.literal(one.operator())),
                Tables.column(
                    "why", Text.of("acceptance.why"), 140, one -> DeviceText.literal(one.why()))));
    SortedList<AcceptanceSource.Result> sorted = new SortedList<>(viewModel.getResults());
    sorted.comparatorProperty().bind(results.comparatorProperty());
    results.setItems(sorted);
    results.setPlaceholder(viewModel.getResultsState().label());
    Tables.remember(results, "results", desk, AcceptanceSource.Result::id);
    results.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        openChosen();
      }
    });
    results.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        openChosen();
        event.consume();
      }
    });
  }

  private static TableColumn<AcceptanceSource.Result, String> verdicts() {
    TableColumn<AcceptanceSource.Result, String> column =
        Tables.column("verdict", Text.of("acceptance.verdict"), 130, AcceptanceView::verdict);
    column.setCellFactory(_ -> new VerdictCell());
    return column;
  }

  private static String verdict(AcceptanceSource.Result one) {
    return one.verdict().isPresent() ? one.outcome() : Text.of("acceptance.running");
  }

  @FXML
  private void start() {
    viewModel.start();
  }

  @FXML
  private void openChosen() {
    AcceptanceSource.Result chosen = results.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      open(chosen);
    }
  }

  @FXML
  private void copy() {
    Tables.copy(results);
  }

  @FXML
  private void export() {
    viewModel.export(desk, Tables.csv(results));
  }

  private void open(AcceptanceSource.Result run) {
    viewModel.show(run);
    tabs.getSelectionModel().selectFirst();
  }

  private void describe() {
    AcceptanceSource.Plan plan = viewModel.planProperty().get();
    String usual = viewModel.usualProperty().get();
    about.setText(
        plan == null
            ? Text.of("acceptance.plan.none")
            : Text.format("acceptance.plan.about", plan.about(), plan.steps(), usual).strip());
  }

  /// Where runs of several devices stand: one button each, which shows that device's run.
  private void showSlots() {
    List<AcceptanceSource.Run> now = viewModel.getSlots();
    slots.getChildren().setAll(now.size() < 2 ? List.of() : now.stream().map(this::slot).toList());
    slots.setManaged(now.size() > 1);
  }

  private Node slot(AcceptanceSource.Run run) {
    State state = run.verdict().orElse(State.BUSY);
    String word = run.verdict().isPresent() ? run.outcome() : Text.of("acceptance.running");
    Button button =
        new Button("", new StateMark(state, word + " · " + viewModel.title(run.device())));
    button.setAccessibleText(Text.format("acceptance.slot", viewModel.title(run.device()), word));
    button.setOnAction(_ -> viewModel.choose(run));
    return button;
  }

  /// Rows of steps that did not change stay, so that the focus stays in them while a run goes on.
  private void show(Optional<AcceptanceSource.Run> run) {
    verdict.setVisible(run.isPresent());
    verdict.setManaged(run.isPresent());
    if (run.isEmpty()) {
      drawn = List.of();
      steps.getChildren().setAll(FourLines.line(Text.of("acceptance.empty")));
      return;
    }
    List<AcceptanceSource.Step> now = run.get().steps();
    int same = 0;
    while (same < Math.min(now.size(), drawn.size()) && now.get(same).equals(drawn.get(same))) {
      same++;
    }
    if (drawn.isEmpty()) {
      steps.getChildren().clear();
    } else {
      steps.getChildren().remove(same, drawn.size());
    }
    now.subList(same, now.size())
        .forEach(step -> steps.getChildren().add(new StepRow(step, viewModel)));
    drawn = now;
  }

  private String line(AcceptanceSource.Result run) {
    return Text.format(
        "acceptance.result", run.plan(), viewModel.title(run.device()), when.format(run.started()));
  }

  private static String words(AcceptanceSource.Form form) {
    return switch (form) {
      case HTML -> Text.of("acceptance.report.html");
      case JSON -> Text.of("acceptance.report.json");
      case JUNIT -> Text.of("acceptance.report.junit");
    };
  }

  private static final class VerdictCell extends TableCell<AcceptanceSource.Result, String> {
    @Override
    protected void updateItem(@Nullable String word, boolean empty) {
      super.updateItem(word, empty);
      setText(null);
      setGraphic(null);
      AcceptanceSource.Result row = getTableRow() == null ? null : getTableRow().getItem();
      if (!empty && word != null && row != null) {
        setGraphic(new StateMark(row.verdict().orElse(State.BUSY), word));
      }
    }
  }
}
