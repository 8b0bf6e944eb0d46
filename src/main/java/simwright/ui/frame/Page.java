package simwright.ui.frame;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;

/// A screen as the frame holds it: its tree, what F5 does, and what it adds to the palette.
public record Page(Parent root, Runnable refresh, Supplier<List<Action>> actions) {}
