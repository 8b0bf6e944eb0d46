package simwright.report;

import java.time.Duration;
import simwright.acceptance.Distribution;
import simwright.acceptance.Measured;
import simwright.acceptance.Run;
import simwright.acceptance.Safety;
import simwright.acceptance.StepRecord;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.audit.Anchor;

/// A run as one HTML file without script or links, with each measurement drawn against its limits
/// and each repeated one as a distribution.
public final class HtmlReport {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#111;--paper:#fff;--line:#ccc;--quiet:#555;
      --pass:#0b5cad;--fail:#a8420a;--marginal:#735600;--error:#6b2fa0;
      --plain:#eee;--within:#bcd6f0;--near:#f3dfb0}
      @media (prefers-color-scheme:dark){:root{--ink:#eee;--paper:#16181d;--line:#444;
      --quiet:#aaa;--pass:#7cb8f5;--fail:#f5a26b;--marginal:#e2c15c;--error:#cda6f0;
      --plain:#2b2e36;--within:#1f4a75;--near:#5c4a1a}}
      @media print{:root{color-scheme:light;--ink:#000;--paper:#fff;--line:#999;--quiet:#333;
      --pass:#0b5cad;--fail:#a8420a;--marginal:#735600;--error:#6b2fa0;
      --plain:#eee;--within:#bcd6f0;--near:#f3dfb0}
      body{margin:0;max-width:none;font-size:11px}tr,svg,.box{break-inside:avoid}
      thead{display:table-header-group}svg{print-color-adjust:exact}h2{break-after:avoid}}
      body{font:15px sans-serif;margin:2em;max-width:75em;color:var(--ink);
      background:var(--paper)}
      table{border-collapse:collapse;width:100%}
      td,th{padding:6px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;
      overflow-wrap:anywhere}
      td.state{white-space:nowrap}
      h1,p{overflow-wrap:anywhere}
      .wide{overflow-x:auto}
      .verdict{font-size:64px;font-weight:bold;margin:.2em 0;line-height:1.1}
      .box{border:3px solid var(--fail);padding:.6em 1em}
      .pass{color:var(--pass)}.fail{color:var(--fail)}.marginal{color:var(--marginal)}
      .error{color:var(--error)}.idle{color:var(--quiet)}
      svg{display:block;max-width:100%}
      .plain{fill:var(--plain)}.within{fill:var(--within)}.near{fill:var(--near)}
      .value,text{fill:var(--ink)}.dot{fill:var(--pass)}.mark{stroke:var(--ink)}
      """;

  private static final int SHORT = 16;

  private HtmlReport() {}

  /// The page.
  public static String of(Run run, Anchor anchor) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>");
    html.append("<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\"");
    html.append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
    html.append("<meta name=\"viewport\" content=\"width=device-width\">");
    html.append("<title>").append(text(run.plan())).append(' ').append(run.outcome().key());
    html.append("</title>\n<style>").append(STYLE).append("</style></head><body>\n");
    head(html, run);
    distributions(html, run);
    html.append(
        "<h2>Steps</h2>\n<div class=\"wide\"><table><thead><tr><th>Phase</th><th>Step</th>");
    html.append("<th>Outcome</th><th>Found</th><th>Measured</th><th>Took</th>");
    html.append("<th>Transcript</th></tr></thead><tbody>\n");
    run.all().forEach(step -> row(html, step));
    html.append(
        "</tbody></table></div>\n<p>Signal figures are the modem's own and not calibrated.</p>\n");
    html.append("<p>Plan file SHA-256 <code>").append(hash(run.judged().planSha256()));
    html.append("</code></p>\n<p>Audit log: ").append(anchor.size());
    html.append(" records, head <code>").append(hash(anchor.head()));
    return html.append("</code></p>\n</body></html>\n").toString();
  }

  private static void head(StringBuilder html, Run run) {
    html.append("<h1>").append(text(run.plan())).append("</h1>\n<p class=\"verdict ");
    html.append(colour(run.outcome())).append("\">").append(mark(run.outcome())).append(' ');
    html.append(run.verdict()).append("</p>\n");
    if (!run.reason().isEmpty()) {
      html.append("<p>").append(text(run.reason())).append("</p>\n");
    }
    if (run.simulated()) {
      html.append("<p><strong>SIMULATED device</strong></p>\n");
    }
    if (run.lab()) {
      html.append("<p><strong>LAB: test roots were believed</strong></p>\n");
    }
    if (run.safety().unsafe()) {
      html.append("<p class=\"box\"><strong>▲ UNSAFE: not verified that ");
      html.append(text(run.safety().title())).append(". Do this by hand:</strong> ");
      html.append(text(run.safety().byHand())).append(" ").append(text(Safety.ENDS));
      html.append("</p>\n");
    } else if (!run.safety().title().isEmpty()) {
      html.append("<p>Safe state verified: ").append(text(run.safety().title())).append("</p>\n");
    }
    html.append("<p>")
        .append(text(run.subject().model()))
        .append(", ")
        .append(text(run.subject().hardwareProfile()));
    html.append(", at ").append(text(run.device())).append("; run ").append(text(run.id()));
    html.append(" by ").append(text(run.operator())).append(", ").append(run.started());
    html.append(" to ").append(run.ended()).append("</p>\n");
  }

  private static void distributions(StringBuilder html, Run run) {
    for (Series series : Series.of(run)) {
      Distribution found = Distribution.of(series.values());
      html.append("<h2>").append(text(series.title())).append(": ");
      html.append(text(series.limit().name())).append("</h2>\n<p>").append(found.count());
      html.append(" values in ").append(text(series.limit().unit()));
      found
          .byName()
          .forEach((name, value) -> {
            if (!name.equals("count")) {
              html.append(", ").append(name).append(' ').append(Limit.number(value));
            }
          });
      html.append(" (").append(text(series.limit().words())).append(")</p>\n");
      html.append(RunPicture.of(series)).append('\n');
    }
  }

  private static void row(StringBuilder html, StepRecord step) {
    html.append("<tr><td>").append(text(step.phase())).append("</td><td>");
    html.append(text(step.name())).append("</td><td class=\"state ");
    html.append(colour(step.outcome())).append("\">").append(mark(step.outcome())).append(' ');
    html.append(step.outcome().key()).append("</td><td>").append(text(StepWords.of(step)));
    step.code()
        .ifPresent(code -> html.append(" <code>").append(text(code.toString())).append("</code>"));
    html.append("</td><td>");
    step.measured().forEach(each -> measured(html, each));
    html.append("</td><td>").append(seconds(step.took())).append("</td><td>");
    if (!step.range().file().isEmpty()) {
      html.append(text(step.range().file())).append(", bytes ").append(step.range().from());
      html.append(" to ").append(step.range().to());
      html.append(", SHA-256 <code title=\"").append(hash(step.sha256())).append("\">");
      html.append(hash(step.sha256()), 0, Math.min(SHORT, hash(step.sha256()).length()));
      html.append("…</code>");
    }
    html.append("</td></tr>\n");
  }

  private static void measured(StringBuilder html, Measured each) {
    html.append("<div class=\"").append(colour(each.outcome())).append("\">");
    html.append(mark(each.outcome())).append(' ').append(text(each.limit().name())).append(' ');
    html.append(text(each.words())).append(" (").append(text(each.limit().words()));
    html.append(")</div>");
    each.value()
        .filter(Double::isFinite)
        .ifPresent(value -> html.append(RunPicture.of(each, value)));
  }

  private static String seconds(Duration took) {
    return Limit.number(took.toMillis() / 1000.0) + " s";
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

  /// A hash is ours and shown whole, though it may look like an identifier.
  private static String hash(String raw) {
    return raw.matches("[0-9a-f]*") ? raw : text(raw);
  }

  private static String text(String raw) {
    return Literal.markup(raw);
  }
}
