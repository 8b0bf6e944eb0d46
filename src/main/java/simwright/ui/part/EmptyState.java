package simwright.ui.part;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where there is nothing yet: why, what to do, and the act that helps.
public final class EmptyState extends VBox {
  /// An icon, a title, lines of advice, and acts.
  public EmptyState(Ikon icon, String title, List<String> lines, Button... acts) {
    getStyleClass().add("sw-empty");
    FontIcon picture = new FontIcon(icon);
    picture.getStyleClass().add("sw-empty-icon");
    Label head = FourLines.line(title);
    head.getStyleClass().add("sw-title");
    getChildren().addAll(picture, head);
    lines.forEach(line -> {
      Label label = FourLines.line(line);
      label.getStyleClass().add("sw-muted");
      getChildren().add(label);
    });
    getChildren().addAll(acts);
  }
}
