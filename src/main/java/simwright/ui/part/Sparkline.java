package simwright.ui.part;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import simwright.ui.fx.Text;

/// The last signal strengths in dBm as a line over the bands good, fair and poor.
public final class Sparkline extends Pane {
  private static final double BEST = -70;
  private static final double WORST = -125;
  private static final double GOOD = -95;
  private static final double FAIR = -110;

  private final Region good = band("sw-band-good");
  private final Region fair = band("sw-band-fair");
  private final Region poor = band("sw-band-poor");
  private final Polyline line = new Polyline();
  private List<Double> values = List.of();

  /// An empty line.
  public Sparkline() {
    getStyleClass().add("sw-sparkline");
    line.getStyleClass().add("sw-spark");
    getChildren().addAll(good, fair, poor, line);
    setAccessibleText(Text.of("bench.signal.none"));
  }

  /// Shows these strengths in dBm, oldest first.
  public void show(List<Double> dbm) {
    values = List.copyOf(dbm);
    setAccessibleText(
        values.isEmpty()
            ? Text.of("bench.signal.none")
            : Text.format("bench.signal.value", Math.round(values.getLast())));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    good.resizeRelocate(0, 0, width, y(GOOD, height));
    fair.resizeRelocate(0, y(GOOD, height), width, y(FAIR, height) - y(GOOD, height));
    poor.resizeRelocate(0, y(FAIR, height), width, height - y(FAIR, height));
    line.getPoints().clear();
    double step = values.size() > 1 ? width / (values.size() - 1) : width;
    for (int i = 0; i < values.size(); i++) {
      line.getPoints().addAll(i * step, y(values.get(i), height));
    }
    if (values.size() == 1) {
      line.getPoints().addAll(width, y(values.getFirst(), height));
    }
  }

  private static double y(double dbm, double height) {
    double share = (BEST - Math.clamp(dbm, WORST, BEST)) / (BEST - WORST);
    return 2 + share * (height - 4);
  }

  private static Region band(String style) {
    Region region = new Region();
    region.getStyleClass().addAll("sw-band", style);
    return region;
  }
}
