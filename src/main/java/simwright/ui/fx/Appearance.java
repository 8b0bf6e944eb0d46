package simwright.ui.fx;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import simwright.observe.Subscription;

/// How the window looks and where it stands, as a person chose it and finds it again: light, dark
/// or as the system; targets large enough for fingers (44 px); the window's place and size.
public final class Appearance implements Subscription {
  private static final String LOOK = "look";
  private static final String TOUCH = "touch";
  private static final String WINDOW = "window";
  private static final String TOUCH_CLASS = "sw-touch";

  private final Desk desk;
  private final Supplier<@Nullable Scene> scene;
  private Subscription following = () -> {};

  /// Of the scene there is then.
  public Appearance(Desk desk, Supplier<@Nullable Scene> scene) {
    this.desk = desk;
    this.scene = scene;
  }

  /// As it was chosen before.
  public void begin() {
    look(desk.recall(LOOK));
    touch(desk.recall(TOUCH).equals("true"));
  }

  /// Always this look.
  public void always(Theme theme) {
    keep(theme.name().toLowerCase(Locale.ROOT));
  }

  /// The look of the system, also when it changes.
  public void asSystem() {
    keep("");
  }

  /// Turns targets for fingers on or off.
  public void turnTouch() {
    boolean now = !desk.recall(TOUCH).equals("true");
    desk.keep(TOUCH, String.valueOf(now));
    touch(now);
  }

  /// The window where and as large as it was; kept when it changes.
  public void place(Stage stage) {
    String[] before = desk.recall(WINDOW).split(" ");
    if (before.length == 3 && (before[0] + before[1]).matches("[0-9]{6,9}")) {
      stage.setWidth(Double.parseDouble(before[0]));
      stage.setHeight(Double.parseDouble(before[1]));
      stage.setMaximized(before[2].equals("true"));
    }
    stage.widthProperty().addListener((_, _, _) -> keep(stage));
    stage.heightProperty().addListener((_, _, _) -> keep(stage));
    stage.maximizedProperty().addListener((_, _, _) -> keep(stage));
  }

  private void keep(Stage stage) {
    String[] before = (desk.recall(WINDOW) + "   ").split(" ", -1);
    boolean large = stage.isMaximized();
    String width = large ? before[0] : String.valueOf((int) stage.getWidth());
    String height = large ? before[1] : String.valueOf((int) stage.getHeight());
    desk.keep(WINDOW, width + " " + height + " " + large);
  }

  private void keep(String look) {
    desk.keep(LOOK, look);
    look(look);
  }

  private void look(String look) {
    following.close();
    following = () -> {};
    Scene now = scene.get();
    if (now == null) {
      return;
    }
    switch (look) {
      case "light" -> Theme.LIGHT.on(now);
      case "dark" -> Theme.DARK.on(now);
      default -> following = Theme.follow(now);
    }
  }

  private void touch(boolean on) {
    Scene now = scene.get();
    if (now != null) {
      now.getRoot().getStyleClass().remove(TOUCH_CLASS);
      if (on) {
        now.getRoot().getStyleClass().add(TOUCH_CLASS);
      }
    }
  }

  @Override
  public void close() {
    following.close();
  }
}
