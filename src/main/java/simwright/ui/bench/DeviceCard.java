package simwright.ui.bench;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Flash;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.LadderView;
import simwright.ui.part.Sparkline;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// One device: title, state, ladder, signal, identity, facts, and what can be done.
final class DeviceCard extends VBox {
  private static final double WIDTH = 392;

  private final BenchViewModel viewModel;
  private final Label title = FourLines.line("");
  private final Label badge = new Label(Text.of("status.simulated"));
  private final StateMark state = new StateMark();
  private final Label fault = FourLines.line("");
  private final LadderView ladder;
  private final Sparkline sparkline = new Sparkline();
  private final Label signal = FourLines.line("");
  private final Label age = new Label();
  private final StateMark differs = new StateMark();
  private final Label access = FourLines.line("");
  private final Label mends = FourLines.line("");
  private final Button mend = new Button(Text.of("bench.access.repair"));
  private final FactGrid facts = new FactGrid();
  private final ReadingsPane readings = new ReadingsPane();
  private final FlowPane acts = new FlowPane();

  DeviceCard(BenchViewModel viewModel) {
    this.viewModel = viewModel;
    this.ladder = new LadderView(viewModel.getNotices().words()::next);
    getStyleClass().addAll("sw-card", "sw-device");
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    title.getStyleClass().add("sw-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    badge.getStyleClass().add("sw-badge");
    badge.setMinWidth(USE_PREF_SIZE);
    age.getStyleClass().add("sw-muted");
    age.setMinWidth(USE_PREF_SIZE);
    acts.getStyleClass().add("sw-acts");
    HBox head = new HBox(title, badge);
    head.getStyleClass().add("sw-row");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox second = new HBox(state, space, age);
    second.getStyleClass().add("sw-row");
    mends.getStyleClass().add("sw-muted");
    mend.setMinWidth(USE_PREF_SIZE);
    Flash.follow(state);
    Flash.follow(signal);
    differs.setState(State.FAIL);
    differs.setWords(Text.of("bench.access"));
    getChildren().addAll(head, second, fault, ladder, differs, access, mends, mend);
    getChildren().addAll(sparkline, signal, facts, readings, acts);
  }

  void show(CardData data) {
    title.setText(data.title());
    shown(badge, data.simulated());
    state.setState(data.state());
    state.setWords(data.stateWords());
    age.setText(data.age());
    fault.setText(data.fault().map(this::words).orElse(""));
    shown(fault, data.fault().isPresent());
    ladder.show(data.ladder());
    showAccess(data);
    shown(ladder, !data.ladder().isEmpty());
    sparkline.show(data.strengths());
    shown(sparkline, !data.strengths().isEmpty());
    signal.setText(data.signal());
    shown(signal, !data.signal().isEmpty());
    getStyleClass().remove("sw-stale");
    if (data.stale()) {
      getStyleClass().add("sw-stale");
    }
    facts.show(data.identities(), data.facts());
    readings.show(data.readings());
    showActs(data);
  }

  private void showAccess(CardData data) {
    boolean there = data.access().isPresent();
    String repair = data.access().map(CardData.Access::repair).orElse("");
    access.setText(data.access().map(CardData.Access::trouble).orElse(""));
    shown(differs, there);
    mends.setText(repair.isEmpty() ? Text.of("bench.access.operator") : repair);
    mend.setOnAction(_ -> viewModel.repairAccess(data.id()));
    shown(access, there);
    shown(mends, there);
    shown(mend, !repair.isEmpty() && data.connected());
  }

  private String words(simwright.fault.FaultCode code) {
    var runbook = viewModel.getNotices().words();
    String meaning = runbook.meaning(code);
    return (meaning.isEmpty() ? "" : meaning + " ") + runbook.next(code) + " (" + code + ")";
  }

  private void showActs(CardData data) {
    String now = data.attachment().name();
    if (now.equals(acts.getUserData())) {
      return;
    }
    acts.setUserData(now);
    acts.getChildren().clear();
    if (data.canConnect()) {
      act(Text.of("bench.connect"), true, () -> viewModel.connect(data.id()));
    }
    if (data.connected()) {
      act(Text.of("bench.test"), true, () -> viewModel.open(Screen.ACCEPTANCE, data.id()));
      act(Text.of("bench.terminal"), false, () -> viewModel.open(Screen.TERMINAL, data.id()));
      act(Text.of("bench.ping"), false, () -> viewModel.ping(data.id()));
      act(Text.of("bench.release"), false, () -> viewModel.release(data.id()));
      acts.getChildren().add(more(data.id()));
    }
    if (data.bundled()) {
      act(Text.of("bench.bundle.card"), false, () -> viewModel.open(Screen.PROFILES, data.id()));
      act(Text.of("bench.terminal"), false, () -> viewModel.open(Screen.TERMINAL, data.id()));
      act(Text.of("bench.bundle.log"), false, () -> viewModel.open(Screen.AUDIT, data.id()));
    }
    if (data.released()) {
      act(Text.of("bench.take-back"), true, () -> viewModel.takeBack(data.id()));
    }
    shown(acts, !acts.getChildren().isEmpty());
  }

  private void act(String words, boolean primary, Runnable act) {
    Button button = new Button(words);
    if (primary) {
      button.getStyleClass().add("accent");
    }
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> act.run());
    acts.getChildren().add(button);
  }

  /// What cannot be undone lies in the menu.
  private MenuButton more(String id) {
    MenuItem sanitise = new MenuItem(Text.of("bench.sanitise"));
    sanitise.setOnAction(_ -> viewModel.sanitise(id));
    MenuButton more = new MenuButton(Text.of("bench.more"));
    more.getItems().add(sanitise);
    more.setMinWidth(USE_PREF_SIZE);
    return more;
  }

  private static void shown(Region region, boolean shown) {
    region.setVisible(shown);
    region.setManaged(shown);
  }
}
