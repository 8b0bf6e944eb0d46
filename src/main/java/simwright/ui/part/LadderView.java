package simwright.ui.part;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import simwright.device.Rung;
import simwright.fault.FaultCode;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Flash;
import simwright.ui.fx.Text;

/// The way from port to ping as steps in a row; the first that does not hold is opened in words,
/// with its code and what to do next.
public final class LadderView extends VBox {
  private final FlowPane steps = new FlowPane();
  private final VBox reason = new VBox();
  private final Function<FaultCode, String> next;
  private final Map<Rung.Step, StateMark> marks = new EnumMap<>(Rung.Step.class);
  private List<Rung> shown = List.of();

  /// A ladder that asks `next` what to do about a code.
  public LadderView(Function<FaultCode, String> next) {
    this.next = next;
    getStyleClass().add("sw-ladder");
    steps.getStyleClass().add("sw-ladder-steps");
    reason.getStyleClass().add("sw-ladder-reason");
    getChildren().addAll(steps, reason);
  }

  /// Shows the rungs, and of the first that does not hold the reason in words.
  public void show(List<Rung> rungs) {
    if (rungs.equals(shown)) {
      return;
    }
    shown = List.copyOf(rungs);
    List<StateMark> now = rungs.stream().map(this::mark).toList();
    if (!now.equals(steps.getChildren())) {
      steps.getChildren().setAll(now);
    }
    reason.getChildren().clear();
    rungs.stream()
        .filter(rung -> rung.state() == Rung.State.FAILED || rung.state() == Rung.State.WAITING)
        .findFirst()
        .ifPresent(this::explain);
    reason.setVisible(!reason.getChildren().isEmpty());
    reason.setManaged(reason.isVisible());
  }

  private void explain(Rung rung) {
    Label words = FourLines.line(DeviceText.literal(rung.words()));
    words.getStyleClass().add("sw-strong");
    reason.getChildren().add(words);
    rung.code()
        .ifPresent(code -> {
          String advice = next.apply(code);
          if (!advice.isEmpty()) {
            reason.getChildren().add(FourLines.line(advice));
          }
          Label shown = new Label(code.toString());
          shown.getStyleClass().add("sw-mono");
          reason.getChildren().add(shown);
        });
  }

  /// The mark of a step stays, so that it can show that it changed.
  private StateMark mark(Rung rung) {
    StateMark mark = marks.computeIfAbsent(rung.step(), LadderView::fresh);
    mark.setState(state(rung.state()));
    mark.setAccessibleText(
        name(rung.step()) + ", " + state(rung.state()).word() + ": " + rung.words());
    return mark;
  }

  private static StateMark fresh(Rung.Step step) {
    StateMark mark = new StateMark(State.IDLE, name(step));
    mark.getStyleClass().add("sw-ladder-step");
    mark.setMinWidth(USE_PREF_SIZE);
    Flash.follow(mark.stateProperty(), mark);
    return mark;
  }

  /// How a rung's state is shown.
  public static State state(Rung.State state) {
    return switch (state) {
      case PASSED -> State.PASS;
      case FAILED -> State.FAIL;
      case WAITING -> State.WAITING;
      case NOT_REACHED -> State.IDLE;
    };
  }

  /// A rung's name.
  public static String name(Rung.Step step) {
    return switch (step) {
      case PORT -> Text.of("rung.port");
      case MODEM -> Text.of("rung.modem");
      case SIM -> Text.of("rung.sim");
      case EUICC -> Text.of("rung.euicc");
      case REGISTERED -> Text.of("rung.registered");
      case CONTEXT -> Text.of("rung.context");
      case PING -> Text.of("rung.ping");
      case READER -> Text.of("rung.reader");
      case CARD -> Text.of("rung.card");
      case PROFILE -> Text.of("rung.profile");
      case ISD_R -> Text.of("rung.isd-r");
      case EID -> Text.of("rung.eid");
    };
  }
}
