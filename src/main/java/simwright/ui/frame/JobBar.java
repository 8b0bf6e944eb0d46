package simwright.ui.frame;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import simwright.ui.fx.Text;

/// A running job in the bottom bar; it stays the same control while the job goes on, so that the
/// focus stays where it is.
final class JobBar extends VBox {
  private final Button words = new Button();
  private final ProgressBar bar = new ProgressBar();
  private final Button stop = new Button();
  private final Label waits = new Label();

  JobBar(String id, Consumer<String> open, Consumer<String> cancel) {
    getStyleClass().add("sw-job");
    words.getStyleClass().addAll("flat", "small", "sw-job-words");
    words.setMnemonicParsing(false);
    words.setTooltip(new Tooltip());
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    words.setOnAction(_ -> open.accept(id));
    HBox.setHgrow(words, Priority.ALWAYS);
    bar.setMinWidth(80);
    stop.getStyleClass().addAll("small", "sw-cancel");
    stop.setMinWidth(USE_PREF_SIZE);
    stop.setOnAction(_ -> cancel.accept(id));
    waits.setMinWidth(0);
    waits.setTooltip(new Tooltip());
    waits.getStyleClass().add("sw-job-waits");
    HBox row = new HBox(words, bar, stop);
    row.getStyleClass().add("sw-row");
    getChildren().addAll(row, waits);
  }

  void show(JobRow row) {
    words.setText(row.words());
    words.getTooltip().setText(row.words());
    words.setAccessibleText(Text.format("jobs.open", row.words()));
    bar.setProgress(row.share());
    bar.setAccessibleText(row.words());
    stop.setText(row.cancelWords());
    stop.setAccessibleText(row.cancelWords() + ": " + row.words());
    waits.setText(row.waits());
    waits.getTooltip().setText(row.waits());
    waits.setVisible(!row.waits().isEmpty());
    waits.setManaged(!row.waits().isEmpty());
  }
}
