package simwright.ui.data;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import simwright.quota.Budget;
import simwright.quota.Forecast;

/// A budget from all of it to nothing over its period: what was used as a line, and how it goes on
/// at the same rate as a broken one.
final class BurnDown extends Pane {
  private final Budget budget;
  private final Instant now;
  private final Region ground = new Region();
  private final Polyline used = new Polyline();
  private final Line ahead = new Line();

  BurnDown(Budget budget, Instant now) {
    this.budget = budget;
    this.now = now;
    getStyleClass().add("sw-burn");
    ground.getStyleClass().add("sw-chart-plain");
    used.getStyleClass().add("sw-spark");
    ahead.getStyleClass().add("sw-burn-ahead");
    ahead.setVisible(budget.forecast() instanceof Forecast.Expected);
    getChildren().addAll(ground, used, ahead);
  }

  @Override
  protected void layoutChildren() {
    ground.resizeRelocate(0, 0, getWidth(), getHeight());
    used.getPoints().clear();
    double last = 0;
    for (Budget.Point each : budget.burnt()) {
      used.getPoints().addAll(x(each.at()), y(last));
      used.getPoints().addAll(x(each.at()), y(each.used()));
      last = each.used();
    }
    used.getPoints().addAll(x(now), y(last));
    if (budget.forecast() instanceof Forecast.Expected soon) {
      Optional<Instant> end = soon.expected();
      double hours = Duration.between(now, budget.until()).toMillis() / 3_600_000.0;
      ahead.setStartX(x(now));
      ahead.setStartY(y(last));
      ahead.setEndX(x(end.orElse(budget.until())));
      ahead.setEndY(end.isPresent() ? y(budget.cap()) : y(last + soon.bytesPerHour() * hours));
    }
  }

  private double x(Instant at) {
    double whole = Duration.between(budget.from(), budget.until()).toMillis();
    double part = Duration.between(budget.from(), at).toMillis();
    return Math.clamp(part / whole, 0, 1) * getWidth();
  }

  private double y(double bytes) {
    double share = budget.cap() == 0 ? 1 : bytes / budget.cap();
    return 2 + Math.clamp(share, 0, 1) * (getHeight() - 4);
  }
}
