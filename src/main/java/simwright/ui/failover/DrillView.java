package simwright.ui.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.VBox;
import simwright.acceptance.Run;
import simwright.acceptance.RunView;
import simwright.acceptance.plan.Plan;
import simwright.ui.frame.Action;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;

/// The drill to run with its criteria, the run under way or the last one in figures, and those
/// before it.
public final class DrillView {
  private static final int MOST = 1000;

  private final DrillModel viewModel;
  private final FailoverWords words;

  @FXML private ComboBox<Plan> drills;
  @FXML private CheckBox load;
  @FXML private Spinner<Integer> times;
  @FXML private Button start;
  @FXML private Button cancel;
  @FXML private VBox content;

  /// A view of drills.
  DrillView(DrillModel viewModel, FailoverWords words) {
    this.viewModel = viewModel;
    this.words = words;
  }

  @FXML
  private void initialize() {
    drills.setConverter(Offered.in(plan -> DeviceText.literal(plan.title())));
    drills.setItems(viewModel.getDrills());
    drills
        .valueProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            viewModel.chosenProperty().set(Optional.of(now));
          }
        });
    viewModel
        .chosenProperty()
        .addListener((_, _, now) -> {
          now.ifPresent(drills::setValue);
          load.setDisable(viewModel.loaded().isEmpty());
          show();
        });
    load.setDisable(true);
    load.selectedProperty().bindBidirectional(viewModel.loadProperty());
    viewModel.loadProperty().addListener((_, _, _) -> show());
    times.setValueFactory(
        new SpinnerValueFactory.IntegerSpinnerValueFactory(
            1, MOST, viewModel.timesProperty().get()));
    times.getEditor().setAccessibleText(Text.of("drill.times"));
    times
        .valueProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            viewModel.timesProperty().set(now);
          }
        });
    viewModel.getFormer().addListener((ListChangeListener<Run>) _ -> show());
    viewModel.runningProperty().addListener((_, _, _) -> show());
    show();
    viewModel.refresh();
  }

  @FXML
  private void start() {
    times.commitValue();
    viewModel.start();
  }

  @FXML
  private void cancel() {
    viewModel.cancel();
  }

  /// What the palette offers here.
  List<Action> actions() {
    return List.of(
        new Action(Text.of("drill.start"), "", this::start),
        new Action(Text.of("drill.cancel"), "", this::cancel));
  }

  private void show() {
    Optional<RunView> running = viewModel.runningProperty().get();
    start.setDisable(running.isPresent() || viewModel.plan().isEmpty());
    cancel.setDisable(running.isEmpty());
    if (viewModel.plan().isEmpty()) {
      content.getChildren().setAll(viewModel.getState().label());
      return;
    }
    Plan plan = viewModel.plan().get();
    List<Node> all = new ArrayList<>();
    all.add(FourLines.line(DeviceText.literal(plan.about())));
    all.add(criteria(plan));
    running.ifPresent(view -> all.add(running(view)));
    Optional<Run> shown =
        running.map(RunView::run).or(() -> viewModel.getFormer().stream().findFirst());
    shown.ifPresent(run -> all.add(new DrillFigures(run, plan, running.isEmpty())));
    all.add(former(plan));
    content.getChildren().setAll(all);
  }

  private static VBox criteria(Plan plan) {
    VBox box = Marks.section("drill.criteria");
    box.getChildren()
        .add(Marks.muted(Text.format("drill.version", DeviceText.literal(plan.limits().words()))));
    List<String> all = new Criteria(plan).words();
    all.forEach(each -> box.getChildren().add(FourLines.line(each)));
    if (all.isEmpty()) {
      box.getChildren().add(Marks.mark(State.FAIL, Text.of("drill.criteria.none")));
    }
    return box;
  }

  private static VBox running(RunView view) {
    ProgressBar bar = new ProgressBar(view.total() == 0 ? 0 : (double) view.done() / view.total());
    bar.setMaxWidth(Double.MAX_VALUE);
    String said =
        Text.format("drill.running", DeviceText.literal(view.step()), view.done(), view.total());
    bar.setAccessibleText(said);
    VBox box = new VBox(Marks.mark(State.BUSY, said), bar);
    box.getStyleClass().add("sw-list");
    return box;
  }

  private VBox former(Plan plan) {
    VBox box = Marks.section("drill.former");
    List<Run> runs = viewModel.getFormer();
    if (runs.isEmpty()) {
      box.getChildren().add(viewModel.getState().label());
      return box;
    }
    DrillTrend.of(runs, new Criteria(plan), words).ifPresent(box.getChildren()::add);
    runs.forEach(run -> {
      Label line =
          Marks.mark(DrillFigures.state(run), DrillFigures.line(run, words.at(run.started())));
      box.getChildren().add(line);
    });
    return box;
  }
}
