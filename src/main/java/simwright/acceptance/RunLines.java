package simwright.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
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
    content.putAll(place(record.place()));
    content.put("ended", record.ended().key());
    content.put("outcome", record.outcome().key());
    content.put("words", record.words());
    content.put("code", record.code().map(FaultCode::toString).orElse(""));
    content.put("measured", record.measured().stream().map(RunLines::measured).toList());
    content.put("at-millis", record.at().toMillis());
    content.put("millis", record.took().toMillis());
    content.put("transcript", record.range().file());
    content.put("from", record.range().from());
    content.put("to", record.range().to());
    content.put("sha256", record.sha256());
    if (!record.attached().isEmpty()) {
      content.put("attached", record.attached().stream().map(RunLines::attached).toList());
    }
    return content;
  }

  static StepRecord step(JsonNode content) {
    List<Measured> measured = new ArrayList<>();
    content.path("measured").forEach(node -> measured.add(measured(node)));
    List<Attached> attached = new ArrayList<>();
    content.path("attached").forEach(node -> attached.add(attached(node)));
    return new StepRecord(
        content.path("id").asText(),
        content.path("kind").asText(),
        content.path("step").asText(),
        place(content),
        Outcome.of(content.path("ended").asText(content.path("outcome").asText())),
        content.path("words").asText(),
        text(content, "code").map(FaultCode::parse),
        List.copyOf(measured),
        Duration.ofMillis(content.path("at-millis").asLong()),
        Duration.ofMillis(content.path("millis").asLong()),
        new TranscriptRange(
            content.path("transcript").asText(),
            content.path("from").asLong(),
            content.path("to").asLong()),
        content.path("sha256").asText(),
        List.copyOf(attached));
  }

  private static Map<String, Object> attached(Attached one) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("name", one.name());
    content.put("type", one.type().key());
    content.put("bytes", one.bytes());
    content.put("sha256", one.sha256());
    return content;
  }

  private static Attached attached(JsonNode node) {
    return new Attached(
        node.path("name").asText(),
        Attached.Type.of(node.path("type").asText()),
        node.path("bytes").asLong(),
        node.path("sha256").asText());
  }

  static Map<String, Object> place(Place place) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("phase", place.phase());
    content.put("group", place.group());
    content.put("slot", place.slot());
    content.put("round", place.round());
    content.put("rounds", place.rounds());
    content.put("attempt", place.attempt());
    return content;
  }

  static Place place(JsonNode content) {
    return new Place(
        content.path("phase").asText(),
        content.path("group").asText(),
        content.path("slot").asText(),
        content.path("round").asInt(1),
        content.path("rounds").asInt(1),
        content.path("attempt").asInt(1));
  }

  static Map<String, Object> judged(Judged judged) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("plan", judged.plan());
    content.put("plan-sha256", judged.planSha256());
    content.put("limits", judged.limits());
    content.put("limits-version", judged.version());
    content.put("limits-sha256", judged.limitsSha256());
    return content;
  }

  static Judged judged(JsonNode content) {
    return new Judged(
        content.path("plan").asText(),
        content.path("plan-sha256").asText(),
        content.path("limits").asText(),
        content.path("limits-version").asText(),
        content.path("limits-sha256").asText());
  }

  static Map<String, Object> subject(Subject subject) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("device", subject.device());
    content.put("model", subject.model());
    content.put("revision", subject.revision());
    content.put("hardware-profile", subject.hardwareProfile());
    content.put("simulated", subject.simulated());
    content.put("facts", subject.facts());
    return content;
  }

  static Subject subject(String device, JsonNode content) {
    return new Subject(
        device,
        content.path("model").asText(),
        content.path("revision").asText(),
        content.path("hardware-profile").asText(),
        content.path("simulated").asBoolean(),
        pseudonyms(content.path("identities")),
        texts(content.path("facts")));
  }

  /// The pseudonyms of identifiers, by kind.
  private static Map<String, String> pseudonyms(JsonNode content) {
    Map<String, String> all = new LinkedHashMap<>();
    content.properties().forEach(each -> all.put(each.getKey(), pseudonym(each.getValue())));
    return all;
  }

  /// The pseudonym of an identifier, or what stands for it; "" where there is none.
  static String pseudonym(JsonNode identifier) {
    return identifier.path("pseudonym").asText(identifier.asText());
  }

  /// The texts of an object, by name.
  static Map<String, String> texts(JsonNode content) {
    Map<String, String> all = new LinkedHashMap<>();
    content.properties().forEach(each -> all.put(each.getKey(), each.getValue().asText()));
    return all;
  }

  static Map<String, Object> samples(Samples samples) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("monitor", samples.monitor());
    content.put("title", samples.title());
    content.put("unit", samples.unit());
    content.put("millis", samples.millis());
    content.put("values", samples.values().stream().map(each -> Double.toString(each)).toList());
    return content;
  }

  static Samples samples(JsonNode content) {
    List<Long> millis = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    content.path("millis").forEach(each -> millis.add(each.asLong()));
    content.path("values").forEach(each -> values.add(Double.valueOf(each.asText())));
    return new Samples(
        content.path("monitor").asText(),
        content.path("title").asText(),
        content.path("unit").asText(),
        List.copyOf(millis),
        List.copyOf(values));
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
