package simwright.ui.frame;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A running job in the bottom bar.
final class JobBar extends HBox {
  JobBar(JobRow row, Consumer<String> cancel) {
    getStyleClass().add("sw-job");
    Label words = new Label(row.words());
    words.setTooltip(new Tooltip(row.words()));
    words.setMinWidth(0);
    ProgressBar bar = new ProgressBar(row.share());
    bar.setAccessibleText(row.words());
    bar.setMinWidth(80);
    Button stop = new Button(row.cancelWords());
    stop.getStyleClass().addAll("small", "sw-cancel");
    stop.setMinWidth(USE_PREF_SIZE);
    stop.setOnAction(_ -> cancel.accept(row.id()));
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, bar, stop);
  }
}
