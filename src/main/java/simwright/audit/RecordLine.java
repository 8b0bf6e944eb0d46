package simwright.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /// An identity in a record of identities.
  record Seen(
      String kind,
      String pseudonym,
      String check,
      String device,
      String model,
      boolean simulated) {}

  /// The identities that a record says were seen; none in a record of another kind.
  static List<Seen> seen(Recorded recorded) {
    if (!recorded.kind().equals("identity.seen")) {
      return List.of();
    }
    try {
      JsonNode fields = JSON.readTree(recorded.line()).path("fields");
      String model = (fields.path("maker").asText() + " " + fields.path("model").asText()).strip();
      List<Seen> seen = new ArrayList<>();
      for (JsonNode each : fields.path("identities")) {
        seen.add(
            new Seen(
                each.path("kind").asText(),
                each.path("pseudonym").asText(),
                each.path("check").asText().toUpperCase(Locale.ROOT),
                fields.path("device").asText(),
                model,
                fields.path("simulated").asBoolean()));
      }
      return seen;
    } catch (JsonProcessingException unreadable) {
      return List.of();
    }
  }

  /// The pseudonyms anywhere in a line.
  static List<String> pseudonyms(String line) {
    try {
      List<String> found = new ArrayList<>();
      for (JsonNode each : JSON.readTree(line).findValues("pseudonym")) {
        found.add(each.asText());
      }
      return found;
    } catch (JsonProcessingException unreadable) {
      return List.of();
    }
  }

  /// The role that a line names.
  static String role(String line) {
    try {
      return JSON.readTree(line).path("role").asText();
    } catch (JsonProcessingException unreadable) {
      return "";
    }
  }
}
