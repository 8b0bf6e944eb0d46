package simwright.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import simwright.acceptance.Measured;
import simwright.acceptance.Run;
import simwright.acceptance.StepRecord;
import simwright.acceptance.plan.Limit;
import simwright.audit.Anchor;
import simwright.document.Csv;

/// A run as CSV (RFC 4180): one line for each measurement, or for a step that has none. Text that a
/// spreadsheet would take for a formula begins with an apostrophe; numbers stay numbers.
public final class CsvReport {
  private static final List<String> HEADING =
      List.of(
          "run",
          "plan",
          "device",
          "model",
          "simulated",
          "lab",
          "started",
          "phase",
          "step",
          "round",
          "step outcome",
          "found",
          "code",
          "measurement",
          "value",
          "unit",
          "least",
          "most",
          "outcome",
          "transcript",
          "from",
          "to",
          "sha256",
          "log size",
          "log head");

  private CsvReport() {}

  /// The report.
  public static String of(Run run, Anchor anchor) {
    return of(List.of(run), anchor);
  }

  /// The report of several runs: one table under one heading.
  public static String of(List<Run> runs, Anchor anchor) {
    StringBuilder csv = new StringBuilder();
    Csv.append(csv, HEADING);
    runs.forEach(run -> lines(csv, run, anchor));
    return csv.toString();
  }

  private static void lines(StringBuilder csv, Run run, Anchor anchor) {
    for (StepRecord step : run.all()) {
      if (step.measured().isEmpty()) {
        Csv.append(csv, row(run, step, List.of("", "", "", "", "", ""), anchor));
      }
      step.measured().forEach(each -> Csv.append(csv, row(run, step, cells(each), anchor)));
    }
  }

  private static List<String> row(Run run, StepRecord step, List<String> measured, Anchor anchor) {
    List<String> cells = new ArrayList<>();
    Stream.of(run.id(), run.plan(), run.device(), run.subject().model())
        .map(CsvReport::text)
        .forEach(cells::add);
    cells.add(Boolean.toString(run.simulated()));
    cells.add(Boolean.toString(run.lab()));
    cells.add(run.started().toString());
    cells.add(text(step.phase()));
    cells.add(text(step.title()));
    cells.add(Integer.toString(step.place().round()));
    cells.add(step.outcome().key());
    cells.add(text(StepWords.of(step)));
    cells.add(text(step.code().map(Object::toString).orElse("")));
    cells.addAll(measured);
    cells.add(text(step.range().file()));
    cells.add(Long.toString(step.range().from()));
    cells.add(Long.toString(step.range().to()));
    cells.add(step.sha256());
    cells.add(Long.toString(anchor.size()));
    cells.add(anchor.head());
    return cells;
  }

  private static List<String> cells(Measured each) {
    return List.of(
        text(each.limit().name()),
        each.value().map(Limit::number).orElse(""),
        text(each.limit().unit()),
        each.limit().least().map(Limit::number).orElse(""),
        each.limit().most().map(Limit::number).orElse(""),
        each.outcome().key());
  }

  /// Text of anybody's: what cannot be seen is named, and nothing begins a formula.
  static String text(String raw) {
    return Csv.guarded(Literal.of(raw));
  }
}
