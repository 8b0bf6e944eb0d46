package simwright.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import simwright.acceptance.Measured;
import simwright.acceptance.Run;
import simwright.acceptance.StepRecord;
import simwright.audit.Anchor;
import simwright.identity.Redactor;

/// Reports of a finished run as JSON and JUnit XML. Identifiers are redacted; every report carries
/// the anchor of the log.
public final class Reports {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Reports() {}

  /// As JSON.
  public static String json(Run run, Anchor anchor) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", "simwright run 1");
    root.put("run", run.id());
    root.put("plan", run.plan());
    root.put("planSha256", run.planSha256());
    root.put("outcome", run.outcome().key());
    root.put("device", Redactor.redact(run.device()));
    root.put("model", Redactor.redact(run.model()));
    root.put("hardwareProfile", run.hardwareProfile());
    root.put("simulated", run.simulated());
    root.put("operator", run.operator());
    root.put("started", run.started().toString());
    root.put("ended", run.ended().toString());
    root.put("note", "Signal figures are the modem's own and not calibrated.");
    ArrayNode steps = root.putArray("steps");
    run.steps().forEach(step -> step(step, steps.addObject()));
    ObjectNode log = root.putObject("log");
    log.put("size", anchor.size());
    log.put("head", anchor.head());
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As JUnit XML: one test case for each step; bench errors are errors, failures of the device
  /// failures.
  public static String junit(Run run, Anchor anchor) {
    long failures = run.steps().stream().filter(Reports::isFailure).count();
    long errors = run.steps().stream().filter(Reports::isError).count();
    long skipped = run.steps().stream().filter(Reports::isSkipped).count();
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuite name=\"").append(text(run.plan())).append("\" tests=\"");
    xml.append(run.steps().size()).append("\" failures=\"").append(failures).append("\" errors=\"");
    xml.append(errors).append("\" skipped=\"").append(skipped).append("\" timestamp=\"");
    xml.append(run.started()).append("\">\n  <properties>\n");
    property(xml, "device", Redactor.redact(run.device()));
    property(xml, "model", run.model());
    property(xml, "simulated", Boolean.toString(run.simulated()));
    property(xml, "log.size", Long.toString(anchor.size()));
    property(xml, "log.head", anchor.head());
    xml.append("  </properties>\n");
    run.steps().forEach(step -> testcase(xml, run, step));
    return xml.append("</testsuite>\n").toString();
  }

  private static void testcase(StringBuilder xml, Run run, StepRecord step) {
    xml.append("  <testcase classname=\"").append(text(run.plan())).append("\" name=\"");
    xml.append(text(step.title())).append("\" time=\"").append(step.took().toMillis() / 1000.0);
    xml.append("\">");
    String message =
        text(Redactor.redact(step.words()) + step.code().map(code -> " [" + code + "]").orElse(""));
    if (isError(step)) {
      xml.append("<error message=\"").append(message).append("\"/>");
    } else if (isFailure(step)) {
      xml.append("<failure message=\"").append(message).append("\"/>");
    } else if (isSkipped(step)) {
      xml.append("<skipped message=\"").append(message).append("\"/>");
    }
    xml.append("</testcase>\n");
  }

  private static void property(StringBuilder xml, String name, String value) {
    xml.append("    <property name=\"").append(name).append("\" value=\"");
    xml.append(text(value)).append("\"/>\n");
  }

  private static void step(StepRecord step, ObjectNode node) {
    node.put("phase", step.phase());
    node.put("kind", step.kind());
    node.put("title", step.title());
    node.put("outcome", step.outcome().key());
    node.put("words", Redactor.redact(step.words()));
    node.put("code", step.code().map(Object::toString).orElse(null));
    node.put("millis", step.took().toMillis());
    ArrayNode measured = node.putArray("measured");
    for (Measured each : step.measured()) {
      ObjectNode one = measured.addObject();
      one.put("name", each.limit().name());
      one.put("unit", each.limit().unit());
      one.put("value", each.value().orElse(null));
      one.put("least", each.limit().least().orElse(null));
      one.put("most", each.limit().most().orElse(null));
      one.put("marginal", each.limit().marginal());
      one.put("outcome", each.outcome().key());
    }
    ObjectNode transcript = node.putObject("transcript");
    transcript.put("file", step.range().file());
    transcript.put("from", step.range().from());
    transcript.put("to", step.range().to());
  }

  private static boolean isSkipped(StepRecord step) {
    return switch (step.outcome()) {
      case SKIPPED, NOT_STARTED -> true;
      default -> false;
    };
  }

  private static boolean isFailure(StepRecord step) {
    return switch (step.outcome()) {
      case FAIL, TIMEOUT, INCONCLUSIVE -> true;
      default -> false;
    };
  }

  private static boolean isError(StepRecord step) {
    return switch (step.outcome()) {
      case ERROR, ABORTED, STOPPED, INTERRUPTED -> true;
      default -> false;
    };
  }

  /// Text for XML: special characters escaped, and those that XML 1.0 does not allow replaced.
  static String text(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    raw.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '&' -> text.append("&amp;");
            case '"' -> text.append("&quot;");
            case '\'' -> text.append("&#39;");
            default -> {
              boolean allowed =
                  c == '\t'
                      || c == '\n'
                      || (c >= 0x20 && c <= 0xd7ff)
                      || (c >= 0xe000 && c <= 0xfffd)
                      || c > 0xffff;
              text.appendCodePoint(allowed ? c : 0xfffd);
            }
          }
        });
    return text.toString();
  }
}
