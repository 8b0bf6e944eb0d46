package simwright.ui.data;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import simwright.quota.Budget;
import simwright.quota.DataReport;
import simwright.quota.Volume;
import simwright.ui.frame.Action;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.EmptyState;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// Budgets as cards that burn down, the applications that carried most, the time line of anomalies
/// and switches, and what should be done.
public final class DataView {
  private static final int MOST = 12;
  private static final List<Integer> DAYS = List.of(1, 7, 30, 62);

  private final DataModel viewModel;
  private final DataWords words;

  @FXML private ComboBox<Integer> days;
  @FXML private VBox content;

  /// A view in a time zone.
  public DataView(DataModel viewModel, ZoneId zone) {
    this.viewModel = viewModel;
    this.words =
        new DataWords(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone));
  }

  /// What it shows.
  public DataModel getViewModel() {
    return viewModel;
  }

  @FXML
  private void initialize() {
    days.getItems().setAll(DAYS);
    days.valueProperty().bindBidirectional(viewModel.daysProperty().asObject());
    viewModel.reportProperty().addListener((_, _, now) -> show(now));
    show(viewModel.reportProperty().get());
    viewModel.refresh();
  }

  @FXML
  private void sample() {
    viewModel.sample();
  }

  /// What the palette offers here.
  public List<Action> actions() {
    return List.of(new Action(Text.of("data.sample"), "", viewModel::sample));
  }

  private void show(Optional<DataReport> report) {
    if (report.isEmpty()) {
      content.getChildren().setAll(viewModel.getState().label());
      return;
    }
    DataReport now = report.get();
    if (now.lines().isEmpty() && now.budgets().isEmpty()) {
      EmptyState empty =
          new EmptyState(
              Material2OutlinedAL.DATA_USAGE,
              Text.of("data.empty"),
              List.of(Text.of("data.empty.how"), Text.of("data.empty.import")));
      HBox holder = new HBox(empty);
      holder.getStyleClass().add("sw-empty-holder");
      List<Node> all = new ArrayList<>(List.of(holder));
      figures(all);
      content.getChildren().setAll(all);
      return;
    }
    List<Node> all = new ArrayList<>();
    section(all, "data.events", events(now));
    section(all, "data.budgets", List.of(budgets(now)));
    section(all, "data.apps", apps(now));
    section(all, "data.proposals", proposals(now));
    figures(all);
    content.getChildren().setAll(all);
  }

  /// How the chosen device did, which the log tells of more than counters.
  private void figures(List<Node> all) {
    viewModel
        .doneProperty()
        .get()
        .ifPresent(done -> section(all, "data.figures", DoneLines.of(done)));
  }

  private static void section(List<Node> all, String key, List<? extends Node> nodes) {
    if (!nodes.isEmpty()) {
      Label title = FourLines.line(Text.of(key));
      title.getStyleClass().add("sw-title");
      all.add(title);
      all.addAll(nodes);
    }
  }

  private FlowPane budgets(DataReport report) {
    FlowPane cards = new FlowPane();
    cards.getStyleClass().add("sw-cards");
    report.budgets().stream()
        .filter(each -> each.traffic().isEmpty() || each.used() > 0)
        .forEach(each -> cards.getChildren().add(card(each, report.at())));
    return cards;
  }

  private VBox card(Budget budget, Instant now) {
    StateMark name = new StateMark(DataWords.state(budget), DataWords.name(budget));
    name.setWrapText(true);
    Label device = FourLines.line(DeviceText.literal(budget.device()));
    device.getStyleClass().add("sw-muted");
    VBox card =
        new VBox(
            name,
            device,
            FourLines.line(DataWords.used(budget)),
            new BurnDown(budget, now),
            FourLines.line(words.forecast(budget)));
    if (budget.kept() > 0) {
      card.getChildren().add(FourLines.line(Text.format("data.kept", Volume.words(budget.kept()))));
    }
    card.getStyleClass().addAll("sw-card", "sw-budget");
    return card;
  }

  private static List<Node> apps(DataReport report) {
    Map<String, Long> sums = new TreeMap<>();
    Map<String, DataReport.Line> lines = new TreeMap<>();
    for (DataReport.Line each : report.lines()) {
      String key = each.device() + "\n" + each.app();
      sums.merge(key, each.bytes(), Long::sum);
      lines.put(key, each);
    }
    long most = sums.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return sums.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST)
        .<Node>map(each ->
            bar(
                lines.getOrDefault(each.getKey(), report.lines().getFirst()),
                each.getValue(),
                most))
        .toList();
  }

  private static VBox bar(DataReport.Line line, long bytes, long most) {
    String said =
        Text.format(
            "data.app",
            DataWords.app(line.app()),
            DeviceText.literal(line.device()),
            DataWords.traffic(line.traffic()),
            Volume.words(bytes));
    ProgressBar bar = new ProgressBar(most == 0 ? 0 : (double) bytes / most);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(said);
    VBox box = new VBox(FourLines.line(said), bar);
    box.getStyleClass().add("sw-list");
    return box;
  }

  /// What stands on the time line, with its time.
  private record Pinned(Instant at, Node node) {}

  private List<Node> events(DataReport report) {
    List<Pinned> all = new ArrayList<>();
    report
        .anomalies()
        .forEach(
            each -> all.add(new Pinned(each.until(), mark(State.MARGINAL, words.anomaly(each)))));
    report
        .switches()
        .forEach(each -> all.add(new Pinned(each.until(), mark(State.IDLE, words.changed(each)))));
    report
        .roaming()
        .forEach(each -> all.add(new Pinned(each.from(), mark(State.FAIL, words.roaming(each)))));
    List<Node> shown = new ArrayList<>();
    report.warnings().forEach(each -> shown.add(mark(State.FAIL, DeviceText.literal(each.text()))));
    all.stream()
        .sorted(Comparator.comparing(Pinned::at).reversed())
        .limit(MOST)
        .forEach(each -> shown.add(each.node()));
    return shown;
  }

  private List<Node> proposals(DataReport report) {
    List<Node> all = new ArrayList<>();
    report
        .proposals()
        .forEach(each -> {
          Label act = FourLines.line(DataWords.proposal(each));
          act.getStyleClass().add("sw-strong");
          Label why = FourLines.line(DeviceText.literal(each.why()));
          Label how = FourLines.line(DeviceText.literal(each.how()));
          how.getStyleClass().add("sw-muted");
          VBox box = new VBox(act, why, how);
          box.getStyleClass().add("sw-step");
          if (each.possible()) {
            Button hold = new Button(Text.of("data.hold"));
            hold.setOnAction(_ -> viewModel.hold(each.device()));
            box.getChildren().add(hold);
          }
          all.add(box);
        });
    return all;
  }

  private static StateMark mark(State state, String said) {
    StateMark mark = new StateMark(state, said);
    mark.setWrapText(true);
    mark.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    mark.setMaxWidth(Double.MAX_VALUE);
    return mark;
  }
}
