package simwright.ui.frame;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Parent;

/// A screen as the frame holds it: its tree, what F5 does, what it adds to the palette, and what
/// Esc closes in it (false where nothing is open).
public record Page(
    Parent root, Runnable refresh, Supplier<List<Action>> actions, BooleanSupplier escape) {
  /// A screen in which nothing opens that Esc would close.
  public Page(Parent root, Runnable refresh, Supplier<List<Action>> actions) {
    this(root, refresh, actions, () -> false);
  }
}
