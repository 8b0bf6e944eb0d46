package simwright.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a run together again from its records.
final class RunReader {
  static final String SAFE = "safe-state";

  private RunReader() {}

  /// The run; `started` is taken where its records do not tell the time, as the oldest ones do not.
  static Run run(String id, List<RunPartLine> parts, Instant started) {
    JsonNode header = parts.getFirst().content();
    JsonNode end = parts.getLast().content();
    boolean ended = parts.getLast().part().equals("run.finished");
    List<StepRecord> steps = new ArrayList<>();
    List<StepRecord> safe = new ArrayList<>();
    for (RunPartLine part : parts) {
      if (part.part().equals("step.finished")) {
        StepRecord step = RunLines.step(part.content());
        (step.phase().equals(SAFE) ? safe : steps).add(step);
      }
    }
    JsonNode last = ended ? end : header;
    Instant begun = instant(header.path("started").asText()).orElse(started);
    return new Run(
        id,
        header.path("plan").asText(),
        header.path("plan-sha256").asText(),
        header.path("device").asText(),
        last.path("model").asText(),
        last.path("hardware-profile").asText(),
        last.path("simulated").asBoolean(),
        last.path("lab").asBoolean(),
        header.path("operator").asText(),
        begun,
        instant(last.path("ended").asText()).orElse(begun),
        List.copyOf(steps),
        safety(last, List.copyOf(safe)),
        RunLines.text(last, "refused"));
  }

  static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /// While a run is under way nothing is known of its end; what a person would have to do is.
  private static Safety safety(JsonNode content, List<StepRecord> steps) {
    Safety.State state =
        RunLines.text(content, "safety").map(Safety.State::of).orElse(Safety.State.NOT_DECLARED);
    return new Safety(
        state, content.path("safe").asText(), content.path("by-hand").asText(), steps);
  }
}
