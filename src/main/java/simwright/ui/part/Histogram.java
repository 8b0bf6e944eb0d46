package simwright.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import simwright.acceptance.plan.Limit;

/// How often values of a measurement fell where, against its limits: what is allowed lies behind
/// the bars.
public final class Histogram extends Pane {
  private static final int BINS = 24;
  private static final double FOOT = 20;

  private final ValueAxis axis;
  private final int[] counts = new int[BINS];
  private final OptionalDouble least;
  private final OptionalDouble most;
  private final Region plain = region("sw-chart-plain");
  private final Region allowed = region("sw-chart-allowed");
  private final List<Region> bars = new ArrayList<>();
  private final List<Drawn> lines = new ArrayList<>();
  private final Label from;
  private final Label to;

  /// A line across the bars at a value, with its words.
  public record Line(double at, String words) {}

  private record Drawn(double at, Region line, Label words) {}

  /// Of these values against this limit.
  public Histogram(List<Double> values, Limit limit) {
    this(values, limit, List.of());
  }

  /// The same with lines.
  public Histogram(List<Double> values, Limit limit, List<Line> across) {
    this.least = limit.least().map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    this.most = limit.most().map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    List<Double> shown = new ArrayList<>(values);
    across.forEach(each -> shown.add(each.at()));
    this.axis = ValueAxis.over(shown, least, most);
    values.forEach(value -> counts[Math.min(BINS - 1, (int) (axis.share(value) * BINS))]++);
    this.from = label(axis.from());
    this.to = label(axis.to());
    getStyleClass().add("sw-chart");
    getChildren().addAll(plain, allowed);
    for (int i = 0; i < BINS; i++) {
      bars.add(region("sw-chart-bar"));
    }
    getChildren().addAll(bars);
    getChildren().addAll(from, to);
    for (Line each : across) {
      Label words = new Label(each.words());
      words.getStyleClass().add("sw-chart-scale");
      Drawn drawn = new Drawn(each.at(), region("sw-chart-line"), words);
      lines.add(drawn);
      getChildren().addAll(drawn.line(), drawn.words());
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = Math.max(1, getHeight() - FOOT);
    plain.resizeRelocate(0, 0, width, height);
    double left = least.isPresent() ? axis.share(least.getAsDouble()) * width : 0;
    double right = most.isPresent() ? axis.share(most.getAsDouble()) * width : width;
    allowed.setVisible(least.isPresent() || most.isPresent());
    allowed.resizeRelocate(left, 0, right - left, height);
    int highest = 1;
    for (int count : counts) {
      highest = Math.max(highest, count);
    }
    for (int i = 0; i < BINS; i++) {
      double high = counts[i] * (height - 4) / highest;
      bars.get(i)
          .resizeRelocate(i * width / BINS + 1, height - high, Math.max(1, width / BINS - 2), high);
    }
    from.autosize();
    to.autosize();
    from.relocate(0, height + 2);
    to.relocate(width - to.getWidth(), height + 2);
    for (int i = 0; i < lines.size(); i++) {
      draw(lines.get(i), i, width, height);
    }
  }

  /// The words of each stand in a row of their own, on the side where there is room.
  private void draw(Drawn drawn, int row, double width, double height) {
    double x = axis.share(drawn.at()) * width;
    drawn.line().resizeRelocate(x - 1, 0, 2, height);
    drawn.words().autosize();
    double words = drawn.words().getWidth();
    boolean left = x + words + 6 > width;
    drawn.words().relocate(left ? x - words - 6 : x + 6, 2 + row * FOOT);
  }

  private static Label label(double value) {
    Label label = new Label(Limit.number(TrendChart.rounded(value)));
    label.getStyleClass().add("sw-chart-scale");
    return label;
  }

  private static Region region(String style) {
    Region region = new Region();
    region.getStyleClass().add(style);
    return region;
  }
}
