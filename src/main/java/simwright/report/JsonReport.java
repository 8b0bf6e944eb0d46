package simwright.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import simwright.acceptance.Attached;
import simwright.acceptance.Distribution;
import simwright.acceptance.Measured;
import simwright.acceptance.Run;
import simwright.acceptance.Samples;
import simwright.acceptance.StepRecord;
import simwright.audit.Anchor;

/// A run as JSON, as its published schema says. Identifiers are redacted; the anchor of the log
/// stands in it.
public final class JsonReport {
  private static final String SCHEMA = "/simwright/schema/cli/accept-run.schema.json";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private JsonReport() {}

  /// The schema as published.
  public static String schema() {
    try (InputStream in =
        Objects.requireNonNull(JsonReport.class.getResourceAsStream(SCHEMA), SCHEMA)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The report.
  public static String of(Run run, Anchor anchor) {
    return text(node(run, anchor));
  }

  /// The reports of several runs.
  public static String of(List<Run> runs, Anchor anchor) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", "simwright runs 1");
    ArrayNode all = root.putArray("runs");
    runs.forEach(run -> all.add(node(run, anchor)));
    return text(root);
  }

  private static String text(ObjectNode root) {
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode node(Run run, Anchor anchor) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", "simwright run 3");
    root.put("run", run.id());
    root.put("plan", Literal.of(run.plan()));
    root.put("planSha256", run.judged().planSha256());
    root.put("limits", Literal.of(run.judged().limits()));
    root.put("limitsVersion", Literal.of(run.judged().version()));
    root.put("limitsSha256", run.judged().limitsSha256());
    root.put("outcome", run.outcome().key());
    root.put("firstOutcome", run.firstOutcome().key());
    root.put("attempt", run.attempt());
    root.put("reason", Literal.of(run.reason()));
    root.put("device", Literal.of(run.device()));
    root.put("model", Literal.of(run.subject().model()));
    root.put("revision", Literal.of(run.subject().revision()));
    root.put("hardwareProfile", Literal.of(run.subject().hardwareProfile()));
    ObjectNode facts = root.putObject("facts");
    new TreeMap<>(run.subject().facts()).forEach((name, said) -> facts.put(name, Literal.of(said)));
    root.put("simulated", run.simulated());
    root.put("lab", run.lab());
    root.put("operator", Literal.of(run.operator()));
    ObjectNode header = root.putObject("header");
    run.header().said().forEach((name, said) -> header.put(name, Literal.of(said)));
    root.put("started", run.started().toString());
    root.put("ended", run.ended().toString());
    root.put("note", "Signal figures are the modem's own and not calibrated.");
    safety(run, root.putObject("safeState"));
    ArrayNode steps = root.putArray("steps");
    run.all().forEach(step -> step(step, steps.addObject()));
    ArrayNode samples = root.putArray("samples");
    run.samples().forEach(each -> samples(each, samples.addObject()));
    ArrayNode distributions = root.putArray("distributions");
    Series.of(run).forEach(series -> distribution(series, distributions.addObject()));
    ObjectNode log = root.putObject("log");
    log.put("size", anchor.size());
    log.put("head", anchor.head());
    return root;
  }

  private static void safety(Run run, ObjectNode node) {
    node.put("state", run.safety().state().key());
    node.put("title", Literal.of(run.safety().title()));
    node.put("byHand", run.safety().unsafe() ? Literal.of(run.safety().byHand()) : "");
  }

  private static void samples(Samples read, ObjectNode node) {
    node.put("monitor", Literal.of(read.monitor()));
    node.put("title", Literal.of(read.title()));
    node.put("unit", Literal.of(read.unit()));
    ArrayNode millis = node.putArray("millis");
    read.millis().forEach(millis::add);
    ArrayNode values = node.putArray("values");
    read.values().forEach(values::add);
  }

  private static void step(StepRecord step, ObjectNode node) {
    node.put("id", step.id());
    node.put("phase", step.phase());
    node.put("kind", step.kind());
    node.put("title", Literal.of(step.title()));
    node.put("group", Literal.of(step.place().group()));
    node.put("slot", step.place().slot());
    node.put("round", step.place().round());
    node.put("rounds", step.place().rounds());
    node.put("attempt", step.place().attempt());
    node.put("ended", step.ended().key());
    node.put("outcome", step.outcome().key());
    node.put("words", Literal.of(step.words()));
    node.put("code", step.code().map(Object::toString).orElse(null));
    node.put("atMillis", step.at().toMillis());
    node.put("millis", step.took().toMillis());
    ArrayNode measured = node.putArray("measured");
    step.measured().forEach(each -> measured(each, measured.addObject()));
    ObjectNode transcript = node.putObject("transcript");
    transcript.put("file", step.range().file());
    transcript.put("from", step.range().from());
    transcript.put("to", step.range().to());
    transcript.put("sha256", step.sha256());
    if (!step.attached().isEmpty()) {
      ArrayNode attached = node.putArray("attached");
      step.attached().forEach(each -> attached(each, attached.addObject()));
    }
  }

  private static void attached(Attached each, ObjectNode one) {
    one.put("name", Literal.of(each.name()));
    one.put("type", each.type().key());
    one.put("bytes", each.bytes());
    one.put("sha256", each.sha256());
  }

  private static void measured(Measured each, ObjectNode one) {
    one.put("name", Literal.of(each.limit().name()));
    one.put("unit", Literal.of(each.limit().unit()));
    one.put("taken", each.value().isPresent());
    one.put("value", each.value().filter(Double::isFinite).orElse(null));
    one.put("least", each.limit().least().orElse(null));
    one.put("most", each.limit().most().orElse(null));
    one.put("marginal", each.limit().marginal());
    one.put("outcome", each.outcome().key());
  }

  private static void distribution(Series series, ObjectNode node) {
    Distribution found = Distribution.of(series.values());
    node.put("title", Literal.of(series.title()));
    node.put("measurement", Literal.of(series.limit().name()));
    node.put("unit", Literal.of(series.limit().unit()));
    found.byName().forEach(node::put);
    ArrayNode values = node.putArray("values");
    List<Double> all = series.values();
    all.forEach(values::add);
  }
}
