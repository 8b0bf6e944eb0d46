package simwright.ui.failover;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import simwright.acceptance.Distribution;
import simwright.acceptance.Run;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Plan;
import simwright.report.DrillReport;
import simwright.ui.frame.DeviceChoice;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.Histogram;
import simwright.ui.part.State;
import simwright.ui.result.Verdict;

/// A run of a drill in figures: its verdict and why, the times to the first good payload against
/// the criteria, what became of requests and sessions, and whether the device is as it was. One
/// that is under way has neither verdict nor end.
final class DrillFigures extends VBox {
  private static final String PAYLOAD = "payload";

  /// The lines before that of the state that a run leaves.
  private static final int FLOWING = 2;

  DrillFigures(Run run, Plan plan, boolean ended) {
    getStyleClass().addAll("sw-card");
    Label title =
        FourLines.line(
            Verdict.named(
                Text.format(ended ? "drill.of" : "drill.going", DeviceChoice.name(run.device())),
                run.simulated()));
    title.getStyleClass().add("sw-strong");
    getChildren().add(title);
    if (ended) {
      getChildren().add(Marks.mark(state(run), verdict(run)));
    }
    if (!run.judged().limitsSha256().equals(plan.limits().sha256())) {
      getChildren()
          .add(
              Marks.mark(
                  State.MARGINAL,
                  Text.format(
                      "drill.other",
                      DeviceText.literal(run.judged().limits()),
                      DeviceText.literal(run.judged().version()))));
    }
    List<Double> times = times(run);
    if (!times.isEmpty()) {
      Criteria criteria = new Criteria(plan);
      Histogram histogram = new Histogram(times, criteria.payload(), criteria.lines());
      histogram.setAccessibleText(Text.format("drill.histogram", times.size()));
      Label axis = Marks.muted(Text.of("drill.axis"));
      getChildren().addAll(histogram, axis);
    }
    List<String> lines = DrillReport.lines(run);
    lines.stream()
        .limit(ended ? lines.size() : FLOWING)
        .forEach(line -> getChildren().add(FourLines.line(DeviceText.literal(line.strip()))));
  }

  static State state(Run run) {
    return Verdict.of(run.outcome());
  }

  private static String verdict(Run run) {
    return run.reason().isEmpty()
        ? run.verdict()
        : Text.format("drill.verdict", run.verdict(), DeviceText.literal(run.reason()));
  }

  static List<Double> times(Run run) {
    return DrillReport.taken(DrillReport.rounds(run), PAYLOAD);
  }

  /// A run in one line.
  static String line(Run run, String at) {
    List<Double> times = times(run);
    String median =
        times.isEmpty()
            ? Text.of("drill.no-payload")
            : Text.format(
                "drill.median", Limit.number(Distribution.of(times).median()), times.size());
    return Text.format("drill.line", at, DeviceChoice.name(run.device()), run.verdict(), median);
  }
}
