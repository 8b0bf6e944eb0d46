package simwright.ui.part;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import simwright.acceptance.plan.Limit;

/// The values of a measurement one after the other, each as the shape and colour of its state,
/// against the limits of the newest one. Left and right go from value to value, Enter opens one.
public final class TrendChart extends Pane {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final MathContext FIGURES = new MathContext(3);
  private static final int MOST = 400;
  private static final double LEFT = 72;
  private static final double DOT = 12;

  private final List<Point> points;
  private final ValueAxis axis;
  private final OptionalDouble least;
  private final OptionalDouble most;
  private final double marginal;
  private final Region allowed = region("sw-chart-allowed");
  private final Region low = region("sw-chart-marginal");
  private final Region high = region("sw-chart-marginal");
  private final Region plain = region("sw-chart-plain");
  private final Label top;
  private final Label bottom;
  private final List<Region> dots = new ArrayList<>();
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);

  /// A value with its state.
  public record Point(double value, State state) {}

  /// Of these values, oldest first, against this limit; of very many the newest. `open` takes the
  /// number of the value that a person opens.
  public TrendChart(List<Point> all, Limit limit, IntConsumer open) {
    int from = Math.max(0, all.size() - MOST);
    this.points = List.copyOf(all.subList(from, all.size()));
    this.least = of(limit.least());
    this.most = of(limit.most());
    this.marginal = Math.max(0, limit.marginal());
    this.axis = ValueAxis.over(points.stream().map(Point::value).toList(), least, most);
    this.top = scale(axis.to());
    this.bottom = scale(axis.from());
    getStyleClass().add("sw-chart");
    setFocusTraversable(true);
    getChildren().addAll(plain, allowed, low, high, top, bottom);
    for (int i = 0; i < points.size(); i++) {
      Region dot = new Region();
      dot.getStyleClass().addAll("sw-dot", points.get(i).state().styleClass() + "-dot");
      int at = i;
      dot.setOnMouseClicked(event -> {
        choose(at);
        if (event.getClickCount() == 2) {
          open.accept(from + at);
        }
      });
      dots.add(dot);
    }
    getChildren().addAll(dots);
    addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, from, open));
    choose(points.size() - 1);
  }

  private void pressed(KeyEvent event, int from, IntConsumer open) {
    switch (event.getCode()) {
      case LEFT -> choose(Math.max(0, chosen.get() - 1));
      case RIGHT -> choose(Math.min(points.size() - 1, chosen.get() + 1));
      case HOME -> choose(0);
      case END -> choose(points.size() - 1);
      case ENTER -> open.accept(from + chosen.get());
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void choose(int at) {
    if (chosen.get() >= 0) {
      dots.get(chosen.get()).pseudoClassStateChanged(CHOSEN, false);
    }
    chosen.set(at);
    if (at >= 0) {
      dots.get(at).pseudoClassStateChanged(CHOSEN, true);
    }
  }

  /// The number of the chosen value among those that are drawn.
  public ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(1, getWidth() - LEFT);
    double height = getHeight();
    plain.resizeRelocate(LEFT, 0, width, height);
    double floor = y(least.orElse(axis.from()));
    double roof = y(most.orElse(axis.to()));
    allowed.resizeRelocate(LEFT, roof, width, floor - roof);
    allowed.setVisible(least.isPresent() || most.isPresent());
    double near = Math.min(floor - roof, height * marginal / (axis.to() - axis.from()));
    low.setVisible(least.isPresent() && marginal > 0);
    high.setVisible(most.isPresent() && marginal > 0);
    low.resizeRelocate(LEFT, floor - near, width, near);
    high.resizeRelocate(LEFT, roof, width, near);
    top.autosize();
    bottom.autosize();
    top.relocate(LEFT - 8 - top.getWidth(), 0);
    bottom.relocate(LEFT - 8 - bottom.getWidth(), height - bottom.getHeight());
    double step = width / Math.max(1, points.size());
    for (int i = 0; i < dots.size(); i++) {
      double x = LEFT + step * (i + 0.5);
      dots.get(i).resizeRelocate(x - DOT / 2, y(points.get(i).value()) - DOT / 2, DOT, DOT);
    }
  }

  private double y(double value) {
    return (1 - axis.share(value)) * getHeight();
  }

  private static Label scale(double value) {
    Label label = new Label(Limit.number(rounded(value)));
    label.getStyleClass().add("sw-chart-scale");
    return label;
  }

  /// Three figures are enough beside a picture.
  static double rounded(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return 0;
    }
    return BigDecimal.valueOf(value).round(FIGURES).doubleValue();
  }

  private static OptionalDouble of(java.util.Optional<Double> bound) {
    return bound.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static Region region(String style) {
    Region region = new Region();
    region.getStyleClass().add(style);
    region.setMouseTransparent(true);
    return region;
  }
}
