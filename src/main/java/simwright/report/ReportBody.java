package simwright.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import simwright.acceptance.Attached;
import simwright.acceptance.Run;
import simwright.audit.Anchor;

/// What a report of runs says, as well-formed markup that a page for the screen and one for paper
/// both take: of several what they share, the devices with their verdicts and the yield, then each.
/// `attached` knows the bytes of what was attached to steps and may stand in the page.
record ReportBody(
    List<Run> runs,
    List<Run> before,
    Anchor anchor,
    Function<Attached, Optional<byte[]>> attached) {
  /// What the page is called, as markup.
  String title() {
    return runs.size() == 1
        ? text(runs.getFirst().plan()) + " " + runs.getFirst().outcome().key()
        : text(plans()) + ", " + runs.size() + " runs";
  }

  /// All of it.
  String markup() {
    StringBuilder html = new StringBuilder();
    Map<String, String> shared = shared();
    if (runs.size() != 1) {
      overview(html, shared);
    }
    for (Run run : runs) {
      Map<String, String> own = said(run);
      if (runs.size() != 1) {
        own.keySet().removeAll(shared.keySet());
      }
      Optional<Run> first = before.stream().filter(each -> each.id().equals(run.id())).findFirst();
      new RunSection(run, first, own, runs.size() != 1, attached).write(html);
    }
    html.append("<p>Signal figures are the modem's own and not calibrated.</p>\n");
    html.append("<p>Audit log: ").append(anchor.size()).append(" records, head <code>");
    html.append(RunSection.hash(anchor.head())).append("</code></p>\n");
    return html.toString();
  }

  private void overview(StringBuilder html, Map<String, String> shared) {
    html.append("<h1>").append(text(plans())).append("</h1>\n<p>").append(runs.size());
    html.append(" runs: ").append(counts()).append("</p>\n");
    RunSection.fields(html, shared);
    html.append("<p>First-attempt yield: ").append(Yield.first(runs).words());
    html.append("</p>\n<p>Final yield: ").append(Yield.last(runs).words());
    html.append("</p>\n<p>Only runs that judged their device are counted: a bench error never");
    html.append(
        " counts against it.</p>\n<h2>Devices</h2>\n<div class=\"wide\"><table><thead><tr>");
    html.append("<th>Device</th><th>Model</th><th>Asset, serial</th><th>Verdict</th>");
    html.append("<th>First try</th><th>Reason</th><th>Safe state</th><th>Run</th>");
    html.append("</tr></thead><tbody>\n");
    runs.forEach(run -> row(html, run));
    html.append("</tbody></table></div>\n");
  }

  private static void row(StringBuilder html, Run run) {
    html.append("<tr><td>").append(text(run.device()));
    html.append(run.simulated() ? " <strong>SIMULATED</strong>" : "");
    html.append(run.lab() ? " <strong>LAB</strong>" : "").append("</td><td>");
    html.append(text(run.subject().model())).append("</td><td>");
    html.append(text(run.header().asset())).append(' ').append(text(run.header().serial()));
    html.append("</td><td class=\"state ").append(OutcomeMark.colour(run.outcome())).append("\">");
    html.append(OutcomeMark.shape(run.outcome())).append(' ').append(run.verdict());
    html.append("</td><td>").append(run.firstOutcome().key()).append("</td><td>");
    html.append(text(run.reason())).append("</td><td>").append(run.safety().state().key());
    html.append("</td><td>").append(text(run.id())).append("</td></tr>\n");
  }

  private String plans() {
    return runs.stream().map(Run::plan).distinct().collect(Collectors.joining(", "));
  }

  private String counts() {
    Map<String, Long> counted =
        runs.stream()
            .collect(
                Collectors.groupingBy(Run::verdict, LinkedHashMap::new, Collectors.counting()));
    return counted.entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }

  /// What was said of all runs alike.
  private Map<String, String> shared() {
    Map<String, String> shared = runs.isEmpty() ? new LinkedHashMap<>() : said(runs.getFirst());
    runs.forEach(run -> shared.entrySet().retainAll(said(run).entrySet()));
    return shared;
  }

  private static Map<String, String> said(Run run) {
    Map<String, String> said = new LinkedHashMap<>(run.header().said());
    said.put("operator", run.operator());
    return said;
  }

  private static String text(String raw) {
    return Literal.markup(raw);
  }
}
