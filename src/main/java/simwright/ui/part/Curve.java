package simwright.ui.part;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;

/// Values one after the other as a line, from the least to the most; no scale of its own.
public final class Curve extends Pane {
  private final Polyline line = new Polyline();
  private final List<Double> values;

  /// A line of these, oldest first; what is no number is left out.
  public Curve(List<Double> values) {
    this.values = values.stream().filter(Double::isFinite).toList();
    getStyleClass().add("sw-curve");
    line.getStyleClass().add("sw-spark");
    getChildren().add(line);
  }

  @Override
  protected void layoutChildren() {
    line.getPoints().clear();
    double least = values.stream().mapToDouble(v -> v).min().orElse(0);
    double most = values.stream().mapToDouble(v -> v).max().orElse(0);
    double step = values.size() > 1 ? getWidth() / (values.size() - 1) : getWidth();
    for (int i = 0; i < values.size(); i++) {
      double share = most > least ? (values.get(i) - least) / (most - least) : 0.5;
      line.getPoints().addAll(i * step, 2 + (1 - share) * (getHeight() - 4));
    }
  }
}
