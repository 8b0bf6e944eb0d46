package simwright.report;

import java.util.Locale;
import simwright.acceptance.Measured;
import simwright.acceptance.Outcome;
import simwright.acceptance.Run;
import simwright.acceptance.StepRecord;
import simwright.audit.Anchor;
import simwright.identity.Redactor;

/// A run as one HTML file without script or links, with each measurement drawn against its limits.
public final class HtmlReport {
  private static final String STYLE =
      "body{font:15px"
          + " sans-serif;margin:2em;max-width:60em}table{border-collapse:collapse;width:100%}td,th{padding:6px;border-bottom:1px"
          + " solid #ccc;text-align:left;vertical-align:top}"
          + ".verdict{font-size:64px;font-weight:bold}.pass{color:#0b5cad}.fail{color:#b3470a}"
          + ".marginal{color:#7a5c00}.error{color:#6b2fa0}.idle{color:#555}";

  private HtmlReport() {}

  /// The page.
  public static String of(Run run, Anchor anchor) {
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.append("<title>").append(text(run.plan())).append("</title><style>").append(STYLE);
    html.append("</style></head><body>\n<h1>").append(text(run.plan())).append("</h1>\n");
    html.append("<p class=\"verdict ").append(colour(run.outcome())).append("\">");
    html.append(mark(run.outcome())).append(' ').append(run.outcome().key()).append("</p>\n");
    if (run.simulated()) {
      html.append("<p><strong>SIMULATED device</strong></p>\n");
    }
    html.append("<p>").append(text(run.model())).append(", ").append(text(run.hardwareProfile()));
    html.append(", run ").append(text(run.id())).append(" by ").append(text(run.operator()));
    html.append(", ").append(run.started()).append(" to ").append(run.ended()).append("</p>\n");
    html.append("<table><tr><th>Step</th><th>Outcome</th><th>Found</th><th>Measured</th></tr>\n");
    run.steps().forEach(step -> row(html, step));
    html.append("</table>\n<p>Signal figures are the modem's own and not calibrated.</p>\n");
    html.append("<p>Audit log: ").append(anchor.size()).append(" records, head <code>");
    html.append(anchor.head()).append("</code></p>\n</body></html>\n");
    return html.toString();
  }

  private static void row(StringBuilder html, StepRecord step) {
    html.append("<tr><td>").append(text(step.title())).append("</td><td class=\"");
    html.append(colour(step.outcome())).append("\">").append(mark(step.outcome())).append(' ');
    html.append(step.outcome().key()).append("</td><td>").append(text(step.words()));
    step.code()
        .ifPresent(code -> html.append(" <code>").append(text(code.toString())).append("</code>"));
    html.append("</td><td>");
    step.measured().forEach(each -> measured(html, each));
    html.append("</td></tr>\n");
  }

  private static void measured(StringBuilder html, Measured each) {
    html.append("<div class=\"").append(colour(each.outcome())).append("\">");
    html.append(text(each.limit().name())).append(' ');
    html.append(each.value().map(v -> Double.toString(v)).orElse("–")).append(' ');
    html.append(text(each.limit().unit())).append(" (").append(text(each.limit().words()));
    html.append(")</div>");
    each.value().ifPresent(value -> picture(html, each, value));
  }

  /// A bar over the range from a little below to a little above the limits, the value as a line.
  private static void picture(StringBuilder html, Measured each, double value) {
    double least = each.limit().least().orElse(Math.min(0, value));
    double most = each.limit().most().orElse(Math.max(0, Math.max(value, least + 1)));
    double room = Math.max(1e-9, (most - least) * 0.2);
    double low = Math.min(least, value) - room;
    double high = Math.max(most, value) + room;
    html.append(
        "<svg width=\"220\" height=\"16\" role=\"img\"><rect width=\"220\" height=\"16\""
            + " fill=\"#eee\"/>");
    html.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" width=\"%.1f\" height=\"16\" fill=\"#bcd6f0\"/><rect x=\"%.1f\""
                + " width=\"3\" height=\"16\" fill=\"#222\"/></svg>",
            220 * (least - low) / (high - low),
            220 * (most - least) / (high - low),
            220 * (value - low) / (high - low)));
  }

  private static String colour(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "pass";
      case MARGINAL -> "marginal";
      case FAIL, TIMEOUT -> "fail";
      case SKIPPED, NOT_STARTED, INCONCLUSIVE -> "idle";
      case STOPPED, ABORTED, ERROR, INTERRUPTED -> "error";
    };
  }

  private static String mark(Outcome outcome) {
    return switch (colour(outcome)) {
      case "pass" -> "●";
      case "marginal" -> "◆";
      case "fail" -> "▲";
      case "error" -> "✕";
      default -> "◌";
    };
  }

  private static String text(String raw) {
    return Reports.text(Redactor.redact(raw));
  }
}
