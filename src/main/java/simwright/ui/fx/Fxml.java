package simwright.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.util.Callback;

/// Loads what a designer edits, with controllers from a factory written by hand.
public final class Fxml {
  private Fxml() {}

  /// The tree of `/fxml/<name>.fxml`; `factory` makes the controllers.
  public static Parent load(String name, Callback<Class<?>, Object> factory) {
    FXMLLoader loader =
        new FXMLLoader(
            Objects.requireNonNull(Fxml.class.getResource("/fxml/" + name + ".fxml"), name),
            Text.bundle());
    loader.setControllerFactory(factory);
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException(name + ".fxml", e);
    }
  }

  /// The same for a tree with one controller.
  public static Parent load(String name, Object controller) {
    return load(name, _ -> controller);
  }
}
