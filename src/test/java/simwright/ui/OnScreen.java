package simwright.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A window of a test: what a person sees in it, does in it, and would find fault with.
public final class OnScreen {
  private static final Path OUT = Path.of("target/snapshots");
  private static final int PATIENCE = 30;

  /// Larger pictures take seconds each; they are laid out and judged, not drawn.
  private static final double PIXELS = 4e6;

  private final FxRobot robot = new FxRobot();
  private final List<String> faults = new ArrayList<>();
  private final Stage stage;

  private OnScreen(Stage stage) {
    this.stage = stage;
  }

  /// Opens a window over a tree that is made on the screen's thread.
  public static OnScreen open(Supplier<Parent> root, double width, double height) throws Exception {
    Files.createDirectories(OUT);
    Stage stage = FxToolkit.registerPrimaryStage();
    WaitForAsyncUtils.asyncFx(
            () -> {
              stage.setX(0);
              stage.setY(0);
              stage.setScene(new Scene(root.get(), width, height));
              simwright.ui.fx.Theme.LIGHT.on(stage.getScene());
              stage.show();
            })
        .get(PATIENCE, TimeUnit.SECONDS);
    return new OnScreen(stage);
  }

  /// The window.
  public Stage stage() {
    return stage;
  }

  /// Does something on the screen's thread.
  public static <T> T onFx(Callable<T> act) throws Exception {
    return WaitForAsyncUtils.asyncFx(act).get(PATIENCE, TimeUnit.SECONDS);
  }

  /// Holds a made-up program up until the gate opens.
  static void hold(CountDownLatch gate) {
    try {
      if (!gate.await(PATIENCE, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the gate stayed shut");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Everything that is shown.
  public List<Node> shown() throws Exception {
    Callable<List<Node>> visible = () -> Look.visible(stage.getScene().getRoot());
    return javafx.application.Platform.isFxApplicationThread() ? visible.call() : onFx(visible);
  }

  /// All words that are shown.
  public List<String> words() throws Exception {
    List<String> all = new ArrayList<>();
    for (Node node : shown()) {
      if (node instanceof Labeled labeled && labeled.getText() != null) {
        all.add(labeled.getText());
      }
      if (node instanceof TextInputControl input && input.getText() != null) {
        all.add(input.getText());
      }
    }
    return all;
  }

  /// Waits until some words shown hold this.
  public void awaitWords(String part) throws Exception {
    await("\"" + part + "\" on the screen", () -> holds(part));
  }

  /// Waits until no words shown hold this.
  public void awaitGone(String part) throws Exception {
    await("\"" + part + "\" gone from the screen", () -> !holds(part));
  }

  private boolean holds(String part) throws Exception {
    return words().stream().anyMatch(words -> words.contains(part));
  }

  /// Waits until something holds.
  public void await(String what, Callable<Boolean> holds) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, holds);
    } catch (TimeoutException late) {
      throw new AssertionError("never came: " + what + "; shown: " + words(), late);
    }
  }

  /// The first button with this text or, where it has none, this accessible text.
  public Button button(String words) throws Exception {
    return found(words)
        .orElseThrow(() -> new AssertionError("no button " + words + " is on the screen"));
  }

  private Optional<Button> found(String words) throws Exception {
    return shown().stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(one -> words.equals(one.getText()) || words.equals(one.getAccessibleText()))
        .findFirst();
  }

  /// Presses a button by keyboard: the focus goes there, then Space. A button that was just made
  /// hears no key until the next pulse has drawn it, so that is waited for.
  public void press(String words) throws Exception {
    await(words + " can be pressed", () -> found(words).filter(OnScreen::hears).isPresent());
    onFx(() -> {
      button(words).requestFocus();
      return true;
    });
    keys(KeyCode.SPACE);
  }

  private static boolean hears(Button button) {
    return !button.isDisabled() && button.getSkin() != null;
  }

  /// Presses a button of the dialog that asks something, once it asks.
  public void answer(String words) throws Exception {
    await("a dialog with " + words, () -> onFx(() -> inDialog(words).isPresent()));
    onFx(() -> {
      inDialog(words).orElseThrow().fire();
      return true;
    });
  }

  private static Optional<Button> inDialog(String words) {
    return Window.getWindows().stream()
        .map(window -> window.getScene().getRoot())
        .filter(DialogPane.class::isInstance)
        .flatMap(pane -> Look.visible(pane).stream())
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(button -> words.equals(button.getText()))
        .findFirst();
  }

  /// Presses keys together.
  public void keys(KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Types into the field that has the focus, once a pulse has drawn it: key by key, as fast as the
  /// screen's thread takes them.
  public void type(String text) throws Exception {
    await(
        "a field to type into",
        () ->
            onFx(() ->
                stage.getScene().getFocusOwner() instanceof TextInputControl field
                    && field.getSkin() != null
                    && !field.isDisabled()));
    for (char each : text.toCharArray()) {
      robot
          .robotContext()
          .getBaseRobot()
          .typeKeyboard(stage.getScene(), KeyCode.UNDEFINED, Character.toString(each));
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Carries out an action of the command palette.
  public void command(String words) throws Exception {
    keys(KeyCode.CONTROL, KeyCode.K);
    type(words);
    keys(KeyCode.ENTER);
  }

  /// Looks at the screen as it stands and keeps a picture of it.
  public void look(String title) throws Exception {
    WaitForAsyncUtils.waitForFxEvents(4);
    keep(title, onFx(() -> judge(title, stage.getScene(), 1)));
  }

  /// The same as in a window of that size with `scale` pixels for each unit. It need not fit the
  /// screen of the test; what would be a very large picture is not kept.
  public void look(String title, double width, double height, double scale) throws Exception {
    WaitForAsyncUtils.waitForFxEvents(2);
    Optional<WritableImage> image =
        onFx(() -> {
          Scene own = stage.getScene();
          Parent root = own.getRoot();
          own.setRoot(new javafx.scene.layout.Pane());
          Scene other = new Scene(root, width, height);
          other.getStylesheets().setAll(own.getStylesheets());
          try {
            boolean small = width * height * scale * scale < PIXELS;
            return small ? Optional.of(judge(title, other, scale)) : laidOut(title, other);
          } finally {
            other.setRoot(new javafx.scene.layout.Pane());
            own.setRoot(root);
          }
        });
    if (image.isPresent()) {
      keep(title, image.get());
    }
  }

  /// What a picture would show of cut words, without the cost of one.
  private Optional<WritableImage> laidOut(String title, Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    Look.clipped(scene.getRoot()).forEach(fault -> faults.add(title + ": " + fault));
    return Optional.empty();
  }

  private WritableImage judge(String title, Scene scene, double scale) {
    Parent top = Look.top(scene.getRoot());
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    SnapshotParameters how = new SnapshotParameters();
    how.setTransform(Transform.scale(scale, scale));
    WritableImage shot = scale == 1 ? scene.snapshot(null) : scene.getRoot().snapshot(how, null);
    Look.clipped(top).forEach(fault -> faults.add(title + ": " + fault));
    Look.mute(top).forEach(fault -> faults.add(title + ": " + fault));
    if (scale == 1) {
      Look.pale(top, shot).forEach(fault -> faults.add(title + ": " + fault));
      Look.faint(top, shot).forEach(fault -> faults.add(title + ": " + fault));
    }
    return shot;
  }

  private static void keep(String title, WritableImage image) throws IOException {
    String file = title.toLowerCase(Locale.ROOT).replaceAll("[ %]+", "-") + ".png";
    write(image, OUT.resolve(file));
  }

  /// What was found fault with so far.
  public List<String> faults() {
    return List.copyOf(faults);
  }

  private static void write(WritableImage image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader reader = image.getPixelReader();
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      reader.getPixels(
          0, y, width, 1, javafx.scene.image.PixelFormat.getIntArgbInstance(), row, 0, width);
      out.setRGB(0, y, width, 1, row, 0, width);
    }
    ImageIO.write(out, "png", file.toFile());
  }
}
