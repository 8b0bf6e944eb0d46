package simwright.ui.failover;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Tab;
import simwright.ui.frame.Action;
import simwright.ui.fx.Fxml;

/// The screen of failover: a tab for the selection of the chosen device.
public final class FailoverView {
  private final SelectionView selections;

  @FXML private Tab selection;

  /// A view in a time zone.
  public FailoverView(SelectionModel selections, ZoneId zone) {
    FailoverWords words =
        new FailoverWords(
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone));
    this.selections = new SelectionView(selections, words);
  }

  @FXML
  private void initialize() {
    selection.setContent(Fxml.load("parts/selection", selections));
  }

  /// What the palette offers here.
  public List<Action> actions() {
    return selections.actions();
  }
}
