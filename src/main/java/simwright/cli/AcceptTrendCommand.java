package simwright.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.acceptance.RunField;
import simwright.acceptance.RunFilter;
import simwright.acceptance.plan.Limit;
import simwright.report.TrendReport;
import simwright.rollout.Measurement;
import simwright.rollout.Trend;

/// Shows a measurement over time.
@Command(
    name = "trend",
    description = "Show a measurement over time with the limits in force; without one, list them.",
    footer = {
      "",
      "Examples:",
      "  simwright accept trend",
      "  simwright accept trend signal/rsrp --plan first-boot",
      "  simwright accept trend signal/rsrp --by firmware --html t.html"
    })
public final class AcceptTrendCommand implements Callable<Integer> {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final Program program;
  private final Terminal terminal;

  @Mixin Place place = new Place();
  @Mixin RunChoice choice = new RunChoice();
  @Mixin Most most = new Most();

  @Parameters(
      arity = "0..1",
      paramLabel = "STEP/NAME",
      description = "The measurement: the step's id or title, and its name.")
  String measurement = "";

  @Option(
      names = "--by",
      paramLabel = "FIELD",
      description = "A trend for each: ${COMPLETION-CANDIDATES}, or the same in small letters.")
  @Nullable RunField by;

  @Option(names = "--html", paramLabel = "FILE", description = "Draw them on a page there.")
  @Nullable Path html;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// On this terminal.
  public AcceptTrendCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    choice.check();
    try (Session session = program.open(place)) {
      ZoneId zone = program.time().zone();
      RunFilter filter = choice.of(session, zone);
      List<Measurement> there =
          session.results().measurements(filter).stream()
              .filter(each ->
                  measurement.isEmpty() || (each.step() + "/" + each.name()).equals(measurement))
              .toList();
      List<Trend> trends = new ArrayList<>();
      if (!measurement.isEmpty()) {
        there.forEach(
            each -> trends.addAll(session.results().trend(filter, each, Optional.ofNullable(by))));
      }
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("measurements", there.stream().map(RateNode::of).toList());
      node.put("trends", trends.stream().map(AcceptTrendCommand::node).toList());
      if (html != null) {
        RunReports.write(html, TrendReport.of(trends, session.book().anchor()));
      }
      terminal.result(json, node, lines(there, trends, zone));
      return there.isEmpty() && !measurement.isEmpty() ? Exit.FAILED : Exit.PASSED;
    }
  }

  private List<String> lines(List<Measurement> there, List<Trend> trends, ZoneId zone) {
    List<String> lines = new ArrayList<>();
    if (there.isEmpty()) {
      lines.add("Nothing of that kind was measured in these runs.");
    }
    if (measurement.isEmpty()) {
      there.forEach(each -> lines.add(each.words() + "  " + each.unit()));
    }
    for (Trend trend : trends) {
      String unit = trend.measurement().unit();
      lines.add(
          trend.measurement().words()
              + (by == null ? "" : "  " + (trend.split().isEmpty() ? "(none told)" : trend.split()))
              + (trend.simulated() ? "  SIMULATED" : "")
              + ": "
              + trend.spread().words(unit));
      List<Trend.Point> points = trend.points();
      points
          .subList(Math.max(0, points.size() - most.count()), points.size())
          .forEach(point ->
              lines.add(
                  "  "
                      + WHEN.withZone(zone).format(point.at())
                      + "  "
                      + Limit.number(point.value())
                      + " "
                      + unit
                      + "  "
                      + point.limit().words()
                      + "  "
                      + point.outcome().key()
                      + "  run "
                      + point.run()));
    }
    return lines;
  }

  private static Map<String, Object> node(Trend trend) {
    Map<String, Object> node = RateNode.of(trend.measurement());
    node.put("split", trend.split());
    node.put("simulated", trend.simulated());
    node.put("spread", RateNode.of(trend.spread()));
    node.put("points", trend.points().stream().map(AcceptTrendCommand::node).toList());
    return node;
  }

  private static Map<String, Object> node(Trend.Point point) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("at", point.at().toString());
    node.put("value", point.value());
    node.put("limit", RateNode.of(point.limit()));
    node.put("outcome", point.outcome().key());
    node.put("run", point.run());
    node.put("device", point.device());
    node.put("firmware", point.firmware());
    return node;
  }
}
