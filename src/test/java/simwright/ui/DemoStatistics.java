package simwright.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.acceptance.RunField;
import simwright.acceptance.plan.Limit;
import simwright.rollout.Comparison;
import simwright.rollout.Comparison.Difference;
import simwright.rollout.FlakyStep;
import simwright.rollout.Measurement;
import simwright.rollout.Rate;
import simwright.rollout.Split;
import simwright.rollout.SplitBy;
import simwright.rollout.Spread;
import simwright.rollout.Trend;

/// Made-up statistics: none, or some of each kind.
public record DemoStatistics(boolean some) {
  public static final DemoStatistics NOTHING = new DemoStatistics(false);
  public static final DemoStatistics SOME = new DemoStatistics(true);

  private static final Measurement WHAT =
      new Measurement("first-boot", "registered", "seconds", "s");
  private static final Limit LIMIT =
      new Limit("seconds", "s", Optional.empty(), Optional.of(60.0), 10);

  List<String> plans() {
    return some ? List.of("first-boot", "provisioning") : List.of();
  }

  List<Measurement> measurements() {
    return some ? List.of(WHAT, new Measurement("first-boot", "signal", "rsrp", "dBm")) : List.of();
  }

  List<Trend> trends(Optional<RunField> by) {
    return by.isEmpty()
        ? List.of(trend("", true), trend("", false))
        : List.of(trend("A device with a name that is longer than others are", true));
  }

  private static Trend trend(String split, boolean simulated) {
    List<Trend.Point> points = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double value = 20 + (i * 37 % 46);
      points.add(
          new Trend.Point(
              Instant.EPOCH.plusSeconds(3600L * i),
              value,
              LIMIT,
              LIMIT.judge(Optional.of(value)),
              "r" + i,
              "ec25-" + i % 3,
              "EC25EFAR06A06M4G"));
    }
    return new Trend(
        WHAT,
        split,
        simulated,
        points,
        Spread.of(points.stream().map(Trend.Point::value).toList()));
  }

  Comparison comparison(List<String> names) {
    List<Comparison.Column> columns = new ArrayList<>();
    List<Rate> passed = new ArrayList<>();
    List<Comparison.Cell> cells = new ArrayList<>();
    List<Difference> differs = new ArrayList<>();
    for (String name : some ? names : List.<String>of()) {
      int at = columns.size();
      columns.add(new Comparison.Column(name, 20, at == 1));
      passed.add(new Rate(20 - 8L * at, 20));
      cells.add(
          new Comparison.Cell(
              Optional.of(Spread.of(List.of(20.0 + 9 * at, 21.0, 22.5, 23.0 + at, 24.0, 30.0))),
              List.of(LIMIT)));
      differs.add(at == 0 ? Difference.FIRST : at == 1 ? Difference.WORSE : Difference.TOO_FEW);
    }
    return columns.isEmpty()
        ? new Comparison(List.of(), List.of(), List.of())
        : new Comparison(
            columns,
            List.of(new Comparison.StepRow("first-boot", "registered", passed, differs)),
            List.of(new Comparison.ValueRow(WHAT, cells, differs)));
  }

  List<FlakyStep> flaky() {
    if (!some) {
      return List.of();
    }
    Split split =
        new Split(
            SplitBy.DEVICE,
            List.of(
                new Split.Part("ec25-1", new Rate(0, 24), new Rate(0, 23)),
                new Split.Part("ec25-2", new Rate(8, 8), new Rate(0, 7))),
            new Rate(0, 30),
            12.5);
    return List.of(
        new FlakyStep(
            "first-boot",
            "ping",
            true,
            new Rate(8, 32),
            new Rate(6, 31),
            List.of(split),
            Optional.of(split)),
        new FlakyStep(
            "first-boot",
            "registered",
            false,
            new Rate(0, 32),
            new Rate(0, 31),
            List.of(),
            Optional.empty()));
  }
}
