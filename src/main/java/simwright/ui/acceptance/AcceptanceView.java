package simwright.ui.acceptance;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import simwright.ui.frame.Action;
import simwright.ui.frame.DeviceChoice;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.StateMark;

/// The acceptance screen: choose, run, read the verdict from across the room, look at the evidence.
public final class AcceptanceView {
  private final AcceptanceViewModel viewModel;
  private final DateTimeFormatter when;

  @FXML private TabPane tabs;
  @FXML private ComboBox<AcceptanceSource.Plan> plans;
  @FXML private Label about;
  @FXML private VBox verdict;
  @FXML private VBox steps;
  @FXML private ListView<AcceptanceSource.Run> results;

  /// A view of plans and runs in a time zone.
  public AcceptanceView(AcceptanceViewModel viewModel, ZoneId zone) {
    this.viewModel = viewModel;
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
    for (AcceptanceSource.Run run : viewModel.getResults()) {
      all.add(new Action(line(run), "", () -> open(run)));
    }
    all.add(new Action(Text.of("acceptance.report"), "", viewModel::report));
    return all;
  }

  @FXML
  private void initialize() {
    plans.getItems().setAll(viewModel.plans());
    plans.valueProperty().bindBidirectional(viewModel.planProperty());
    viewModel.planProperty().addListener((_, _, now) -> describe(now));
    viewModel.runProperty().addListener((_, _, now) -> show(now));
    results.setItems(viewModel.getResults());
    results.setPlaceholder(FourLines.line(Text.of("acceptance.results.none")));
    results.setCellFactory(_ -> new Cell());
    results.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        openChosen();
      }
    });
    describe(viewModel.planProperty().get());
    show(viewModel.getRun());
  }

  @FXML
  private void start() {
    viewModel.start();
  }

  @FXML
  private void report() {
    viewModel.report();
  }

  @FXML
  private void openChosen() {
    AcceptanceSource.Run chosen = results.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      open(chosen);
    }
  }

  private void open(AcceptanceSource.Run run) {
    viewModel.show(run);
    tabs.getSelectionModel().selectFirst();
  }

  private void describe(AcceptanceSource.@Nullable Plan plan) {
    about.setText(
        plan == null
            ? Text.of("acceptance.plan.none")
            : Text.format("acceptance.plan.about", plan.about(), plan.steps()));
  }

  private void show(Optional<AcceptanceSource.Run> run) {
    verdict.setVisible(run.isPresent());
    verdict.setManaged(run.isPresent());
    steps.getChildren().clear();
    run.ifPresent(shown ->
        shown.steps().forEach(step -> steps.getChildren().add(new StepRow(step, viewModel))));
    if (run.isEmpty()) {
      steps.getChildren().add(FourLines.line(Text.of("acceptance.empty")));
    }
  }

  private String line(AcceptanceSource.Run run) {
    return Text.format(
        "acceptance.result",
        run.plan(),
        DeviceText.literal(run.device()),
        when.format(run.started()));
  }

  private final class Cell extends ListCell<AcceptanceSource.Run> {
    @Override
    protected void updateItem(AcceptanceSource.@Nullable Run run, boolean empty) {
      super.updateItem(run, empty);
      setText(null);
      setGraphic(null);
      if (!empty && run != null) {
        StateMark mark = new StateMark();
        run.verdict().ifPresent(mark::setState);
        mark.setWords(
            run.outcome()
                + " · "
                + line(run)
                + (run.simulated() ? " · " + Text.of("status.simulated") : ""));
        setGraphic(mark);
        setAccessibleText(mark.getAccessibleText());
      }
    }
  }
}
