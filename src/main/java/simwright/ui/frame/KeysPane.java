package simwright.ui.frame;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;

/// The keys of the frame and of the screen shown, over the frame.
final class KeysPane extends StackPane {
  private final Label head = new Label();
  private final Label own = FourLines.line("");
  private final Button close = new Button(Text.of("keys.close"));

  KeysPane() {
    getStyleClass().add("sw-veil");
    head.getStyleClass().add("sw-title");
    close.setOnAction(_ -> close());
    VBox box = new VBox(head, own, FourLines.line(Text.of("keys.frame")), close);
    box.getStyleClass().add("sw-palette");
    box.setMaxSize(560, USE_PREF_SIZE);
    getChildren().add(box);
    setVisible(false);
  }

  void open(Screen screen) {
    head.setText(Text.format("keys.title", screen.word()));
    own.setText(screen.keys());
    setVisible(true);
    close.requestFocus();
  }

  void close() {
    setVisible(false);
  }
}
