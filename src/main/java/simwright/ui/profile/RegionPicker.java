package simwright.ui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.robot.Robot;
import javafx.scene.shape.Rectangle;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import simwright.rsp.qr.Picture;
import simwright.ui.fx.Text;

/// A picture of a screen on which a person draws a frame around a part; that part is the answer.
/// Esc answers nothing. The picture is held in memory only.
final class RegionPicker extends Pane {
  private static final double LEAST = 8;

  /// How long a window manager is given to take our own window away.
  private static final Duration AWAY = Duration.millis(400);

  private final Image shot;
  private final Consumer<Picture> then;
  private final Runnable over;
  private final Rectangle frame = new Rectangle();
  private double fromX;
  private double fromY;

  RegionPicker(Image shot, Consumer<Picture> then, Runnable over) {
    this.shot = shot;
    this.then = then;
    this.over = over;
    ImageView view = new ImageView(shot);
    view.fitWidthProperty().bind(widthProperty());
    view.fitHeightProperty().bind(heightProperty());
    Label hint = new Label(Text.of("scan.screen.hint"));
    hint.getStyleClass().addAll("sw-palette", "sw-strong");
    hint.setMouseTransparent(true);
    hint.relocate(24, 24);
    frame.getStyleClass().add("sw-region");
    frame.setVisible(false);
    getChildren().addAll(view, hint, frame);
    setAccessibleText(Text.of("scan.screen.hint"));
    setFocusTraversable(true);
    setOnMousePressed(this::begin);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(_ -> end());
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        over.run();
      }
    });
  }

  /// Takes our own window away, takes a picture of every screen, and shows each for a frame to be
  /// drawn on; `then` hears of the part, or of nothing where a person gave up.
  static void ask(Stage own, Consumer<Picture> then) {
    own.setIconified(true);
    PauseTransition away = new PauseTransition(AWAY);
    away.setOnFinished(_ -> open(own, then));
    away.play();
  }

  private static void open(Stage own, Consumer<Picture> then) {
    Robot robot = new Robot();
    List<Stage> stages = new ArrayList<>();
    Runnable over =
        () -> {
          stages.forEach(Stage::close);
          own.setIconified(false);
          own.toFront();
        };
    for (Screen screen : Screen.getScreens()) {
      Rectangle2D bounds = screen.getBounds();
      @Nullable WritableImage shot = robot.getScreenCapture(null, bounds, false);
      if (shot != null) {
        stages.add(stage(own, bounds, new RegionPicker(shot, then, over)));
      }
    }
    if (stages.isEmpty()) {
      over.run();
    }
    stages.forEach(Stage::show);
  }

  private static Stage stage(Stage own, Rectangle2D bounds, RegionPicker picker) {
    Stage stage = new Stage(StageStyle.UNDECORATED);
    Scene scene = new Scene(picker, bounds.getWidth(), bounds.getHeight());
    scene.getStylesheets().setAll(own.getScene().getStylesheets());
    picker.getStyleClass().addAll(own.getScene().getRoot().getStyleClass());
    stage.setScene(scene);
    stage.setTitle(Text.of("scan.screen"));
    stage.setX(bounds.getMinX());
    stage.setY(bounds.getMinY());
    stage.setAlwaysOnTop(true);
    stage.setOnShown(_ -> picker.requestFocus());
    return stage;
  }

  private void begin(MouseEvent event) {
    fromX = event.getX();
    fromY = event.getY();
    frame.setVisible(true);
    drag(event);
  }

  private void drag(MouseEvent event) {
    frame.setX(Math.min(fromX, event.getX()));
    frame.setY(Math.min(fromY, event.getY()));
    frame.setWidth(Math.abs(event.getX() - fromX));
    frame.setHeight(Math.abs(event.getY() - fromY));
  }

  /// A mere click is no frame yet.
  private void end() {
    if (frame.getWidth() < LEAST || frame.getHeight() < LEAST) {
      frame.setVisible(false);
      return;
    }
    over.run();
    Pixels.of(part()).ifPresent(then);
  }

  private Image part() {
    double right = shot.getWidth() / getWidth();
    double down = shot.getHeight() / getHeight();
    int x = (int) Math.clamp(frame.getX() * right, 0, shot.getWidth() - 1);
    int y = (int) Math.clamp(frame.getY() * down, 0, shot.getHeight() - 1);
    int width = (int) Math.clamp(frame.getWidth() * right, 1, shot.getWidth() - x);
    int height = (int) Math.clamp(frame.getHeight() * down, 1, shot.getHeight() - y);
    return new WritableImage(shot.getPixelReader(), x, y, width, height);
  }
}
