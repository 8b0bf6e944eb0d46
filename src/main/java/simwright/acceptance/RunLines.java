package simwright.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.fault.FaultCode;
import simwright.transcript.TranscriptRange;

/// What the records of a run hold, written and read: everything its verdict is computed from.
/// Numbers are text, so that no reader's floating point changes them.
final class RunLines {
  private RunLines() {}

  static Map<String, Object> step(StepRecord record) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("id", record.id());
    content.put("kind", record.kind());
    content.put("step", record.title());
    content.put("phase", record.phase());
    content.put("round", record.round());
    content.put("rounds", record.rounds());
    content.put("ended", record.ended().key());
    content.put("outcome", record.outcome().key());
    content.put("words", record.words());
    content.put("code", record.code().map(FaultCode::toString).orElse(""));
    content.put("measured", record.measured().stream().map(RunLines::measured).toList());
    content.put("millis", record.took().toMillis());
    content.put("transcript", record.range().file());
    content.put("from", record.range().from());
    content.put("to", record.range().to());
    content.put("sha256", record.sha256());
    return content;
  }

  static StepRecord step(JsonNode content) {
    List<Measured> measured = new ArrayList<>();
    content.path("measured").forEach(node -> measured.add(measured(node)));
    return new StepRecord(
        content.path("id").asText(),
        content.path("kind").asText(),
        content.path("step").asText(),
        content.path("phase").asText(),
        content.path("round").asInt(1),
        content.path("rounds").asInt(1),
        Outcome.of(content.path("ended").asText(content.path("outcome").asText())),
        content.path("words").asText(),
        text(content, "code").map(FaultCode::parse),
        List.copyOf(measured),
        Duration.ofMillis(content.path("millis").asLong()),
        new TranscriptRange(
            content.path("transcript").asText(),
            content.path("from").asLong(),
            content.path("to").asLong()),
        content.path("sha256").asText());
  }

  static Map<String, Object> limit(Limit limit) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("name", limit.name());
    content.put("unit", limit.unit());
    content.put("least", limit.least().map(l -> Double.toString(l)).orElse(""));
    content.put("most", limit.most().map(m -> Double.toString(m)).orElse(""));
    content.put("marginal", Double.toString(limit.marginal()));
    return content;
  }

  static Optional<String> text(JsonNode content, String name) {
    return Optional.of(content.path(name).asText()).filter(text -> !text.isEmpty());
  }

  private static Map<String, Object> measured(Measured each) {
    Map<String, Object> content = limit(each.limit());
    content.put("value", each.value().map(v -> Double.toString(v)).orElse(""));
    content.put("outcome", each.outcome().key());
    return content;
  }

  private static Measured measured(JsonNode node) {
    Limit limit =
        new Limit(
            node.path("name").asText(),
            node.path("unit").asText(),
            text(node, "least").map(Double::valueOf),
            text(node, "most").map(Double::valueOf),
            text(node, "marginal").map(Double::valueOf).orElse(0.0));
    return new Measured(limit, text(node, "value").map(Double::valueOf));
  }
}
