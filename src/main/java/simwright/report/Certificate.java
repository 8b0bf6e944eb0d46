package simwright.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import simwright.acceptance.Measured;
import simwright.acceptance.Run;
import simwright.acceptance.Safety;
import simwright.acceptance.StepRecord;
import simwright.audit.Anchor;

/// What is handed over with a device: an A4 page for each run, with what it was, by what it was
/// judged and how, and a QR code that makes the paper a witness of the log.
public final class Certificate {
  private static final int CODE = 190;
  private static final int MEASURED = 14;
  private static final int LONGEST = 140;
  private static final int TITLE = 60;

  /// What a person has to do is not cut short as the rest is; longer texts are no instructions.
  private static final int BY_HAND = 300;

  private static final String STYLE =
      """
      @page{size:A4;margin:16mm}
      body{font-family:paper;font-size:10px;margin:0}
      .sheet{page-break-after:always}.last{page-break-after:auto}
      h1{font-size:20px;margin:0 0 4px 0}p{margin:3px 0}
      .verdict{font-size:34px;margin:6px 0}
      .mark{font-size:26px;border:3px solid #000;padding:2px 8px;margin:6px 0}
      table{width:100%;border-collapse:collapse;margin:6px 0}
      th{width:32%;font-weight:normal;color:#333}
      td,th{text-align:left;vertical-align:top;padding:2px 4px;border-bottom:1px solid #999;
      word-wrap:break-word}
      .box{border:3px solid #a8420a;padding:4px 8px}
      .pass{color:#0b5cad}.fail{color:#a8420a}.marginal{color:#735600}.error{color:#6b2fa0}
      .idle{color:#333}
      """;

  private Certificate() {}

  /// The file, a page for each run.
  public static byte[] of(List<Run> runs, Named named, Anchor anchor) {
    StringBuilder pages = new StringBuilder();
    for (int i = 0; i < runs.size(); i++) {
      pages.append("<div class=\"sheet").append(i == runs.size() - 1 ? " last" : "").append("\">");
      page(pages, runs.get(i), named, anchor);
      pages.append("</div>\n");
    }
    return Paper.of("Acceptance certificate", STYLE, pages.toString());
  }

  private static void page(StringBuilder html, Run run, Named named, Anchor anchor) {
    html.append("<h1>Acceptance certificate</h1>");
    verdict(html, run);
    html.append("<table>");
    row(html, "Model", run.subject().model() + " " + run.subject().revision());
    plain(html, "Serial", Literal.escaped(cut(Literal.whole(run.header().serial()), LONGEST)));
    row(html, "Asset", run.header().asset());
    List.of("imei", "eid", "iccid", "imsi")
        .forEach(kind ->
            named
                .of(run, kind)
                .ifPresent(value -> plain(html, kind.toUpperCase(Locale.ROOT), value)));
    row(html, "Device", run.device());
    run.header()
        .said()
        .forEach((name, value) -> {
          if (!name.equals("serial") && !name.equals("asset")) {
            row(html, name, value);
          }
        });
    row(html, "Operator", run.operator());
    row(html, "Run", run.id());
    row(html, "From, to", second(run.started()) + ", " + second(run.ended()));
    row(html, "Plan", run.plan());
    plain(html, "Edition (SHA-256)", RunSection.hash(run.judged().planSha256()));
    row(html, "Limits", run.judged().limitWords());
    plain(html, "Limits (SHA-256)", RunSection.hash(run.judged().limitsSha256()));
    row(html, "Steps", steps(run));
    row(html, "Safe state", run.safety().state().key() + " " + run.safety().title());
    html.append("</table>");
    measured(html, run);
    html.append(QrPicture.of(run, anchor, CODE)).append("<p>Log: ").append(anchor.size());
    html.append(" records, head ").append(anchor.head()).append("</p><p>This paper witnesses the");
    html.append(" log: simwright audit verify --anchor SIZE:HEAD, as the code has it.</p>");
  }

  private static void verdict(StringBuilder html, Run run) {
    if (run.simulated()) {
      html.append("<p class=\"mark\">SIMULATED DEVICE</p>");
    }
    if (run.lab()) {
      html.append("<p class=\"mark\">LAB: test roots were believed</p>");
    }
    html.append("<p class=\"verdict ").append(OutcomeMark.colour(run.outcome())).append("\">");
    html.append(OutcomeMark.shape(run.outcome())).append(' ').append(run.verdict());
    html.append("</p><p>").append(shown(run.reason())).append("</p>");
    if (run.safety().unsafe()) {
      html.append("<p class=\"box\">▲ UNSAFE. Do this by hand: ");
      html.append(Literal.escaped(cut(Literal.of(run.safety().byHand()), BY_HAND))).append(' ');
      html.append(Literal.markup(Safety.ENDS)).append("</p>");
    }
  }

  /// A value and the step that took it.
  private record Value(StepRecord step, Measured measured) {}

  private static void measured(StringBuilder html, Run run) {
    List<Value> all =
        run.last().stream()
            .flatMap(step -> step.measured().stream().map(each -> new Value(step, each)))
            .toList();
    if (all.isEmpty()) {
      return;
    }
    html.append("<table>");
    all.stream()
        .limit(MEASURED)
        .forEach(each ->
            row(
                html,
                each.step().name() + ": " + each.measured().limit().name(),
                each.measured().words()
                    + " ("
                    + each.measured().limit().words()
                    + ") "
                    + each.measured().outcome().key()));
    html.append("</table>");
    if (all.size() > MEASURED) {
      html.append("<p>And ").append(all.size() - MEASURED).append(" more in the report.</p>");
    }
    html.append("<p>Signal figures are the modem's own: UNCALIBRATED.</p>");
  }

  private static String steps(Run run) {
    return run.last().stream()
        .map(StepRecord::outcome)
        .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(each -> each.getValue() + " " + each.getKey().key())
        .collect(Collectors.joining(", "));
  }

  private static void row(StringBuilder html, String name, String value) {
    plain(html, Literal.escaped(cut(Literal.of(name), TITLE)), shown(value));
  }

  private static void plain(StringBuilder html, String name, String value) {
    if (!value.isBlank()) {
      html.append("<tr><th>").append(name).append("</th><td>").append(value).append("</td></tr>");
    }
  }

  /// As people read it.
  static Instant second(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS);
  }

  private static String shown(String raw) {
    return Literal.escaped(cut(Literal.of(raw), LONGEST));
  }

  /// A page holds only so much; the report has all. What is cut was made safe before.
  static String cut(String raw, int longest) {
    return raw.codePointCount(0, raw.length()) <= longest
        ? raw
        : raw.substring(0, raw.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
