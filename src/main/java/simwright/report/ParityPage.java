package simwright.report;

import java.util.List;
import java.util.Optional;
import simwright.acceptance.Parity;
import simwright.acceptance.plan.Limit;
import simwright.audit.Anchor;

/// The side-by-side aid as one page that can be printed and handed over: what an eSIM profile and a
/// physical SIM of the same operator did, and when a physical SIM still makes sense.
public final class ParityPage {
  /// When a physical SIM still makes sense, each with what to look at.
  public static final List<String> REASONS =
      List.of(
          "Legacy device: it has no eUICC, or its modem cannot reach one (the ladder's rung euicc"
              + " fails).",
          "Industrial module: its maker releases no provisioning for it, or the swap of profiles"
              + " was not proven on its firmware (look at the registry of devices).",
          "Offline site: there is no other way to the network while a profile is downloaded, or"
              + " the signal is too weak to finish one.",
          "Field-service cost: a visit takes place anyway, and costs less than provisioning and"
              + " its support.");

  private static final String STYLE =
      "body{font:14px"
          + " sans-serif;margin:2em;max-width:60em}table{border-collapse:collapse;width:100%}th,td{border:1px"
          + " solid #888;padding:.3em .6em;text-align:left}td.n{text-align:right}@media"
          + " print{body{margin:0}}";

  private ParityPage() {}

  /// Makes the page; `log` is how the log stood.
  public static String of(Parity parity, Anchor log) {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append("eSIM and physical SIM</title><style>")
        .append(STYLE)
        .append("</style></head><body>\n<h1>eSIM and physical SIM side by side</h1>\n<p>")
        .append(parity.simulated() ? "SIMULATED. " : "")
        .append(Literal.markup("Operator: " + String.join(", ", parity.operators())))
        .append(". ")
        .append(parity.esims())
        .append(" runs with an eSIM profile, ")
        .append(parity.physicals())
        .append(" with a physical SIM. Parity: <strong>")
        .append(parity.outcome().key())
        .append("</strong>")
        .append(Literal.markup(parity.open().isEmpty() ? "" : ", " + parity.open()))
        .append("</p>\n<table><tr><th>Measurement</th><th>eSIM (n)</th><th>Physical SIM (n)</th>")
        .append("<th>Difference</th><th>Allowed</th><th>Verdict</th></tr>\n");
    parity.rows().forEach(row -> page.append(row(row)));
    page.append("</table>\n<h2>When a physical SIM still makes sense</h2>\n<ul>\n");
    REASONS.forEach(each -> page.append("<li>☐ ").append(Literal.markup(each)).append("</li>\n"));
    return page.append("</ul>\n<p>Log: ")
        .append(log.size())
        .append(" records, head ")
        .append(Literal.markup(log.head()))
        .append("</p>\n</body></html>\n")
        .toString();
  }

  private static String row(Parity.Row row) {
    return "<tr><td>"
        + Literal.markup(row.step() + " " + row.measurement())
        + "</td><td class=\"n\">"
        + Literal.markup(value(row.esim(), row.unit()) + " (" + row.esims() + ")")
        + "</td><td class=\"n\">"
        + Literal.markup(value(row.physical(), row.unit()) + " (" + row.physicals() + ")")
        + "</td><td class=\"n\">"
        + Literal.markup(value(row.difference(), row.unit()))
        + "</td><td class=\"n\">"
        + Literal.markup(row.allowed().map(most -> "± " + Limit.number(most)).orElse("no limit"))
        + "</td><td>"
        + row.outcome().key()
        + "</td></tr>\n";
  }

  private static String value(Optional<Double> value, String unit) {
    return value.map(each -> Limit.number(each) + " " + unit).orElse("not taken");
  }
}
