package simwright.ui.profile;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import simwright.ui.fx.Text;

/// When the card was read that is shown; a reading that is like the one before has its own time.
final class ReadAge extends Label {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final ProfilesViewModel viewModel;

  ReadAge(ProfilesViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("sw-muted");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(this, Priority.ALWAYS);
    viewModel.readAtProperty().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    viewModel
        .readAtProperty()
        .get()
        .map(instant -> TIME.format(instant.atZone(viewModel.shop().time().zone())))
        .ifPresent(at -> setText(Text.format("euicc.read-at", at)));
  }
}
