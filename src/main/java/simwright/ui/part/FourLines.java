package simwright.ui.part;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import simwright.ui.fx.Text;

/// What went wrong in four lines: what happened; the state of the device now; what to do next; the
/// code, which can be copied, and where the evidence is.
public final class FourLines extends VBox {
  /// The four lines.
  public record Words(String what, String state, String next, String code, String evidence) {}

  /// Shows the lines.
  public FourLines(Words words) {
    getStyleClass().add("sw-four-lines");
    Label what = line(words.what());
    what.getStyleClass().add("sw-strong");
    Label code = new Label(words.code());
    code.getStyleClass().add("sw-mono");
    code.setMinWidth(USE_PREF_SIZE);
    Button copy = new Button(Text.of("part.copy.code"));
    copy.getStyleClass().addAll("small", "flat");
    copy.setOnAction(_ -> Copied.text(words.code()));
    HBox last = new HBox(code, copy);
    last.getStyleClass().add("sw-row");
    getChildren().addAll(what, line(words.state()), line(words.next()), last);
    if (!words.evidence().isEmpty()) {
      Label evidence = line(words.evidence());
      evidence.getStyleClass().add("sw-mono");
      getChildren().add(evidence);
    }
  }

  /// A label that wraps instead of being cut.
  public static Label line(String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
