package simwright.ui.failover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import simwright.failover.State;
import simwright.ui.fx.Text;
import simwright.ui.part.StateMark;

/// The machine that selects profiles: its states around an ellipse, the ways between them as
/// arrows, the state it is in lit with the ways out of it.
final class MachinePicture extends Pane {
  private static final List<State> ROUND =
      List.of(
          State.STEADY,
          State.SUSPECT,
          State.HELD,
          State.NO_WAY,
          State.DECIDED,
          State.SWITCHING,
          State.PROVING,
          State.FAILED_OVER,
          State.FAILING_BACK);
  private static final double MOST = 168;
  private static final double LEAST = 116;
  private static final double APART = 5;
  private static final double HEAD = 8;

  private final Map<State, StackPane> states = new EnumMap<>(State.class);
  private final List<Way> ways = new ArrayList<>();

  private record Way(State from, State to, Line line, Polygon head) {
    void open(boolean now) {
      line.getStyleClass().setAll(now ? "sw-way-open" : "sw-way");
      head.getStyleClass().setAll(now ? "sw-way-open-head" : "sw-way-head");
      if (now) {
        line.toFront();
        head.toFront();
      }
    }
  }

  MachinePicture() {
    getStyleClass().add("sw-machine");
    for (State from : ROUND) {
      for (State to : from.ways()) {
        Way way = new Way(from, to, new Line(), new Polygon(0, 0, -HEAD, 4, -HEAD, -4));
        ways.add(way);
        getChildren().addAll(way.line(), way.head());
      }
    }
    for (State each : ROUND) {
      StackPane state = new StackPane();
      states.put(each, state);
      getChildren().add(state);
    }
    show(Optional.empty());
  }

  /// The states that are drawn, with the ways out of each.
  Map<State, Collection<State>> drawn() {
    Map<State, Collection<State>> all = new EnumMap<>(State.class);
    states.keySet().forEach(each -> all.put(each, new ArrayList<>()));
    ways.forEach(way -> all.getOrDefault(way.from(), List.of()).add(way.to()));
    return all;
  }

  /// Lights a state; none where nobody knows it.
  void show(Optional<State> now) {
    states.forEach((each, node) -> {
      boolean lit = now.filter(each::equals).isPresent();
      Label word =
          lit
              ? new StateMark(FailoverWords.mark(each), FailoverWords.state(each))
              : new Label(FailoverWords.state(each));
      word.setWrapText(true);
      node.getChildren().setAll(word);
      node.getStyleClass().setAll("sw-machine-state");
      if (lit) {
        node.getStyleClass().add("sw-machine-lit");
      }
    });
    ways.forEach(way -> way.open(now.filter(way.from()::equals).isPresent()));
    states.values().forEach(StackPane::toFront);
    setAccessibleText(
        now.map(state ->
                Text.format(
                    "failover.machine.now", FailoverWords.state(state), names(state.ways())))
            .orElse(Text.of("failover.machine.none")));
    requestLayout();
  }

  static String names(Collection<State> all) {
    return String.join(", ", all.stream().map(FailoverWords::state).toList());
  }

  @Override
  protected void layoutChildren() {
    double width = LEAST;
    for (StackPane each : states.values()) {
      width = Math.max(width, Math.min(MOST, each.prefWidth(-1)));
    }
    double height = 36;
    for (StackPane each : states.values()) {
      height = Math.max(height, each.prefHeight(width));
    }
    double across = (getWidth() - width) / 2 - 2;
    double down = (getHeight() - height) / 2 - 2;
    for (int i = 0; i < ROUND.size(); i++) {
      double turn = 2 * Math.PI * i / ROUND.size();
      double x = getWidth() / 2 + Math.sin(turn) * across;
      double y = getHeight() / 2 - Math.cos(turn) * down;
      node(ROUND.get(i)).resizeRelocate(x - width / 2, y - height / 2, width, height);
    }
    ways.forEach(this::draw);
  }

  private StackPane node(State state) {
    return states.getOrDefault(state, new StackPane());
  }

  /// From border to border, a little to the side, so that a way back lies beside it.
  private void draw(Way way) {
    StackPane from = node(way.from());
    StackPane to = node(way.to());
    double x = to.getLayoutX() - from.getLayoutX();
    double y = to.getLayoutY() - from.getLayoutY();
    double length = Math.max(1, Math.hypot(x, y));
    double aside = APART / length;
    double fromX = from.getLayoutX() + from.getWidth() / 2 - y * aside;
    double fromY = from.getLayoutY() + from.getHeight() / 2 + x * aside;
    double inside = border(from, x / length, y / length);
    Line line = way.line();
    line.setStartX(fromX + x / length * inside);
    line.setStartY(fromY + y / length * inside);
    double end = length - inside - 2;
    line.setEndX(fromX + x / length * (end - HEAD / 2));
    line.setEndY(fromY + y / length * (end - HEAD / 2));
    way.head().setLayoutX(fromX + x / length * end);
    way.head().setLayoutY(fromY + y / length * end);
    way.head().getTransforms().setAll(turned(x, y));
  }

  private static javafx.scene.transform.Rotate turned(double x, double y) {
    return new javafx.scene.transform.Rotate(Math.toDegrees(Math.atan2(y, x)), 0, 0);
  }

  /// How far it is from the middle of a state to its border in a direction of length one.
  private static double border(StackPane node, double x, double y) {
    double across = Math.abs(x) < 1e-6 ? Double.MAX_VALUE : node.getWidth() / 2 / Math.abs(x);
    double down = Math.abs(y) < 1e-6 ? Double.MAX_VALUE : node.getHeight() / 2 / Math.abs(y);
    return Math.min(across, down);
  }
}
