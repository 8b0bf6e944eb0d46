package simwright.ui.acceptance;

import java.time.Duration;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
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
final class StepRow extends VBox {
  StepRow(AcceptanceSource.Step step, AcceptanceViewModel viewModel) {
    getStyleClass().add("sw-step");
    StateMark mark = new StateMark();
    mark.setState(step.state());
    mark.setMinWidth(112);
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

  private static Button button(AcceptanceSource.Step step, AcceptanceViewModel viewModel) {
    Button bytes = new Button(Text.of("acceptance.show.bytes"));
    bytes.getStyleClass().addAll("small", "flat");
    bytes.setMinWidth(USE_PREF_SIZE);
    bytes.setAccessibleText(Text.format("acceptance.show.bytes.of", step.title()));
    bytes.setOnAction(_ -> viewModel.open(step.title(), step.range()));
    return bytes;
  }

  private static GridPane measurements(AcceptanceSource.Step step, AcceptanceViewModel viewModel) {
    GridPane grid = new GridPane();
    grid.getStyleClass().addAll("sw-facts", "sw-step-words");
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints value = new ColumnConstraints();
    value.setMinWidth(Region.USE_PREF_SIZE);
    value.setHalignment(javafx.geometry.HPos.RIGHT);
    ColumnConstraints bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(name, value, bar);
    int row = 0;
    for (AcceptanceSource.Measurement one : step.measurements()) {
      Button button = new Button(DeviceText.literal(one.name()));
      button.getStyleClass().addAll("flat", "small", "sw-measure-name");
      button.setMinWidth(USE_PREF_SIZE);
      button.setAccessibleText(Text.format("acceptance.show.bytes.of", one.name()));
      button.setOnAction(_ -> viewModel.open(one.name(), one.range()));
      Label shown = new Label(DeviceText.literal(one.value()));
      shown.getStyleClass().addAll("sw-mono");
      StateMark state = new StateMark();
      state.setState(one.state());
      state.setMinWidth(USE_PREF_SIZE);
      Label limits = new Label(DeviceText.literal(one.limits()));
      limits.getStyleClass().add("sw-muted");
      limits.setMinWidth(USE_PREF_SIZE);
      grid.addRow(row++, button, shown, bar(one, viewModel), limits, state);
    }
    return grid;
  }

  private static Region bar(AcceptanceSource.Measurement one, AcceptanceViewModel viewModel) {
    if (one.number().isEmpty()) {
      return new Region();
    }
    MeasureBar bar = new MeasureBar(one.number(), one.least(), one.most(), one.state());
    bar.setOnMouseClicked(_ -> viewModel.open(one.name(), one.range()));
    return bar;
  }

  static String seconds(Duration took) {
    return Text.format(
        "acceptance.seconds", String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0));
  }
}
