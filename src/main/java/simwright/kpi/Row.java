package simwright.kpi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import simwright.journal.Recorded;

/// A record of the book: when, by the wall clock and by the program's own that no one sets, and
/// what it holds.
record Row(Instant at, long clockMillis, String kind, JsonNode fields) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Row of(Recorded recorded) {
    try {
      JsonNode line = JSON.readTree(recorded.line());
      return new Row(
          recorded.at(), line.path("clock").asLong(), recorded.kind(), line.path("fields"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of the log is no JSON", e);
    }
  }

  String text(String field) {
    return fields.path(field).asText();
  }

  /// The profile that a stage is about, by its pseudonym; "" where it says none.
  String profile() {
    return fields.path("with").path("iccid").path("pseudonym").asText();
  }

  /// Seconds since a row of the same job, which one program wrote.
  double since(Row earlier) {
    return (clockMillis - earlier.clockMillis) / 1000.0;
  }

  /// Seconds since a row that another program may have written.
  double after(Row earlier) {
    return Duration.between(earlier.at, at).toMillis() / 1000.0;
  }
}
