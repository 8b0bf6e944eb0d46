package simwright.ui.profile;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import simwright.lpa.Intent;
import simwright.lpa.Reconciliation.Settled;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// A banner above the card: what was left open on it, with the one act that helps, and what the
/// card said then.
final class LeftPane extends VBox {
  private final LeftOpen left;

  LeftPane(LeftOpen left) {
    this.left = left;
    getStyleClass().add("sw-notices");
    left.getOpen().addListener((ListChangeListener<Intent>) _ -> show());
    left.getSaid().addListener((ListChangeListener<Settled>) _ -> show());
    left.navigation().deviceProperty().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    String device = left.navigation().getDevice();
    List<Node> lines = new ArrayList<>();
    left.saidOf(device).forEach(one -> lines.add(said(one)));
    List<Intent> open = left.on(device);
    if (!open.isEmpty()) {
      Button ask = button(Text.of("left.ask"), () -> left.ask(device));
      lines.add(line(State.MARGINAL, open.stream().map(left::words).toList(), ask));
    }
    getChildren().setAll(lines);
    setVisible(!lines.isEmpty());
    setManaged(isVisible());
  }

  private Node said(Settled one) {
    State state =
        switch (one.verdict()) {
          case DONE -> State.PASS;
          case NOT_DONE -> State.FAIL;
          case UNDECIDED -> State.MARGINAL;
        };
    Button close = button(Text.of("keys.close"), () -> left.dismiss(one));
    return line(state, List.of(DeviceText.literal(one.words())), close);
  }

  private static Node line(State state, List<String> words, Button act) {
    VBox marks = new VBox();
    marks.getStyleClass().add("sw-column");
    for (String each : words) {
      StateMark mark = new StateMark(state, each);
      mark.setWrapText(true);
      mark.setMinHeight(USE_PREF_SIZE);
      marks.getChildren().add(mark);
    }
    HBox.setHgrow(marks, Priority.ALWAYS);
    HBox line = new HBox(marks, act);
    line.getStyleClass().addAll("sw-notice", state.styleClass());
    return line;
  }

  private static Button button(String words, Runnable act) {
    Button button = new Button(words);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> act.run());
    return button;
  }
}
