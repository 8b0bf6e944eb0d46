package simwright.ui.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import simwright.job.PlanFiles.Finding;
import simwright.job.PlanFiles.PlanText;
import simwright.ui.frame.Action;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.LineEditor;
import simwright.ui.part.StateMark;

/// The plans: the list, the editor with what is wrong in it, and what the plan would do.
public final class PlansView {
  private final PlansModel viewModel;

  @FXML private VBox screen;
  @FXML private ListView<PlanText> plans;
  @FXML private ToggleButton limitsShown;
  @FXML private LineEditor plan;
  @FXML private LineEditor limits;
  @FXML private ScrollPane findingsPane;
  @FXML private VBox findings;
  @FXML private VBox dry;

  /// A view of plan files.
  public PlansView(PlansModel viewModel) {
    this.viewModel = viewModel;
  }

  /// What it shows.
  public PlansModel getViewModel() {
    return viewModel;
  }

  @FXML
  private void initialize() {
    plans.setItems(viewModel.getPlans());
    plans.setCellFactory(_ -> new PlanCell());
    plans
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            viewModel.chosenProperty().set(now);
          }
        });
    viewModel.chosenProperty().addListener((_, _, now) -> select(now));
    plan.setWords(Text.of("plan.text"));
    limits.setWords(Text.of("plan.text.limits"));
    plan.textProperty().bindBidirectional(viewModel.textProperty());
    limits.textProperty().bindBidirectional(viewModel.limitsProperty());
    viewModel.ownProperty().addListener((_, _, _) -> lock());
    findingsPane.managedProperty().bind(findingsPane.visibleProperty());
    viewModel.getFindings().addListener((ListChangeListener<Finding>) _ -> mark());
    viewModel.dryProperty().addListener((_, _, now) -> show(now));
    screen.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() && event.getCode() == KeyCode.S) {
            save();
            event.consume();
          }
        });
    select(viewModel.chosenProperty().get());
    lock();
    mark();
    show(viewModel.dryProperty().get());
  }

  private void select(@Nullable PlanText now) {
    if (now == null || !viewModel.getPlans().contains(now)) {
      plans.getSelectionModel().clearSelection();
    } else if (!now.equals(plans.getSelectionModel().getSelectedItem())) {
      plans.getSelectionModel().select(now);
    }
  }

  private void lock() {
    plan.setReadOnly(!viewModel.isOwn());
    limits.setReadOnly(!viewModel.isOwn());
  }

  private void mark() {
    findingsPane.setVisible(!viewModel.getFindings().isEmpty());
    findings.getChildren().setAll(viewModel.getFindings().stream().map(this::button).toList());
    plan.mark(lines(false));
    limits.mark(lines(true));
  }

  private Set<Integer> lines(boolean ofLimits) {
    return viewModel.getFindings().stream()
        .filter(each -> each.limits() == ofLimits)
        .map(Finding::line)
        .collect(Collectors.toSet());
  }

  private Button button(Finding one) {
    String key = one.limits() ? "plan.finding.limits" : "plan.finding";
    Button button = new Button(Text.format(key, one.line(), DeviceText.literal(one.why())));
    button.getStyleClass().addAll("flat", "sw-finding");
    button.setWrapText(true);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> {
      limitsShown.setSelected(one.limits());
      (one.limits() ? limits : plan).go(one.line());
    });
    return button;
  }

  private void show(Optional<DryRun> now) {
    dry.getChildren().clear();
    now.ifPresent(run -> {
      run.about().forEach(line -> dry.getChildren().add(FourLines.line(line)));
      run.changes().forEach(line -> dry.getChildren().add(change(line)));
      if (!run.derived().isEmpty()) {
        dry.getChildren().add(strong(Text.of("plan.derived.from")));
        run.derived().forEach(line -> dry.getChildren().add(muted(line)));
      }
    });
  }

  private static VBox change(DryRun.Line line) {
    StateMark mark = new StateMark(line.state(), line.weight());
    mark.setWrapText(true);
    mark.setMinHeight(Region.USE_PREF_SIZE);
    VBox box = new VBox(strong(line.step()), FourLines.line(line.change()), mark);
    box.getStyleClass().add("sw-step");
    return box;
  }

  private static Label strong(String words) {
    Label label = FourLines.line(words);
    label.getStyleClass().add("sw-strong");
    return label;
  }

  private static Label muted(String words) {
    Label label = FourLines.line(words);
    label.getStyleClass().add("sw-muted");
    return label;
  }

  @FXML
  private void save() {
    viewModel.save();
  }

  @FXML
  private void copy() {
    viewModel.copy();
  }

  /// What the palette offers here.
  public List<Action> actions() {
    List<Action> all = new ArrayList<>();
    all.add(new Action(Text.of("plan.copy"), "", this::copy));
    all.add(new Action(Text.of("plan.save"), Text.of("plan.save.key"), this::save));
    return all;
  }

  private static final class PlanCell extends ListCell<PlanText> {
    private final Tooltip whole = new Tooltip();

    PlanCell() {
      setTooltip(whole);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PlanText item, boolean empty) {
      super.updateItem(item, empty);
      String name = item == null || empty ? "" : DeviceText.literal(item.name());
      String words =
          name.isEmpty() || item == null || !item.own() ? name : Text.format("plan.own", name);
      setText(words);
      whole.setText(words);
    }
  }
}
