package simwright.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import simwright.acceptance.Measured;
import simwright.acceptance.Run;
import simwright.acceptance.StepRecord;
import simwright.acceptance.plan.Outcome;
import simwright.audit.Anchor;

/// A run as JUnit XML, in the form that Surefire writes and Jenkins reads: one test case for each
/// step; bench errors and what proved nothing are errors, failures of the device failures. The safe
/// state is a case too; so is the run, where it did not pass and no step says why.
public final class JunitReport {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private JunitReport() {}

  private enum Kind {
    GOOD,
    FAILURE,
    ERROR,
    SKIPPED
  }

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  /// The report of several runs: a suite each; of one it is the suite itself.
  public static String of(List<Run> runs, Anchor anchor) {
    if (runs.size() == 1) {
      return of(runs.getFirst(), anchor);
    }
    StringBuilder xml = new StringBuilder(HEAD).append("<testsuites>\n");
    runs.forEach(run -> suite(xml, run, anchor));
    return xml.append("</testsuites>\n").toString();
  }

  /// The report.
  public static String of(Run run, Anchor anchor) {
    StringBuilder xml = new StringBuilder(HEAD);
    suite(xml, run, anchor);
    return xml.toString();
  }

  private static void suite(StringBuilder xml, Run run, Anchor anchor) {
    List<StepRecord> steps = run.all();
    long errors = count(steps, Kind.ERROR);
    long failures = count(steps, Kind.FAILURE);
    boolean alone = run.refused().isPresent() || !run.outcome().fine() && errors + failures == 0;
    xml.append("<testsuite name=\"").append(Literal.markup(run.plan())).append('"');
    number(xml, "tests", steps.size() + (alone ? 1 : 0));
    number(xml, "failures", failures);
    number(xml, "errors", errors + (alone ? 1 : 0));
    number(xml, "skipped", count(steps, Kind.SKIPPED));
    xml.append(" time=\"").append(seconds(Duration.between(run.started(), run.ended())));
    xml.append("\" timestamp=\"").append(WHEN.format(run.started()));
    xml.append("\" hostname=\"simwright\">\n  <properties>\n");
    properties(xml, run, anchor);
    xml.append("  </properties>\n");
    if (alone) {
      String name = run.refused().isPresent() ? "The run begins" : "The run";
      xml.append("  <testcase classname=\"").append(Literal.markup(run.plan()));
      xml.append("\" name=\"").append(name).append("\" time=\"0\">\n    <error type=\"");
      xml.append(run.outcome().key()).append("\" message=\"");
      xml.append(Literal.markup(run.reason())).append("\"/>\n  </testcase>\n");
    }
    steps.forEach(step -> testcase(xml, run, step));
    xml.append("</testsuite>\n");
  }

  private static void properties(StringBuilder xml, Run run, Anchor anchor) {
    property(xml, "run", run.id());
    property(xml, "outcome", run.outcome().key());
    property(xml, "reason", run.reason());
    property(xml, "device", run.device());
    property(xml, "model", run.subject().model());
    property(xml, "simulated", Boolean.toString(run.simulated()));
    property(xml, "lab", Boolean.toString(run.lab()));
    property(xml, "safe-state", run.safety().state().key());
    if (run.safety().unsafe()) {
      property(xml, "safe-state.by-hand", run.safety().byHand());
    }
    property(xml, "log.size", Long.toString(anchor.size()));
    property(xml, "log.head", anchor.head());
  }

  private static void testcase(StringBuilder xml, Run run, StepRecord step) {
    xml.append("  <testcase classname=\"").append(Literal.markup(run.plan() + "." + step.phase()));
    xml.append("\" name=\"").append(Literal.markup(step.name())).append("\" time=\"");
    xml.append(seconds(step.took())).append("\">\n");
    String message =
        Literal.markup(StepWords.of(step) + step.code().map(code -> " [" + code + "]").orElse(""));
    String type = step.outcome().key();
    switch (kind(step.outcome())) {
      case ERROR -> problem(xml, "error", type, message, step);
      case FAILURE -> problem(xml, "failure", type, message, step);
      case SKIPPED -> xml.append("    <skipped message=\"").append(message).append("\"/>\n");
      case GOOD -> {}
    }
    if (!step.measured().isEmpty()) {
      xml.append("    <system-out>");
      step.measured().forEach(each -> xml.append(Literal.markup(line(each))).append('\n'));
      xml.append("</system-out>\n");
    }
    xml.append("  </testcase>\n");
  }

  private static void problem(
      StringBuilder xml, String element, String type, String message, StepRecord step) {
    xml.append("    <").append(element).append(" type=\"").append(type).append("\" message=\"");
    xml.append(message).append("\">");
    if (!step.range().file().isEmpty()) {
      xml.append(
          Literal.markup(
              "transcript "
                  + step.range().file()
                  + " bytes "
                  + step.range().from()
                  + " to "
                  + step.range().to()));
    }
    xml.append("</").append(element).append(">\n");
  }

  private static String line(Measured each) {
    return each.limit().name()
        + " "
        + each.words()
        + " ("
        + each.limit().words()
        + ") "
        + each.outcome().key();
  }

  private static void property(StringBuilder xml, String name, String value) {
    xml.append("    <property name=\"").append(name).append("\" value=\"");
    xml.append(Literal.markup(value)).append("\"/>\n");
  }

  private static void number(StringBuilder xml, String name, long value) {
    xml.append(' ').append(name).append("=\"").append(value).append('"');
  }

  private static String seconds(Duration took) {
    return BigDecimal.valueOf(Math.max(0, took.toMillis()), 3).toPlainString();
  }

  private static long count(List<StepRecord> steps, Kind kind) {
    return steps.stream().filter(step -> kind(step.outcome()) == kind).count();
  }

  private static Kind kind(Outcome outcome) {
    return switch (outcome) {
      case PASS, MARGINAL -> Kind.GOOD;
      case FAIL, TIMEOUT -> Kind.FAILURE;
      case INCONCLUSIVE, ERROR, ABORTED, STOPPED, INTERRUPTED, NOT_STARTED -> Kind.ERROR;
      case SKIPPED -> Kind.SKIPPED;
    };
  }
}
