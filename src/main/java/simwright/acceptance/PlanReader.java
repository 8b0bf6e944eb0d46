package simwright.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;

/// Reads one plan from YAML: the schema first, then what a schema cannot say. Every refusal names
/// file, line and reason.
final class PlanReader {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final Duration PHASE = Duration.ofHours(2);
  private static final Duration PLAN = Duration.ofHours(6);
  private static final int SHOWN = 5;

  private final String where;
  private final LocatedYaml yaml;
  private final Map<String, Step> kinds;
  private final Map<String, PlannedStep> ids = new HashMap<>();

  private PlanReader(String where, LocatedYaml yaml, List<Step> kinds) {
    this.where = where;
    this.yaml = yaml;
    this.kinds = kinds.stream().collect(Collectors.toMap(Step::kind, kind -> kind));
  }

  /// Reads a plan of anybody's.
  static Plan read(String text, String where, List<Step> kinds) {
    return read(text, where, kinds, true);
  }

  /// Reads a plan that ships: a test has held it against the schema.
  static Plan shipped(String text, String where, List<Step> kinds) {
    return read(text, where, kinds, false);
  }

  private static Plan read(String text, String where, List<Step> kinds, boolean foreign) {
    try {
      PlanReader reader = new PlanReader(where, LocatedYaml.read(text), kinds);
      if (foreign) {
        reader.hold();
      }
      return reader.plan(sha256(text));
    } catch (JsonProcessingException e) {
      int line = Optional.ofNullable(e.getLocation()).map(at -> at.getLineNr()).orElse(1);
      throw broken(
          where, line, e.getOriginalMessage().lines().findFirst().orElse("this is not YAML"), e);
    } catch (IOException e) {
      throw broken(where, 1, String.valueOf(e.getMessage()), e);
    }
  }

  private void hold() {
    List<PlanSchema.Objection> objections = PlanSchema.objections(yaml.root());
    if (!objections.isEmpty()) {
      throw refused(objections);
    }
  }

  private Plan plan(String sha256) {
    JsonNode root = yaml.root();
    JsonNode limits = root.path("phase_within_s");
    return new Plan(
        root.path("name").asText(),
        root.path("title").asText(),
        root.path("about").asText(),
        sha256,
        seconds(root.path("within_s"), PLAN),
        phase("setup", limits),
        phase("main", limits),
        phase("teardown", limits),
        root.has("safe_state") ? Optional.of(safe(root.path("safe_state"))) : Optional.empty());
  }

  private PlanPhase phase(String name, JsonNode limits) {
    List<PlanPart> parts = new ArrayList<>();
    JsonNode nodes = yaml.root().path(name);
    for (int i = 0; i < nodes.size(); i++) {
      String pointer = "/" + name + "/" + i;
      JsonNode repeat = nodes.path(i).path("repeat");
      parts.add(
          repeat.isObject()
              ? new Repeat(
                  repeat.path("times").asInt(),
                  steps(repeat.path("steps"), pointer + "/repeat/steps"))
              : step(nodes.path(i), pointer));
    }
    return new PlanPhase(seconds(limits.path(name), PHASE), List.copyOf(parts));
  }

  private SafeState safe(JsonNode node) {
    return new SafeState(
        node.path("title").asText(),
        node.path("by_hand").asText(),
        steps(node.path("steps"), "/safe_state/steps"));
  }

  private List<PlannedStep> steps(JsonNode nodes, String pointer) {
    List<PlannedStep> steps = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      steps.add(step(nodes.path(i), pointer + "/" + i));
    }
    return List.copyOf(steps);
  }

  private PlannedStep step(JsonNode node, String pointer) {
    Step kind =
        Optional.ofNullable(kinds.get(node.path("kind").asText()))
            .orElseThrow(() ->
                broken(
                    pointer + "/kind",
                    "there is no kind of step '"
                        + node.path("kind").asText()
                        + "'; there are "
                        + String.join(", ", kinds.keySet().stream().sorted().toList())));
    Parameters with = with(node.path("with"), kind, pointer + "/with");
    List<Limit> limits = limits(node.path("measure"), kind, with, pointer + "/measure");
    PlannedStep step =
        new PlannedStep(
            node.path("id").asText(),
            kind.kind(),
            node.path("title").asText(),
            seconds(node.path("within_s"), STEP),
            with,
            limits);
    source(step, pointer);
    if (!step.id().isEmpty() && ids.put(step.id(), step) != null) {
      throw broken(pointer + "/id", "the id '" + step.id() + "' stands twice");
    }
    return step;
  }

  private Parameters with(JsonNode node, Step kind, String pointer) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    node.properties()
        .forEach(entry -> {
          if (!kind.parameters().contains(entry.getKey())) {
            throw broken(
                pointer + "/" + entry.getKey(),
                kind.kind() + " takes no parameter '" + entry.getKey() + "'");
          }
          List<String> texts = new ArrayList<>();
          if (entry.getValue().isArray()) {
            entry.getValue().forEach(each -> texts.add(each.asText()));
          } else {
            texts.add(entry.getValue().asText());
          }
          values.put(entry.getKey(), List.copyOf(texts));
        });
    Parameters with = new Parameters(Map.copyOf(values));
    kind.objection(with)
        .ifPresent(why -> {
          throw broken(pointer, kind.kind() + ": " + why);
        });
    return with;
  }

  private List<Limit> limits(JsonNode nodes, Step kind, Parameters with, String pointer) {
    Map<String, String> known = kind.measures(with);
    Map<String, Limit> limits = new LinkedHashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode node = nodes.path(i);
      String at = pointer + "/" + i;
      Limit limit =
          new Limit(
              node.path("name").asText(),
              node.path("unit").asText(),
              bound(node.path("least")),
              bound(node.path("most")),
              node.path("marginal").asDouble(0));
      check(limit, kind, known, at);
      if (limits.put(limit.name(), limit) != null) {
        throw broken(at + "/name", "the measurement '" + limit.name() + "' stands twice");
      }
    }
    return List.copyOf(limits.values());
  }

  private void check(Limit limit, Step kind, Map<String, String> known, String at) {
    if (!known.containsKey(limit.name())) {
      throw broken(
          at + "/name",
          kind.kind()
              + " takes no measurement '"
              + limit.name()
              + "'; it takes "
              + (known.isEmpty()
                  ? "none"
                  : String.join(", ", known.keySet().stream().sorted().toList())));
    }
    if (!limit.unit().equals(known.get(limit.name()))) {
      throw broken(
          at + "/unit",
          limit.name() + " is measured in " + known.get(limit.name()) + ", not " + limit.unit());
    }
    if (!limit.least().stream().allMatch(Double::isFinite)
        || !limit.most().stream().allMatch(Double::isFinite)
        || !Double.isFinite(limit.marginal())) {
      throw broken(at, "a bound of " + limit.name() + " is no number");
    }
    if (limit.least().isPresent()
        && limit.most().isPresent()
        && limit.least().get() > limit.most().get()) {
      throw broken(at + "/least", "least is more than most");
    }
  }

  /// A step that counts what another took names one that stands before it and takes that.
  private void source(PlannedStep step, String pointer) {
    if (!step.with().has("of")) {
      return;
    }
    String of = step.with().text("of", "");
    String name = step.with().text("measurement", "");
    PlannedStep source = ids.get(of);
    if (source == null) {
      throw broken(pointer + "/with/of", "no step before this one has the id '" + of + "'");
    }
    Limit limit =
        source.limits().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                broken(pointer + "/with", "'" + of + "' declares no measurement '" + name + "'"));
    if (!limit.unit().equals(step.with().text("unit", limit.unit()))) {
      throw broken(pointer + "/with", name + " of '" + of + "' is measured in " + limit.unit());
    }
  }

  private static Optional<Double> bound(JsonNode node) {
    return node.isNumber() ? Optional.of(node.asDouble()) : Optional.empty();
  }

  private static Duration seconds(JsonNode node, Duration otherwise) {
    return node.isNumber() ? Duration.ofMillis((long) (node.asDouble() * 1000)) : otherwise;
  }

  private Fault refused(List<PlanSchema.Objection> objections) {
    String why =
        objections.stream()
            .sorted(Comparator.comparing(each -> yaml.line(each.pointer())))
            .limit(SHOWN)
            .map(each -> "line " + yaml.line(each.pointer()) + ": " + each.why())
            .collect(Collectors.joining("; "));
    return new Fault(AcceptanceCodes.BROKEN_PLAN, "reading a plan", where, why, null);
  }

  private Fault broken(String pointer, String why) {
    return broken(where, yaml.line(pointer), why, null);
  }

  private static Fault broken(String where, int line, String why, @Nullable Throwable cause) {
    return new Fault(
        AcceptanceCodes.BROKEN_PLAN, "reading a plan", where, "line " + line + ": " + why, cause);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
