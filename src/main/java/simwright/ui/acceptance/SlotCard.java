package simwright.ui.acceptance;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import simwright.ui.fx.Text;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// One device of the grid: its verdict fills the slot; one line more, how far it is, and the one
/// act that comes next. It stays the same node while the device goes on, so that the focus stays.
final class SlotCard extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");
  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
  private static final int SHORT_WORDS = 17;

  private final String device;
  private final Label title = told(new Label());
  private final Label badge = new Label(Text.of("status.simulated"));
  private final StateMark mark = new StateMark();
  private final Label line = told(new Label());
  private final ProgressBar bar = new ProgressBar(0);
  private final Button act = new Button();
  private Optional<State> before = Optional.empty();

  SlotCard(String device, AcceptanceViewModel viewModel) {
    this.device = device;
    getStyleClass().add("sw-slot");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    title.getStyleClass().add("sw-strong");
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    badge.getStyleClass().add("sw-badge");
    badge.setMinWidth(USE_PREF_SIZE);
    mark.getStyleClass().add("sw-slot-word");
    mark.setTooltip(new Tooltip());
    mark.setMinWidth(0);
    mark.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(mark, Priority.ALWAYS);
    line.getStyleClass().add("sw-slot-line");
    line.setMinHeight(USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("sw-slot-bar");
    act.setMinWidth(USE_PREF_SIZE);
    act.setOnAction(_ -> viewModel.act(device));
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    line.setMaxWidth(Double.MAX_VALUE);
    line.setMinWidth(0);
    HBox.setHgrow(line, Priority.ALWAYS);
    getChildren().addAll(title, row(mark, act), row(line, badge), space, bar);
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        _ -> {
          requestFocus();
          viewModel.choose(device);
        });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean key = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
          if (key && event.getTarget() == this) {
            viewModel.choose(device);
            event.consume();
          }
        });
  }

  private static HBox row(javafx.scene.Node... nodes) {
    HBox row = new HBox(nodes);
    row.getStyleClass().add("sw-row");
    return row;
  }

  private static Label told(Label label) {
    label.setTooltip(new Tooltip());
    return label;
  }

  private static void say(Label label, String words) {
    label.setText(words);
    label.getTooltip().setText(words);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  String device() {
    return device;
  }

  void show(Slot slot, boolean chosen, boolean large) {
    say(title, slot.title());
    shown(badge, slot.simulated());
    mark.setState(slot.state());
    mark.setWords(slot.word());
    mark.getTooltip().setText(slot.word());
    say(line, slot.line());
    line.setWrapText(large || !slot.waits().isEmpty() || slot.act() == Slot.Act.RESOLVE);
    bar.setVisible(slot.share() >= 0);
    bar.setProgress(Math.max(0, slot.share()));
    bar.setAccessibleText(slot.line());
    act.setText(slot.act().word());
    act.setAccessibleText(slot.act().word() + ": " + slot.title());
    shown(act, slot.act() != Slot.Act.NONE);
    fill(slot.state());
    pseudoClassStateChanged(CHOSEN, chosen);
    pseudoClassStateChanged(LARGE, large);
    pseudoClassStateChanged(LONG, (slot.word() + act.getText()).length() > SHORT_WORDS);
    setAccessibleText(
        Text.format("slot.said", slot.title(), slot.state().word(), slot.word(), slot.line()));
  }

  private void fill(State now) {
    before.ifPresent(old -> getStyleClass().remove(style(old)));
    getStyleClass().add(style(now));
    before = Optional.of(now);
  }

  private static String style(State state) {
    return "sw-fill-" + state.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static void shown(Region region, boolean shown) {
    region.setVisible(shown);
    region.setManaged(shown);
  }
}
