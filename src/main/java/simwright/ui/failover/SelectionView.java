package simwright.ui.failover;

import java.time.Duration;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import simwright.failover.Holes;
import simwright.failover.Looked;
import simwright.failover.Ranked;
import simwright.failover.SelectionEntry;
import simwright.failover.policy.PolicyFile;
import simwright.job.FailoverActs;
import simwright.ui.failover.SelectionModel.Shown;
import simwright.ui.frame.Action;
import simwright.ui.fx.Ages;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.EmptyState;
import simwright.ui.part.FourLines;
import simwright.ui.part.StateMark;

/// The machine with the state the device is in, its candidates in their order, and the decisions,
/// each with its explanation.
public final class SelectionView {
  private static final int MOST = 50;
  private static final List<Duration> TIMES =
      List.of(Duration.ZERO, Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(8));

  private final SelectionModel viewModel;
  private final FailoverWords words;
  private final MachinePicture machine = new MachinePicture();

  @FXML private FlowPane acts;
  @FXML private ComboBox<PolicyFile> policies;
  @FXML private ComboBox<Duration> times;
  @FXML private VBox content;

  /// A view in the words of a time zone.
  SelectionView(SelectionModel viewModel, FailoverWords words) {
    this.viewModel = viewModel;
    this.words = words;
  }

  @FXML
  private void initialize() {
    Offered.policies(policies, viewModel.getPolicies(), viewModel.policyProperty());
    times.setConverter(Offered.in(SelectionView::lasting));
    times.getItems().setAll(TIMES);
    times.setValue(Duration.ZERO);
    viewModel.shownProperty().addListener((_, _, now) -> show(now));
    show(viewModel.shownProperty().get());
    viewModel.refresh();
  }

  private static String lasting(Duration time) {
    return time.isZero()
        ? Text.of("failover.once")
        : Text.format("failover.for", Ages.length(time));
  }

  @FXML
  private void look() {
    viewModel.watch(times.getValue());
  }

  @FXML
  private void read() {
    viewModel.look();
  }

  @FXML
  private void want() {
    viewModel.want("any");
  }

  /// What the palette offers here.
  List<Action> actions() {
    return List.of(
        new Action(Text.of("failover.look"), "", this::look),
        new Action(Text.of("failover.read"), "", this::read),
        new Action(Text.of("failover.want"), "", this::want));
  }

  private void show(Shown now) {
    acts.setDisable(now.device().isEmpty());
    machine.show(now.state());
    if (now.device().isEmpty()) {
      EmptyState empty =
          new EmptyState(
              Material2OutlinedMZ.SWAP_CALLS,
              Text.of("failover.empty"),
              List.of(Text.of("failover.empty.how"), Text.of("failover.empty.drill")));
      HBox holder = new HBox(empty);
      holder.getStyleClass().add("sw-empty-holder");
      content.getChildren().setAll(holder, machine);
      return;
    }
    content.getChildren().setAll(standing(now), machine, candidates(now), decisions(now));
  }

  private VBox standing(Shown now) {
    StateMark mark =
        now.state()
            .map(state ->
                new StateMark(
                    FailoverWords.mark(state),
                    Text.format("failover.stands", FailoverWords.state(state), state.words())))
            .orElseGet(() -> new StateMark(simwright.ui.part.State.IDLE, Text.of("failover.none")));
    mark.getStyleClass().add("sw-title");
    mark.setWrapText(true);
    mark.setMinHeight(Region.USE_PREF_SIZE);
    VBox box = new VBox(mark);
    box.getStyleClass().add("sw-list");
    if (!now.inUse().isEmpty()) {
      box.getChildren()
          .add(FourLines.line(Text.format("failover.in-use", DeviceText.literal(now.inUse()))));
    }
    now.since()
        .ifPresent(since ->
            box.getChildren()
                .add(
                    Marks.muted(
                        Text.format(
                            now.watched() ? "failover.watched" : "failover.since",
                            words.at(since),
                            DeviceText.literal(now.policy())))));
    now.state()
        .ifPresent(state ->
            box.getChildren()
                .add(
                    Marks.muted(Text.format("failover.ways", MachinePicture.names(state.ways())))));
    return box;
  }

  private VBox candidates(Shown now) {
    VBox box = Marks.section("failover.candidates");
    if (now.looked().isEmpty()) {
      box.getChildren().add(Marks.muted(Text.of("failover.unread")));
      return box;
    }
    Looked looked = now.looked().get();
    Label age = Marks.muted("");
    age.textProperty().bind(viewModel.ageProperty());
    box.getChildren().add(age);
    for (Holes.Hole each : looked.holes()) {
      box.getChildren()
          .add(
              Marks.mark(
                  simwright.ui.part.State.FAIL,
                  Text.format("failover.hole", DeviceText.literal(each.words()))));
    }
    int number = 0;
    for (Ranked each : looked.candidates()) {
      number++;
      box.getChildren().add(candidate(number, each));
    }
    return box;
  }

  private HBox candidate(int number, Ranked ranked) {
    Label count = new Label(String.valueOf(number));
    count.getStyleClass().add("sw-number");
    count.setMinWidth(24);
    VBox said =
        new VBox(
            Marks.mark(FailoverWords.mark(ranked.place()), FailoverWords.place(ranked)),
            Marks.muted(FailoverWords.facts(ranked.candidate())),
            FourLines.line(FailoverWords.why(ranked)));
    said.getStyleClass().add("sw-list");
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox row = new HBox(count, said);
    row.getStyleClass().addAll("sw-candidate", "sw-step");
    if (ranked.place() != Ranked.Place.IN_USE) {
      Button use = new Button(Text.of("failover.use"));
      use.setMinWidth(Region.USE_PREF_SIZE);
      use.setAccessibleText(
          Text.format("failover.use.said", DeviceText.literal(ranked.candidate().name())));
      use.setOnAction(_ -> viewModel.want(ranked.candidate().iccid().value()));
      row.getChildren().add(use);
    }
    return row;
  }

  private VBox decisions(Shown now) {
    VBox box = Marks.section("failover.decisions");
    List<SelectionEntry> decided =
        now.entries().stream().filter(each -> each.what().equals("decided")).toList();
    if (decided.isEmpty()) {
      box.getChildren().add(viewModel.getState().label());
      return box;
    }
    decided.reversed().stream()
        .limit(MOST)
        .<Node>map(each -> decision(each, now.entries()))
        .forEach(box.getChildren()::add);
    if (decided.size() > MOST) {
      box.getChildren().add(Marks.muted(Text.format("failover.more", decided.size() - MOST)));
    }
    return box;
  }

  private VBox decision(SelectionEntry entry, List<SelectionEntry> all) {
    StateMark line =
        Marks.mark(
            entry.state().map(FailoverWords::mark).orElse(simwright.ui.part.State.IDLE),
            words.decision(entry));
    HBox.setHgrow(line, Priority.ALWAYS);
    Label why = FourLines.line("");
    why.getStyleClass().add("sw-step-words");
    why.setVisible(false);
    why.setManaged(false);
    Button ask = new Button(Text.of("failover.why"));
    ask.setMinWidth(Region.USE_PREF_SIZE);
    ask.setAccessibleText(Text.format("failover.why.said", words.decision(entry)));
    ask.setOnAction(_ -> {
      why.setText(DeviceText.literal(FailoverActs.why(entry, all)));
      why.setVisible(!why.isVisible());
      why.setManaged(why.isVisible());
    });
    HBox row = new HBox(line, ask);
    row.getStyleClass().add("sw-row");
    VBox box = new VBox(row, why);
    box.getStyleClass().add("sw-step");
    return box;
  }
}
