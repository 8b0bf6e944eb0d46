package simwright.ui.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.LimitSet;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.PlannedStep;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.Histogram;

/// What a drill is judged by, as its plan says before it begins.
record Criteria(Plan plan) {
  private static final String ROUND = "failover";
  private static final String PAYLOAD = "payload";

  /// All of them, in the order of the steps they are for.
  List<String> words() {
    List<String> all = new ArrayList<>();
    steps()
        .filter(step -> !step.id().isEmpty())
        .forEach(step ->
            step.limits().stream()
                .map(each -> plan.limits().of(step.id(), each.name(), each.unit()))
                .filter(Limit::bounded)
                .forEach(limit ->
                    all.add(
                        Text.format(
                            "drill.criterion",
                            DeviceText.literal(step.title()),
                            DeviceText.literal(limit.name()),
                            DeviceText.literal(limit.words())))));
    return all.stream().distinct().toList();
  }

  private Stream<PlannedStep> steps() {
    return plan.each();
  }

  /// The limit of each round's time to the first good payload.
  Limit payload() {
    return rounds()
        .map(step -> limit(step.id(), PAYLOAD))
        .findFirst()
        .orElse(Limit.none(PAYLOAD, "s"));
  }

  /// The limit of the middle one of these times.
  Limit median() {
    return summary("median").orElse(Limit.none("median", "s"));
  }

  /// The criteria for the time to the first good payload as lines.
  List<Histogram.Line> lines() {
    List<Histogram.Line> all = new ArrayList<>();
    summary("median").flatMap(Limit::most).ifPresent(at -> all.add(line("drill.line.p50", at)));
    summary("p95").flatMap(Limit::most).ifPresent(at -> all.add(line("drill.line.p95", at)));
    payload().most().ifPresent(at -> all.add(line("drill.line.each", at)));
    return all;
  }

  private static Histogram.Line line(String key, double at) {
    return new Histogram.Line(at, Text.format(key, Limit.number(at)));
  }

  private Stream<PlannedStep> rounds() {
    return steps().filter(step -> step.kind().equals(ROUND));
  }

  /// Of the step that sums the rounds' times up.
  private Optional<Limit> summary(String measurement) {
    return rounds()
        .flatMap(round ->
            steps()
                .filter(step -> step.with().text("of", "").equals(round.id()))
                .filter(step -> step.with().text("measurement", "").equals(PAYLOAD)))
        .map(step -> limit(step.id(), measurement))
        .filter(Limit::bounded)
        .findFirst();
  }

  private Limit limit(String step, String measurement) {
    LimitSet limits = plan.limits();
    return limits.of(step, measurement, "s");
  }
}
