package simwright.ui.fx;

import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows once that a value has changed: what shows it is lit for 900 ms and goes out again. A value
/// that is not on the screen, that appears or that goes away is not lit; where the system asks for
/// less motion, nothing is. Used on the screen's thread.
public final class Flash {
  /// What a changed value looks like stands in the style under this name.
  static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  private static final Duration LIT = Duration.millis(900);

  private final Node shown;
  private final BooleanSupplier still;
  private final PauseTransition end = new PauseTransition(LIT);

  private Flash(Node shown, BooleanSupplier still) {
    this.shown = shown;
    this.still = still;
    end.setOnFinished(_ -> shown.pseudoClassStateChanged(CHANGED, false));
  }

  /// Lights a value whenever its words change into others.
  public static void follow(Labeled value) {
    follow(value.textProperty(), value);
  }

  /// Lights what shows a value whenever it changes into another.
  public static void follow(ObservableValue<?> value, Node shown) {
    follow(value, shown, () -> Platform.getPreferences().isReducedMotion());
  }

  /// The same, without motion while `still` says so.
  static void follow(ObservableValue<?> value, Node shown, BooleanSupplier still) {
    Flash flash = new Flash(shown, still);
    value.addListener((_, before, now) -> {
      if (said(before) && said(now)) {
        flash.now();
      }
    });
  }

  /// One that is lit stays so for as long again.
  private void now() {
    if (shown.getScene() != null && !still.getAsBoolean()) {
      shown.pseudoClassStateChanged(CHANGED, true);
      end.playFromStart();
    }
  }

  private static boolean said(@Nullable Object value) {
    return value != null && !value.toString().isEmpty();
  }
}
