package simwright.ui.part;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import simwright.identity.Identifier;
import simwright.ui.fx.Text;

/// An identifier shown masked, with a button that reveals it and one that copies it.
public final class MaskedValue extends HBox {
  private static final int LINE = 24;
  private static final int HALF = 16;

  private final Label shown = new Label();
  private final Button reveal = button(Material2OutlinedMZ.VISIBILITY);
  private final Button copy = button(Material2OutlinedAL.FILE_COPY);
  private final Identifier identifier;
  private boolean open;

  /// An identifier under a name such as "IMEI".
  public MaskedValue(String name, Identifier identifier) {
    this.identifier = identifier;
    getStyleClass().add("sw-masked");
    shown.getStyleClass().add("sw-mono");
    shown.setMinWidth(USE_PREF_SIZE);
    shown.setMinHeight(USE_PREF_SIZE);
    setMinHeight(USE_PREF_SIZE);
    copy.setAccessibleText(Text.format("part.copy", name));
    reveal.setAccessibleText(Text.format("part.reveal", name));
    reveal.setOnAction(_ -> turn());
    copy.setOnAction(_ -> copy());
    getChildren().addAll(shown, reveal, copy);
    if (identifier.check() == Identifier.Check.WRONG) {
      getChildren().add(new StateMark(State.MARGINAL, Text.of("part.digits")));
    }
    show();
  }

  /// The digits in groups of four, which are easier to read aloud; those of an EID (32) in two
  /// lines.
  static String grouped(String digits) {
    String half = digits.length() > LINE ? digits.substring(0, HALF) : digits;
    String rest = digits.substring(half.length());
    return rest.isEmpty() ? fours(half) : fours(half) + "\n" + fours(rest);
  }

  private static String fours(String digits) {
    return digits.replaceAll("(.{4})(?=.)", "$1 ");
  }

  private void turn() {
    open = !open;
    show();
  }

  private void show() {
    shown.setText(open ? grouped(identifier.value()) : identifier.redacted());
  }

  private void copy() {
    Copied.text(identifier.value());
  }

  private static Button button(org.kordamp.ikonli.Ikon icon) {
    Button button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll("button-icon", "flat", "sw-small-button");
    return button;
  }
}
