package simwright.ui.failover;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import simwright.acceptance.Distribution;
import simwright.acceptance.Run;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.TrendChart;
import simwright.ui.result.Verdict;

/// The middle time to the first good payload of each run, one after the other.
final class DrillTrend extends VBox {
  private DrillTrend(List<Run> oldest, Criteria criteria, FailoverWords words) {
    getStyleClass().add("sw-card");
    Label title = FourLines.line(Text.format("drill.trend", oldest.size()));
    title.getStyleClass().add("sw-strong");
    TrendChart chart =
        new TrendChart(
            oldest.stream()
                .map(run ->
                    new TrendChart.Point(
                        Distribution.of(DrillFigures.times(run)).median(),
                        Verdict.of(run.outcome())))
                .toList(),
            criteria.median(),
            _ -> {});
    chart.setAccessibleText(title.getText());
    Label said = Marks.muted("");
    Runnable tell =
        () -> {
          Run one = oldest.get(chart.chosenProperty().get());
          said.setText(DrillFigures.line(one, words.at(one.started())));
        };
    chart.chosenProperty().addListener((_, _, _) -> tell.run());
    tell.run();
    getChildren().addAll(title, chart, said);
  }

  /// Of runs, newest first, of which two or more came to a payload.
  static Optional<DrillTrend> of(List<Run> newest, Criteria criteria, FailoverWords words) {
    List<Run> told =
        newest.reversed().stream().filter(run -> !DrillFigures.times(run).isEmpty()).toList();
    return told.size() < 2 ? Optional.empty() : Optional.of(new DrillTrend(told, criteria, words));
  }
}
