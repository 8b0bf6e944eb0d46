package simwright.lpa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.function.Consumer;
import simwright.journal.Journal;
import simwright.journal.Past;
import simwright.journal.Recorded;

/// A record of the book about a stage of an intent: its number, when, of which job, on which
/// device, which stage and how it ended, and what it was about.
record IntentLine(
    long seq, Instant at, String job, String device, String stage, String outcome, JsonNode with) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KIND = "lpa.stage";

  /// Passes what stands in a log from a number on; the number of the last record there is.
  static long read(Journal journal, long from, Consumer<IntentLine> into) {
    return Past.read(journal, from, IntentLine::is, IntentLine::of, into);
  }

  private static boolean is(Recorded recorded) {
    return recorded.kind().equals(KIND);
  }

  private static IntentLine of(Recorded recorded) {
    try {
      JsonNode fields = JSON.readTree(recorded.line()).path("fields");
      return new IntentLine(
          recorded.seq(),
          recorded.at(),
          fields.path("job").asText(),
          fields.path("device").asText(),
          fields.path("stage").asText(),
          fields.path("outcome").asText(),
          fields.path("with"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of the log is no JSON", e);
    }
  }

  String text(String name) {
    return with.path(name).asText();
  }

  /// The pseudonym of an identifier; "" where there is none.
  String pseudonym(String name) {
    return with.path(name).path("pseudonym").asText();
  }
}
