package simwright.ui.acceptance;

import java.time.Duration;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.MeasureBar;
import simwright.ui.part.StateMark;

/// One step of a run: state, words, time, and each measurement as a bar that leads to its bytes.
public final class StepRow extends VBox {
  StepRow(AcceptanceSource.Step step, RunModel viewModel) {
    getStyleClass().add("sw-step");
    StateMark mark = new StateMark();
    mark.setState(step.state());
    mark.setMinWidth(USE_PREF_SIZE);
    Label title = FourLines.line(DeviceText.literal(step.title()));
    title.getStyleClass().add("sw-strong");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Label took = new Label(step.took().isZero() ? "" : seconds(step.took()));
    took.getStyleClass().add("sw-muted");
    took.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(mark, title, took);
    head.getStyleClass().add("sw-row");
    if (!step.range().file().isEmpty()) {
      head.getChildren().add(button(step, viewModel));
    }
    getChildren().add(head);
    if (!step.words().isEmpty()) {
      Label words = FourLines.line(DeviceText.literal(step.words()));
      words.getStyleClass().add("sw-step-words");
      getChildren().add(words);
    }
    if (!step.measurements().isEmpty()) {
      getChildren().add(measurements(step, viewModel));
    }
  }

  private static Button button(AcceptanceSource.Step step, RunModel viewModel) {
    Button bytes = new Button(Text.of("acceptance.show.bytes"));
    bytes.getStyleClass().addAll("small", "flat");
    bytes.setMinWidth(USE_PREF_SIZE);
    bytes.setAccessibleText(Text.format("acceptance.show.bytes.of", step.title()));
    bytes.setOnAction(_ -> viewModel.open(step.title(), step.range()));
    return bytes;
  }

  /// Two lines each, so that they fit beside the grid: name, value and state; bar and limits.
  private static VBox measurements(AcceptanceSource.Step step, RunModel viewModel) {
    VBox all = new VBox();
    all.getStyleClass().addAll("sw-measures");
    for (AcceptanceSource.Measurement one : step.measurements()) {
      String name = DeviceText.literal(one.name());
      Button button = new Button(name);
      button.getStyleClass().addAll("flat", "small", "sw-measure-name");
      button.setMinWidth(0);
      button.setTooltip(new Tooltip(name));
      button.setAccessibleText(Text.format("acceptance.show.bytes.of", one.name()));
      button.setOnAction(_ -> viewModel.open(one.name(), one.range()));
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      Label shown = new Label(DeviceText.literal(one.value()));
      shown.getStyleClass().addAll("sw-mono");
      shown.setMinWidth(USE_PREF_SIZE);
      StateMark state = new StateMark();
      state.setState(one.state());
      state.setMinWidth(USE_PREF_SIZE);
      HBox head = new HBox(button, space, shown, state);
      head.getStyleClass().add("sw-row");
      all.getChildren().addAll(head, against(one, viewModel));
    }
    return all;
  }

  private static HBox against(AcceptanceSource.Measurement one, RunModel viewModel) {
    Label limits = FourLines.line(DeviceText.literal(one.limits()));
    limits.getStyleClass().add("sw-muted");
    HBox row = new HBox(limits);
    row.getStyleClass().addAll("sw-row", "sw-measure-row");
    if (one.number().isPresent()) {
      MeasureBar bar =
          new MeasureBar(one.number(), one.least(), one.most(), one.marginal(), one.state());
      bar.setOnMouseClicked(_ -> viewModel.open(one.name(), one.range()));
      HBox.setHgrow(bar, Priority.ALWAYS);
      row.getChildren().addFirst(bar);
    }
    return row;
  }

  /// A length of time in seconds and tenths.
  public static String seconds(Duration took) {
    return Text.format(
        "acceptance.seconds", String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0));
  }
}
