package simwright.ui.part;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import simwright.ui.fx.Text;

/// When each step of a run was at work: one line for each, as long as it took.
public final class Gantt extends Pane {
  private static final double ROW = 20;
  private static final double NAME = 150;

  private final List<Bar> bars;
  private final List<Label> names = new ArrayList<>();
  private final List<Region> pieces = new ArrayList<>();
  private final double span;
  private final Label end;

  /// A step: what it is called, when it began, how long it took, and how it ended.
  public record Bar(String name, Duration at, Duration took, State state) {}

  /// Of these steps in their order.
  public Gantt(List<Bar> bars) {
    this.bars = List.copyOf(bars);
    this.span =
        Math.max(
            1,
            bars.stream().mapToDouble(bar -> bar.at().plus(bar.took()).toMillis()).max().orElse(1));
    this.end = new Label(Text.format("gantt.end", Math.round(span / 100) / 10.0));
    end.getStyleClass().add("sw-chart-scale");
    getStyleClass().add("sw-gantt");
    for (Bar bar : this.bars) {
      Label name = new Label(bar.name());
      name.getStyleClass().add("sw-chart-scale");
      name.setTooltip(new Tooltip(bar.name()));
      names.add(name);
      Region piece = new Region();
      piece.getStyleClass().addAll("sw-gantt-bar", bar.state().styleClass() + "-dot");
      pieces.add(piece);
    }
    getChildren().addAll(names);
    getChildren().addAll(pieces);
    getChildren().add(end);
  }

  @Override
  protected double computePrefHeight(double width) {
    return bars.size() * ROW + ROW;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(1, getWidth() - NAME);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      names.get(i).resizeRelocate(0, i * ROW, NAME - 8, ROW);
      double x = NAME + width * bar.at().toMillis() / span;
      double length = Math.max(3, width * bar.took().toMillis() / span);
      pieces.get(i).resizeRelocate(Math.min(x, NAME + width - 3), i * ROW + 4, length, ROW - 8);
    }
    end.autosize();
    end.relocate(NAME + width - end.getWidth(), bars.size() * ROW);
  }
}
