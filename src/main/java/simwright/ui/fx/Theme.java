package simwright.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import simwright.observe.Subscription;

/// The look: AtlantaFX Primer, light or dark, with our own tokens on top.
public enum Theme {
  /// Dark on light.
  LIGHT,
  /// Light on dark.
  DARK;

  private static final String DARK_CLASS = "sw-dark";

  /// Puts this look on a scene.
  public void on(Scene scene) {
    Application.setUserAgentStylesheet(
        this == DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    String own =
        Objects.requireNonNull(Theme.class.getResource("/fxml/theme/console.css")).toExternalForm();
    if (!scene.getStylesheets().contains(own)) {
      scene.getStylesheets().add(own);
    }
    var classes = scene.getRoot().getStyleClass();
    classes.remove(DARK_CLASS);
    if (this == DARK) {
      classes.add(DARK_CLASS);
    }
  }

  /// Puts the system's look on a scene, now and when the system changes it.
  public static Subscription follow(Scene scene) {
    var scheme = Platform.getPreferences().colorSchemeProperty();
    ChangeListener<ColorScheme> listener = (_, _, now) -> of(now).on(scene);
    of(scheme.get()).on(scene);
    scheme.addListener(listener);
    return () -> scheme.removeListener(listener);
  }

  private static Theme of(ColorScheme scheme) {
    return scheme == ColorScheme.DARK ? DARK : LIGHT;
  }
}
