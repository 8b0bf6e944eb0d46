package simwright.ui.profile;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import simwright.lpa.CardReading;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.MaskedValue;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// What the card says of itself: sections of facts with their meaning.
final class EuiccPane extends VBox {
  private static final double NAMES = 190;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final ProfilesViewModel viewModel;
  private final VBox head = new VBox();

  EuiccPane(ProfilesViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("sw-steps");
    head.getStyleClass().add("sw-steps");
  }

  /// Which card it is, and what is other than before.
  Node head() {
    return head;
  }

  void show() {
    getChildren().clear();
    head.getChildren().clear();
    viewModel
        .getReading()
        .ifPresent(reading -> {
          head.getChildren().add(eid(reading));
          reading.changes().since().ifPresent(at -> head.getChildren().add(changes(reading, at)));
          EuiccFacts.of(reading, viewModel.former())
              .forEach(section -> getChildren().add(section(section)));
        });
  }

  /// What the log knows of the reading before, be it of another day.
  private Node changes(CardReading reading, Instant at) {
    String when = TIME.format(at.atZone(viewModel.shop().time().zone()));
    List<String> words = reading.changes().words();
    VBox box =
        new VBox(
            FourLines.line(
                Text.format(words.isEmpty() ? "euicc.unchanged" : "euicc.changed", when)));
    for (String each : words) {
      StateMark mark = new StateMark(State.MARGINAL, DeviceText.literal(each));
      mark.setWrapText(true);
      mark.setMinHeight(USE_PREF_SIZE);
      box.getChildren().add(mark);
    }
    box.getStyleClass().add("sw-step");
    return box;
  }

  private static Node eid(CardReading reading) {
    GridPane grid = grid();
    grid.addRow(0, name(Text.of("id.eid")), new MaskedValue(Text.of("id.eid"), reading.eid()));
    return grid;
  }

  /// Facts under their title.
  static Node section(EuiccFacts.Section section) {
    Label title = FourLines.line(section.title());
    title.getStyleClass().add("sw-strong");
    GridPane grid = grid();
    int row = 0;
    for (EuiccFacts.Fact fact : section.facts()) {
      grid.addRow(row++, name(fact.name()), value(fact));
    }
    VBox box = new VBox(title, grid);
    box.getStyleClass().add("sw-step");
    return box;
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("sw-facts");
    ColumnConstraints names = new ColumnConstraints(NAMES);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    return grid;
  }

  private static Label name(String words) {
    Label label = FourLines.line(words);
    label.getStyleClass().add("sw-muted");
    GridPane.setValignment(label, javafx.geometry.VPos.TOP);
    return label;
  }

  private static Node value(EuiccFacts.Fact fact) {
    VBox box =
        new VBox(FourLines.line(fact.value().isEmpty() ? Text.of("euicc.none") : fact.value()));
    if (!fact.was().isEmpty()) {
      StateMark changed = new StateMark(State.MARGINAL, Text.format("euicc.was", fact.was()));
      changed.setWrapText(true);
      changed.setMinHeight(USE_PREF_SIZE);
      box.getChildren().add(changed);
    }
    if (!fact.meaning().isEmpty()) {
      Label meaning = FourLines.line(fact.meaning());
      meaning.getStyleClass().add("sw-muted");
      box.getChildren().add(meaning);
    }
    return box;
  }
}
