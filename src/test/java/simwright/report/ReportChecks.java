package simwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;
import simwright.acceptance.Run;
import simwright.audit.Anchor;

/// Holds every report of a run against its schema, its form, and what the run says.
public final class ReportChecks {
  public static final Anchor ANCHOR = new Anchor(7, "0123456789abcdef".repeat(4));

  private static final Pattern TAG =
      Pattern.compile(
          "/?(style|head|body|html|h1|h2|h3|p|table|thead|tbody|tr|td|th|div|code|strong|svg|rect|circle|line|polyline|text)("
              + " (class|title|role|aria-label|xmlns|width|height|x|x1|x2|y|y1"
              + "|y2|cx|cy|r|points|font-size|text-anchor)=\"[^\"<>]*\")*/?");

  private ReportChecks() {}

  /// Made once, as it takes longer than to check a report.
  private static final class Schemas {
    private static final JsonSchema JSON =
        JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(JsonReport.schema());
    private static final Schema JUNIT = junit();

    private static Schema junit() {
      try {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(ReportChecks.class.getResource("/simwright/report/junit.xsd"));
      } catch (SAXException e) {
        throw new AssertionError(e);
      }
    }
  }

  public static void check(Run run) {
    try {
      json(run);
      junit(run);
      html(run);
      csv(StrictCsv.read(CsvReport.of(run, ANCHOR)), lines(run));
    } catch (IOException | SAXException e) {
      throw new AssertionError(e);
    }
  }

  /// The reports of several runs: one page, one file of suites, one table.
  static void check(List<Run> runs) {
    runs.forEach(ReportChecks::check);
    try {
      String html = HtmlReport.of(runs, ANCHOR);
      markup(html);
      assertTrue(html.codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c)));
      Schemas.JUNIT
          .newValidator()
          .validate(new StreamSource(new StringReader(JunitReport.of(runs, ANCHOR))));
    } catch (IOException | SAXException e) {
      throw new AssertionError(e);
    }
    int lines = runs.stream().mapToInt(ReportChecks::lines).sum();
    csv(StrictCsv.read(CsvReport.of(runs, ANCHOR)), lines);
  }

  private static int lines(Run run) {
    return run.all().stream().mapToInt(step -> Math.max(1, step.measured().size())).sum();
  }

  private static void json(Run run) throws IOException {
    String text = JsonReport.of(run, ANCHOR);
    assertTrue(text.chars().allMatch(c -> c < 0x7f), "JSON is ASCII");
    JsonNode root = new ObjectMapper().readTree(text);
    Set<?> objections = Schemas.JSON.validate(root);
    assertEquals(Set.of(), objections);
    assertEquals(run.outcome().key(), root.path("outcome").asText());
    assertEquals(run.simulated(), root.path("simulated").asBoolean());
    assertEquals(run.lab(), root.path("lab").asBoolean());
    assertEquals(run.all().size(), root.path("steps").size());
    assertEquals(ANCHOR.head(), root.path("log").path("head").asText());
  }

  private static void junit(Run run) throws IOException, SAXException {
    Schemas.JUNIT
        .newValidator()
        .validate(new StreamSource(new StringReader(JunitReport.of(run, ANCHOR))));
  }

  /// Only our own elements with our own attributes: nothing that runs, and nothing from elsewhere.
  private static void markup(String html) {
    String body = html.substring(html.indexOf("</style>"));
    assertEquals(1, html.split("<style>", -1).length - 1);
    Matcher tag = Pattern.compile("<([^>]*)>").matcher(body);
    int end = 0;
    while (tag.find()) {
      assertFalse(body.substring(end, tag.start()).matches("(?s).*[<>].*"), "a stray bracket");
      assertTrue(TAG.matcher(tag.group(1)).matches(), "not ours: " + tag.group());
      end = tag.end();
    }
    assertFalse(body.substring(end).contains("<"));
    assertTrue(html.contains("default-src 'none'"));
  }

  private static void csv(List<List<String>> rows, int lines) {
    assertEquals(lines + 1, rows.size());
    List<String> heading = rows.getFirst();
    for (List<String> row : rows) {
      assertEquals(heading.size(), row.size());
      for (int i = 0; i < row.size(); i++) {
        boolean number = List.of("value", "least", "most").contains(heading.get(i));
        assertTrue(number || !row.get(i).matches("(?s)\\s*[=+@-].*"), "a formula: " + row.get(i));
        assertTrue(row.get(i).chars().noneMatch(c -> c < 0x20), row.get(i));
      }
    }
  }

  private static void html(Run run) {
    String html = HtmlReport.of(run, ANCHOR);
    markup(html);
    assertTrue(html.codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c)));
    assertTrue(html.contains(ANCHOR.head()));
    assertEquals(run.simulated(), html.contains("SIMULATED"));
    assertEquals(run.lab(), html.contains("LAB: test roots were believed"));
    assertEquals(run.safety().unsafe(), html.contains("▲ UNSAFE"));
    assertTrue(html.contains("</html>"));
  }
}
