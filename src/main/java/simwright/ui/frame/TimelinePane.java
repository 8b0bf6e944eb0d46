package simwright.ui.frame;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;

/// What jobs did and when, over the frame; one job, or the last ones.
final class TimelinePane extends StackPane {
  private final VBox lines = new VBox();
  private final Button close = new Button(Text.of("keys.close"));
  private final DateTimeFormatter clock;
  private List<Timelines.Timeline> all = List.of();
  private String only = "";

  TimelinePane(ZoneId zone) {
    this.clock = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
    getStyleClass().add("sw-veil");
    Label head = new Label(Text.of("jobs.timeline"));
    head.getStyleClass().add("sw-title");
    lines.getStyleClass().add("sw-column");
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(Text.of("jobs.timeline"));
    scroll.getStyleClass().add("sw-screen-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    close.setOnAction(_ -> close());
    VBox box = new VBox(head, scroll, close);
    box.getStyleClass().add("sw-palette");
    box.setMaxSize(640, 480);
    getChildren().add(box);
    setVisible(false);
  }

  /// Takes in how the jobs stand now.
  void follow(List<Timelines.Timeline> now) {
    all = now;
    if (isVisible()) {
      show();
    }
  }

  /// Opens on one job, or on all of them for "".
  void open(String id) {
    only = id;
    show();
    setVisible(true);
    close.requestFocus();
  }

  void close() {
    setVisible(false);
  }

  private void show() {
    lines.getChildren().clear();
    all.stream().filter(line -> only.isEmpty() || line.id().equals(only)).forEach(this::add);
    if (lines.getChildren().isEmpty()) {
      lines.getChildren().add(FourLines.line(Text.of("jobs.none")));
    }
  }

  private void add(Timelines.Timeline line) {
    String device = line.device().isEmpty() ? "" : " · " + DeviceChoice.name(line.device());
    Label head = FourLines.line(JobRow.act(line.act()) + device);
    head.getStyleClass().add("sw-strong");
    lines.getChildren().add(head);
    for (Timelines.Entry entry : line.entries()) {
      Label at = new Label(clock.format(entry.at()));
      at.getStyleClass().addAll("sw-mono", "sw-muted");
      at.setMinWidth(USE_PREF_SIZE);
      HBox row = new HBox(at, FourLines.line(entry.words()));
      row.getStyleClass().add("sw-line");
      lines.getChildren().add(row);
    }
  }
}
