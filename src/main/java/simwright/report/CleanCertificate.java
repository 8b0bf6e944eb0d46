package simwright.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.audit.Anchor;
import simwright.device.sanitise.Cleaned;
import simwright.device.sanitise.Sanitation;
import simwright.identity.Identifier;

/// What is handed over with a device that was sanitised: each kind of trace with how it was proven
/// to be gone, or that it was not, and a QR code that makes the paper a witness of the log. An IMEI
/// is shown whole; an EID only to a reader for whom the paper is identified.
public final class CleanCertificate {
  private static final int CODE = 190;

  private static final String TABLE =
      """
      table{width:100%;border-collapse:collapse;margin:8px 0}
      td,th{text-align:left;vertical-align:top;padding:3px 5px;border-bottom:1px solid #999;
      word-wrap:break-word}
      .verdict{font-size:28px;margin:6px 0}
      .mark{font-size:22px;border:3px solid #000;padding:2px 8px;margin:6px 0}
      .pass{color:#0b5cad}.fail{color:#a8420a}
      """;

  private static final String PAPER =
      "@page{size:A4;margin:16mm}body{font-family:paper;font-size:10px;margin:0}"
          + "h1{font-size:20px;margin:0 0 4px 0}p{margin:3px 0}"
          + TABLE;

  private static final String SCREEN =
      "body{font:15px sans-serif;margin:2em;max-width:60em;color:#111;background:#fff}"
          + "@media print{body{margin:0}}"
          + TABLE;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Sanitation sanitation;
  private final Anchor anchor;
  private final boolean identified;

  /// Of a sanitation; `anchor` is how the log stood.
  public CleanCertificate(Sanitation sanitation, Anchor anchor, boolean identified) {
    this.sanitation = sanitation;
    this.anchor = anchor;
    this.identified = identified;
  }

  /// As PDF on A4 paper.
  public byte[] pdf() {
    return Paper.of("Certificate of sanitisation", PAPER, body());
  }

  /// As one HTML page.
  public String html() {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
        + "Certificate of sanitisation</title><style>"
        + SCREEN
        + "</style></head><body>\n"
        + body()
        + "</body></html>\n";
  }

  /// As JSON.
  public String json() {
    try {
      return JSON.writeValueAsString(content()) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is JSON", e);
    }
  }

  /// What stands in it, by name.
  public Map<String, Object> content() {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("certificate", sanitation.number());
    node.put("device", sanitation.device());
    node.put("model", sanitation.model());
    node.put("imei", sanitation.imei().map(Identifier::value).orElse(null));
    node.put("eid", eid().orElse(null));
    node.put("at", sanitation.at().toString());
    node.put("by", sanitation.by());
    node.put("simulated", sanitation.simulated());
    node.put("lab", sanitation.lab());
    node.put("clean", sanitation.clean());
    node.put("items", sanitation.items().stream().map(CleanCertificate::node).toList());
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("size", anchor.size());
    log.put("head", anchor.head());
    node.put("anchor", log);
    return node;
  }

  private static Map<String, Object> node(Cleaned each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("item", each.trace().key());
    node.put("words", each.trace().words());
    node.put("proven", each.proven());
    node.put("how", each.how());
    return node;
  }

  private Optional<String> eid() {
    return sanitation.eid().map(each -> identified ? each.value() : each.redacted());
  }

  private String body() {
    StringBuilder html = new StringBuilder("<h1>Certificate of sanitisation</h1>");
    if (sanitation.simulated()) {
      html.append("<p class=\"mark\">SIMULATED DEVICE</p>");
    }
    if (sanitation.lab()) {
      html.append("<p class=\"mark\">LAB: test roots were believed</p>");
    }
    html.append("<p class=\"verdict ").append(sanitation.clean() ? "pass" : "fail").append("\">");
    html.append(sanitation.clean() ? "● Proven clean" : "▲ Not proven clean").append("</p>");
    html.append("<table>");
    row(html, "Certificate", sanitation.number());
    row(html, "Device", sanitation.device());
    row(html, "Model", sanitation.model());
    sanitation.imei().ifPresent(imei -> plain(html, "IMEI", imei.value()));
    eid().ifPresent(eid -> plain(html, "EID", eid));
    row(html, "When", Certificate.second(sanitation.at()).toString());
    row(html, "By", sanitation.by());
    html.append("</table><table><tr><th>What</th><th>Proven</th><th>How, or why not</th></tr>");
    List.copyOf(sanitation.items()).forEach(each -> item(html, each));
    html.append("</table>").append(QrPicture.of(code(), CODE));
    html.append("<p>Log: ").append(anchor.size()).append(" records, head ");
    html.append(Literal.markup(anchor.head())).append("</p><p>This paper witnesses the log:");
    html.append(" simwright audit verify --anchor SIZE:HEAD, as the code has it.</p>");
    return html.toString();
  }

  private static void item(StringBuilder html, Cleaned each) {
    html.append("<tr><td>")
        .append(Literal.markup(each.trace().words()))
        .append("</td><td class=\"");
    html.append(each.proven() ? "pass\">● clean" : "fail\">▲ not proven").append("</td><td>");
    html.append(Literal.markup(each.how())).append("</td></tr>");
  }

  private String code() {
    return "SIMWRIGHT "
        + sanitation.number()
        + (sanitation.clean() ? " clean " : " not-proven ")
        + anchor.size()
        + ":"
        + anchor.head();
  }

  private static void row(StringBuilder html, String name, String value) {
    plain(html, name, Literal.markup(value));
  }

  private static void plain(StringBuilder html, String name, String value) {
    if (!value.isBlank()) {
      html.append("<tr><th>").append(name).append("</th><td>").append(value).append("</td></tr>");
    }
  }
}
