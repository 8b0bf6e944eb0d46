package simwright.ui.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import simwright.failover.RegionCoverage;
import simwright.journal.Alarm;
import simwright.ui.failover.HolesModel.Found;
import simwright.ui.frame.Action;
import simwright.ui.frame.DeviceChoice;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.EmptyState;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// The alarms of holes, each to be acknowledged, and the regions with what is missing there.
public final class HolesView {
  private final HolesModel viewModel;
  private final FailoverWords words;

  @FXML private VBox content;

  /// A view of holes.
  HolesView(HolesModel viewModel, FailoverWords words) {
    this.viewModel = viewModel;
    this.words = words;
  }

  @FXML
  private void initialize() {
    viewModel.foundProperty().addListener((_, _, now) -> show(now));
    show(viewModel.foundProperty().get());
  }

  @FXML
  private void catalog() {
    viewModel.catalog();
  }

  /// What the palette offers here.
  List<Action> actions() {
    return List.of(new Action(Text.of("holes.matrix"), "", viewModel::catalog));
  }

  private void show(Optional<Found> now) {
    if (now.isEmpty()) {
      content.getChildren().setAll(viewModel.getState().label());
      return;
    }
    Found found = now.get();
    if (found.alarms().isEmpty() && found.regions().isEmpty()) {
      EmptyState empty =
          new EmptyState(
              Material2OutlinedAL.LANGUAGE,
              Text.of("holes.none"),
              List.of(Text.of("holes.empty.how"), Text.of("holes.empty.device")));
      HBox holder = new HBox(empty);
      holder.getStyleClass().add("sw-empty-holder");
      content.getChildren().setAll(holder);
      return;
    }
    List<Node> all = new ArrayList<>();
    VBox alarms = Marks.section("holes.alarms");
    found.alarms().stream().map(this::alarm).forEach(alarms.getChildren()::add);
    if (found.alarms().isEmpty()) {
      alarms.getChildren().add(Marks.mark(State.PASS, Text.of("holes.alarms.none")));
    }
    all.add(alarms);
    VBox regions = Marks.section("holes.regions");
    found.regions().forEach(each -> regions.getChildren().add(region(each)));
    if (found.regions().isEmpty()) {
      regions.getChildren().add(Marks.muted(Text.of("holes.none")));
    }
    all.add(regions);
    content.getChildren().setAll(all);
  }

  private HBox alarm(Alarm alarm) {
    String text = DeviceText.literal(alarm.text());
    StateMark mark =
        Marks.mark(
            State.FAIL,
            alarm.device().isEmpty()
                ? text
                : Text.format("holes.device", DeviceChoice.name(alarm.device()), text));
    String since = words.at(alarm.raised());
    VBox said =
        new VBox(
            mark,
            Marks.muted(
                alarm
                    .acknowledged()
                    .map(at -> Text.format("holes.seen", since, words.at(at)))
                    .orElseGet(() -> Text.format("holes.since", since))));
    said.getStyleClass().add("sw-list");
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox row = new HBox(said);
    row.getStyleClass().addAll("sw-candidate", "sw-step");
    if (alarm.acknowledged().isEmpty()) {
      Button seen = new Button(Text.of("holes.acknowledge"));
      seen.setMinWidth(Region.USE_PREF_SIZE);
      seen.setAccessibleText(
          Text.format("holes.acknowledge.said", DeviceText.literal(alarm.text())));
      seen.setOnAction(_ -> viewModel.acknowledge(alarm));
      row.getChildren().add(seen);
    }
    return row;
  }

  private static VBox region(RegionCoverage row) {
    String name = DeviceText.literal(row.region() + "  " + row.name());
    VBox box =
        new VBox(
            row.holes().isEmpty()
                ? Marks.mark(State.PASS, Text.format("holes.covered", name))
                : Marks.mark(
                    State.FAIL,
                    Text.format("holes.missing", name, DeviceText.literal(row.words()))),
            Marks.muted(
                Text.format(
                    "holes.counts",
                    row.local(),
                    row.regional(),
                    row.global(),
                    row.cards(),
                    row.waiting(),
                    DeviceText.literal(row.policy()))));
    box.getStyleClass().add("sw-step");
    return box;
  }
}
