package simwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The test records have the fields and the outcomes of OpenHTF's (openhtf/core/test_record.py and
/// openhtf/core/measurements.py: Outcome), and no identifier.
class OpenHtfReportTest {
  private static final Set<String> OUTCOMES = Set.of("PASS", "FAIL", "ERROR", "TIMEOUT", "ABORTED");

  @Test
  void everyRunIsATestRecordOfItsOwnLine() throws Exception {
    List<JsonNode> records = new ArrayList<>();
    String text = OpenHtfReport.of(SomeRuns.four(), ReportChecks.ANCHOR);
    for (String line : text.lines().toList()) {
      records.add(new ObjectMapper().readTree(line));
    }
    assertEquals(
        List.of("PASS", "PASS", "FAIL", "ERROR"),
        records.stream().map(each -> each.path("outcome").asText()).toList());
    JsonNode second = records.get(1);
    assertEquals("fail", second.path("metadata").path("simwright_first_outcome").asText());
    assertEquals("bench 3", second.path("station_id").asText());
    assertEquals(2, second.path("phases").size(), "every try is a phase");
    JsonNode rsrp = second.path("phases").get(0).path("measurements").path("rsrp");
    assertEquals(-95.0, rsrp.path("measured_value").asDouble());
    assertEquals("dBm", rsrp.path("units").asText());
    assertEquals("-110 <= x", rsrp.path("validators").get(0).asText());
    assertTrue(second.path("end_time_millis").asLong() > second.path("start_time_millis").asLong());
    records.forEach(each -> assertTrue(OUTCOMES.contains(each.path("outcome").asText())));
    assertFalse(text.contains(SomeRuns.IMEI) || text.contains(SomeRuns.ICCID));
  }
}
