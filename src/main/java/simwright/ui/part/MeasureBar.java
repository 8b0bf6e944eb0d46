package simwright.ui.part;

import java.util.OptionalDouble;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A measured value against its limits: the allowed stretch, within it what is marginal, and the
/// value as a mark in the colour of its state. The scale leaves room beyond both limits.
public final class MeasureBar extends Pane {
  private final Region track = region("sw-measure-track");
  private final Region allowed = region("sw-measure-allowed");
  private final Region low = region("sw-measure-marginal");
  private final Region high = region("sw-measure-marginal");
  private final Region mark = region("sw-measure-mark");
  private final OptionalDouble value;
  private final double from;
  private final double to;
  private final double least;
  private final double most;
  private final double marginal;

  /// A value between limits, each of which may be missing; nearer to one than `marginal` it is
  /// marginal.
  public MeasureBar(
      OptionalDouble value,
      OptionalDouble least,
      OptionalDouble most,
      double marginal,
      State state) {
    this.value = value;
    this.marginal = Math.max(0, marginal);
    double bottom = least.orElse(Math.min(value.orElse(0), most.orElse(0)));
    double top = most.orElse(Math.max(value.orElse(0), least.orElse(0)));
    double room = Math.max((top - bottom) * 0.25, Math.max(Math.abs(top), 1) * 0.05);
    this.from = Math.min(bottom, value.orElse(bottom)) - room;
    this.to = Math.max(top, value.orElse(top)) + room;
    low.setVisible(least.isPresent() && marginal > 0);
    high.setVisible(most.isPresent() && marginal > 0);
    this.least = least.orElse(from);
    this.most = most.orElse(to);
    getStyleClass().add("sw-measure");
    mark.getStyleClass().add(state.styleClass());
    mark.setVisible(value.isPresent());
    getChildren().addAll(track, allowed, low, high, mark);
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    track.resizeRelocate(0, height / 2 - 3, getWidth(), 6);
    allowed.resizeRelocate(x(least), height / 2 - 3, x(most) - x(least), 6);
    double band = Math.min(x(least + marginal), x(most)) - x(least);
    low.resizeRelocate(x(least), height / 2 - 3, band, 6);
    high.resizeRelocate(x(most) - band, height / 2 - 3, band, 6);
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
