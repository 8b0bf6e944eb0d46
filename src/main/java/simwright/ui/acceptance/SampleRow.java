package simwright.ui.acceptance;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import simwright.acceptance.Samples;
import simwright.acceptance.plan.Limit;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.Curve;

/// What is read of one thing in the background of a run: the last value, and all of them as a line.
final class SampleRow extends HBox {
  SampleRow(Samples read) {
    getStyleClass().add("sw-row");
    String name = DeviceText.literal(read.title());
    Label title = new Label(name);
    title.setMinWidth(0);
    title.setPrefWidth(160);
    title.setTooltip(new Tooltip(name));
    String last =
        read.values().isEmpty()
            ? Text.of("sample.none")
            : Limit.number(Math.round(read.values().getLast() * 100) / 100.0)
                + " "
                + DeviceText.literal(read.unit());
    Label value = new Label(last);
    value.getStyleClass().add("sw-mono");
    value.setMinWidth(USE_PREF_SIZE);
    Curve curve = new Curve(read.values());
    curve.setAccessibleText(Text.format("sample.said", name, last, read.values().size()));
    HBox.setHgrow(curve, Priority.ALWAYS);
    getChildren().addAll(title, curve, value);
  }
}
