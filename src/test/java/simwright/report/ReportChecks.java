package simwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;
import simwright.acceptance.Run;
import simwright.audit.Anchor;

/// Holds every report of a run against its schema, its form, and what the run says.
public final class ReportChecks {
  public static final Anchor ANCHOR = new Anchor(7, "0123456789abcdef".repeat(4));

  private ReportChecks() {}

  public static void check(Run run) {
    try {
      json(run);
      junit(run);
      html(run);
    } catch (IOException | SAXException e) {
      throw new AssertionError(e);
    }
  }

  private static void json(Run run) throws IOException {
    String text = JsonReport.of(run, ANCHOR);
    assertTrue(text.chars().allMatch(c -> c < 0x7f), "JSON is ASCII");
    JsonNode root = new ObjectMapper().readTree(text);
    Set<?> objections =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(JsonReport.schema())
            .validate(root);
    assertEquals(Set.of(), objections);
    assertEquals(run.outcome().key(), root.path("outcome").asText());
    assertEquals(run.simulated(), root.path("simulated").asBoolean());
    assertEquals(run.all().size(), root.path("steps").size());
    assertEquals(ANCHOR.head(), root.path("log").path("head").asText());
  }

  private static void junit(Run run) throws IOException, SAXException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(ReportChecks.class.getResource("/simwright/report/junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(JunitReport.of(run, ANCHOR))));
  }

  private static void html(Run run) {
    String html = HtmlReport.of(run, ANCHOR);
    assertFalse(html.contains("<script"), "no script");
    assertFalse(html.matches("(?s).*(href|src)=.*"), "nothing from elsewhere");
    assertTrue(html.contains(ANCHOR.head()));
    assertEquals(run.simulated(), html.contains("SIMULATED"));
    assertEquals(run.safety().unsafe(), html.contains("UNSAFE"));
    assertTrue(html.contains("</html>"));
  }
}
