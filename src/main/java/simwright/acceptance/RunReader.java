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
    Optional<RunPartLine> end = last(parts, "run.finished");
    List<StepRecord> steps = new ArrayList<>();
    List<StepRecord> safe = new ArrayList<>();
    List<Samples> samples = new ArrayList<>();
    for (RunPartLine part : parts) {
      if (part.part().equals("step.finished")) {
        StepRecord step = RunLines.step(part.content());
        (step.phase().equals(SAFE) ? safe : steps).add(step);
      } else if (part.part().equals("samples")) {
        samples.add(RunLines.samples(part.content()));
      }
    }
    JsonNode last = end.map(RunPartLine::content).orElse(header);
    Instant begun = instant(header.path("started").asText()).orElse(started);
    return new Run(
        id,
        RunLines.judged(header),
        RunLines.subject(header.path("device").asText(), last),
        last.path("lab").asBoolean(),
        header.path("operator").asText(),
        RunHeader.of(RunLines.texts(header.path("header"))),
        begun,
        instant(last.path("ended").asText()).orElse(begun),
        List.copyOf(steps),
        List.copyOf(samples),
        safety(last, last(parts, "run.safe"), List.copyOf(safe)),
        RunLines.text(last, "refused"));
  }

  private static Optional<RunPartLine> last(List<RunPartLine> parts, String part) {
    return parts.reversed().stream().filter(each -> each.part().equals(part)).findFirst();
  }

  static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /// While a run is under way nothing is known of its end; what a person would have to do is.
  private static Safety safety(
      JsonNode content, Optional<RunPartLine> later, List<StepRecord> steps) {
    Safety.State state =
        later
            .flatMap(line -> RunLines.text(line.content(), "safety"))
            .or(() -> RunLines.text(content, "safety"))
            .map(Safety.State::of)
            .orElse(Safety.State.NOT_DECLARED);
    return new Safety(
        state, content.path("safe").asText(), content.path("by-hand").asText(), steps);
  }
}
