package simwright.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Consumer;
import simwright.journal.Journal;
import simwright.journal.Past;
import simwright.journal.Recorded;

/// A record of the log that belongs to a run: its number, the run, which part (`step.finished`),
/// and what it holds.
record RunPartLine(long seq, String run, String part, JsonNode content) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KIND = "acceptance.";

  /// Passes what stands in a log from a number on; the number of the last record there is.
  static long read(Journal journal, long from, Consumer<RunPartLine> into) {
    return Past.read(journal, from, RunPartLine::is, RunPartLine::of, into);
  }

  private static boolean is(Recorded recorded) {
    return recorded.kind().startsWith(KIND);
  }

  static RunPartLine of(Recorded recorded) {
    try {
      JsonNode fields = JSON.readTree(recorded.line()).path("fields");
      return new RunPartLine(
          recorded.seq(),
          fields.path("run").asText(),
          recorded.kind().substring(KIND.length()),
          fields.path("content"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of the log is no JSON", e);
    }
  }
}
