package simwright.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import simwright.journal.Recorded;

/// Reads what a stored line says of itself.
final class RecordLine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordLine() {}

  /// A line that was tampered with may be no JSON any more; it is shown as it is.
  static Recorded read(long seq, String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return new Recorded(
          seq,
          Instant.parse(node.path("at").asText()),
          node.path("actor").asText(),
          node.path("kind").asText(),
          line);
    } catch (JsonProcessingException | DateTimeParseException unreadable) {
      return new Recorded(seq, Instant.EPOCH, "", "unreadable", line);
    }
  }
}
