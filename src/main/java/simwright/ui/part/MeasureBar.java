package simwright.ui.part;

import java.util.OptionalDouble;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A measured value against its limits: the allowed stretch, and the value as a mark in the colour
/// of its state. The scale leaves room beyond both limits.
public final class MeasureBar extends Pane {
  private final Region track = region("sw-measure-track");
  private final Region allowed = region("sw-measure-allowed");
  private final Region mark = region("sw-measure-mark");
  private final OptionalDouble value;
  private final double from;
  private final double to;
  private final double least;
  private final double most;

  /// A value between limits, each of which may be missing.
  public MeasureBar(OptionalDouble value, OptionalDouble least, OptionalDouble most, State state) {
    this.value = value;
    double low = least.orElse(Math.min(value.orElse(0), most.orElse(0)));
    double high = most.orElse(Math.max(value.orElse(0), least.orElse(0)));
    double room = Math.max((high - low) * 0.25, Math.max(Math.abs(high), 1) * 0.05);
    this.from = Math.min(low, value.orElse(low)) - room;
    this.to = Math.max(high, value.orElse(high)) + room;
    this.least = least.orElse(from);
    this.most = most.orElse(to);
    getStyleClass().add("sw-measure");
    mark.getStyleClass().add(state.styleClass());
    mark.setVisible(value.isPresent());
    getChildren().addAll(track, allowed, mark);
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    track.resizeRelocate(0, height / 2 - 3, getWidth(), 6);
    allowed.resizeRelocate(x(least), height / 2 - 3, x(most) - x(least), 6);
    mark.resizeRelocate(x(value.orElse(from)) - 3, height / 2 - 8, 6, 16);
  }

  private double x(double at) {
    return (at - from) / (to - from) * getWidth();
  }

  private static Region region(String style) {
    Region region = new Region();
    region.getStyleClass().add(style);
    return region;
  }
}
