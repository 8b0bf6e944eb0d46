package simwright.ui.failover;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// The lines that the tabs of failover are made of; each wraps instead of being cut.
final class Marks {
  private Marks() {}

  static StateMark mark(State state, String said) {
    StateMark mark = new StateMark(state, said);
    mark.setWrapText(true);
    mark.setMinHeight(Region.USE_PREF_SIZE);
    mark.setMaxWidth(Double.MAX_VALUE);
    return mark;
  }

  static Label muted(String words) {
    Label label = FourLines.line(words);
    label.getStyleClass().add("sw-muted");
    return label;
  }

  static VBox section(String key) {
    Label title = FourLines.line(Text.of(key));
    title.getStyleClass().add("sw-title");
    VBox box = new VBox(title);
    box.getStyleClass().add("sw-column");
    return box;
  }
}
