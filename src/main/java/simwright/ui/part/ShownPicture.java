package simwright.ui.part;

import java.io.ByteArrayInputStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import simwright.ask.Shown;
import simwright.report.QrDots;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// The picture of a question: a code large enough to be scanned off the screen, black on white in
/// any theme, or a picture file. What a code says is shown as text on demand.
public final class ShownPicture extends VBox {
  private static final int CODE = 260;
  private static final int WIDEST = 440;
  private static final int HIGHEST = 320;

  /// Of a question.
  public ShownPicture(Shown shown) {
    getStyleClass().addAll("sw-column", "sw-shown");
    switch (shown) {
      case Shown.QrCode code -> code(code);
      case Shown.Image image -> image(image);
    }
  }

  private void code(Shown.QrCode code) {
    WritableImage dots = dots(QrDots.of(code.text()));
    ImageView view = new ImageView(dots);
    view.setSmooth(false);
    view.setAccessibleText(Text.of("shown.code"));
    Label text = new Label(DeviceText.literal(code.text()));
    text.getStyleClass().add("sw-mono");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.setVisible(false);
    text.managedProperty().bind(text.visibleProperty());
    Button turn = new Button(Text.of("shown.code.text"));
    turn.getStyleClass().addAll("small", "flat");
    turn.setMinWidth(USE_PREF_SIZE);
    turn.setOnAction(_ -> {
      text.setVisible(!text.isVisible());
      turn.setText(Text.of(text.isVisible() ? "shown.code.hide" : "shown.code.text"));
    });
    getChildren().addAll(view, turn, text);
  }

  /// Whole pixels for each dot, so that none is blurred.
  private static WritableImage dots(QrDots code) {
    int dot = Math.max(3, CODE / code.size());
    WritableImage image = new WritableImage(code.size() * dot, code.size() * dot);
    for (int y = 0; y < code.size() * dot; y++) {
      for (int x = 0; x < code.size() * dot; x++) {
        image
            .getPixelWriter()
            .setColor(x, y, code.dark(x / dot, y / dot) ? Color.BLACK : Color.WHITE);
      }
    }
    return image;
  }

  private void image(Shown.Image image) {
    ImageView view = new ImageView(new Image(new ByteArrayInputStream(image.bytes())));
    view.setPreserveRatio(true);
    if (view.getImage().getWidth() > WIDEST || view.getImage().getHeight() > HIGHEST) {
      view.setFitWidth(WIDEST);
      view.setFitHeight(HIGHEST);
    }
    view.setAccessibleText(Text.format("shown.picture", DeviceText.literal(image.name())));
    getChildren().add(view);
  }
}
