package simwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import simwright.acceptance.Judged;
import simwright.acceptance.Measured;
import simwright.acceptance.Place;
import simwright.acceptance.Run;
import simwright.acceptance.RunHeader;
import simwright.acceptance.Safety;
import simwright.acceptance.Samples;
import simwright.acceptance.StepRecord;
import simwright.acceptance.Subject;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.document.Csv;
import simwright.fault.FaultCode;
import simwright.transcript.TranscriptRange;

/// Whatever a device, plan or person wrote stands in every report as text and does nothing.
class HostileTextTest {
  @Test
  void theCorpusIsAsLargeAsItSays() {
    assertTrue(Hostile.all().size() >= 500, Hostile.all().size() + " strings");
  }

  @Test
  void everyStringInEveryPlaceLeavesEveryReportWhole() {
    for (String text : Hostile.all()) {
      ReportChecks.check(run(text));
    }
  }

  @Test
  void everyReportSaysTheSameText() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    for (String text : Hostile.all()) {
      Run run = run(text);
      String shown = Literal.of(text);
      assertTrue(shown.codePoints().noneMatch(Character::isISOControl), shown);
      JsonNode json = new ObjectMapper().readTree(JsonReport.of(run, ReportChecks.ANCHOR));
      assertEquals(shown, json.path("model").asText());
      assertEquals(shown, json.path("steps").path(0).path("words").asText());
      Document xml =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(JunitReport.of(run, ReportChecks.ANCHOR))));
      Element failure = (Element) xml.getElementsByTagName("failure").item(0);
      assertEquals(Literal.of(text + " [cme/10]"), failure.getAttribute("message"));
      List<List<String>> csv = StrictCsv.read(CsvReport.of(run, ReportChecks.ANCHOR));
      String cell = csv.get(1).get(csv.getFirst().indexOf("found"));
      assertEquals(shown, Csv.bare(cell));
      assertTrue(HtmlReport.of(run, ReportChecks.ANCHOR).contains(Literal.markup(text)));
    }
  }

  @Test
  void anEndlessTextIsCutAndSaysSo() {
    String shown = Literal.of("x".repeat(4001));
    assertEquals("x".repeat(4000) + "… (1 more)", shown);
    assertFalse(Literal.of("x".repeat(4000)).contains("more"));
  }

  @Test
  void anIdentifierIsShortenedInEveryReport() {
    Run run = run("imei 350000020001018 imsi 001010123456789");
    for (String report :
        List.of(
            JsonReport.of(run, ReportChecks.ANCHOR),
            JunitReport.of(run, ReportChecks.ANCHOR),
            HtmlReport.of(run, ReportChecks.ANCHOR),
            CsvReport.of(run, ReportChecks.ANCHOR))) {
      assertFalse(report.contains("350000020001018"));
      assertFalse(report.contains("001010123456789"));
    }
  }

  /// The text wherever a device, a plan or a person may have written.
  private static Run run(String text) {
    String unit = text.isEmpty() ? "s" : text;
    Limit limit = new Limit(text, unit, Optional.of(-1e300), Optional.of(1e300), 1);
    List<StepRecord> steps =
        IntStream.of(1, 2)
            .mapToObj(round ->
                new StepRecord(
                    "id",
                    "kind",
                    text,
                    new Place("main", text, "main/0." + round, round, 2, 1),
                    Outcome.FAIL,
                    text,
                    Optional.of(new FaultCode("cme", "10")),
                    List.of(
                        new Measured(limit, Optional.of(round == 1 ? -5.0 : Double.NaN)),
                        new Measured(limit, Optional.empty())),
                    Duration.ZERO,
                    Duration.ofMillis(1500),
                    new TranscriptRange("t.txt", 0, 7),
                    "ab".repeat(32)))
            .toList();
    return new Run(
        "r1",
        new Judged(text, "cd".repeat(32), text, text, "ef".repeat(32)),
        new Subject(text, text, text, text, true, Map.of("imei", text)),
        true,
        text,
        new RunHeader(text, text, text, text, text, text, text, text, text),
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(1),
        steps,
        List.of(new Samples(text, text, unit, List.of(1L, 2L), List.of(-5.0, 3.0))),
        new Safety(Safety.State.UNSAFE, text, text, List.of()),
        Optional.empty());
  }
}
