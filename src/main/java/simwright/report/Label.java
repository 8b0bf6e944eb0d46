package simwright.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import simwright.acceptance.Run;
import simwright.audit.Anchor;

/// What is stuck on a device: 62 mm wide, one for each run, with its verdict, what it is, and the
/// QR code that makes it a witness of the log.
public final class Label {
  private static final int CODE = 190;
  private static final int LONGEST = 40;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String STYLE =
      """
      @page{size:62mm 100mm;margin:3mm}
      body{font-family:paper;font-size:9px;margin:0}
      .sheet{page-break-after:always}.last{page-break-after:auto}
      p{margin:1px 0;word-wrap:break-word}.verdict{font-size:22px}
      .mark{font-size:14px;border:2px solid #000;padding:1px 4px;margin:2px 0}
      """;

  private Label() {}

  /// The file, a label for each run.
  public static byte[] of(List<Run> runs, Named named, Anchor anchor) {
    StringBuilder pages = new StringBuilder();
    for (int i = 0; i < runs.size(); i++) {
      pages.append("<div class=\"sheet").append(i == runs.size() - 1 ? " last" : "").append("\">");
      label(pages, runs.get(i), named, anchor);
      pages.append("</div>\n");
    }
    return Paper.of("Labels", STYLE, pages.toString());
  }

  private static void label(StringBuilder html, Run run, Named named, Anchor anchor) {
    if (run.simulated() || run.lab()) {
      html.append("<p class=\"mark\">").append(run.simulated() ? "SIMULATED " : "");
      html.append(run.lab() ? "LAB" : "").append("</p>");
    }
    html.append("<p class=\"verdict\">").append(OutcomeMark.shape(run.outcome())).append(' ');
    html.append(run.verdict()).append("</p>");
    if (run.safety().unsafe()) {
      html.append("<p class=\"mark\">▲ UNSAFE</p>");
    }
    line(html, Literal.of(run.subject().model()));
    named.of(run, "imei").ifPresent(value -> line(html, "IMEI " + value));
    if (!run.header().serial().isBlank()) {
      line(html, "Serial " + Literal.whole(run.header().serial()));
    }
    line(html, Literal.of(run.plan() + ", " + run.judged().limitWords()));
    line(html, DAY.format(run.ended()));
    line(html, Literal.of("Run " + run.id()));
    html.append(QrPicture.of(run, anchor, CODE));
  }

  private static void line(StringBuilder html, String safe) {
    html.append("<p>").append(Literal.escaped(Certificate.cut(safe, LONGEST))).append("</p>");
  }
}
