package simwright.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import simwright.fault.Fault;

/// The plans that ship, and how a plan is read.
public final class Plans {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final List<Plan> plans;

  private Plans(List<Plan> plans) {
    this.plans = plans;
  }

  /// The shipped plans; `kinds` are the kinds of steps there are.
  public static Plans shipped(List<Step> kinds) {
    List<Plan> all = new ArrayList<>();
    for (String name : resource("index.txt").lines().toList()) {
      all.add(read(resource(name + ".yaml"), name + ".yaml", kinds));
    }
    return new Plans(List.copyOf(all));
  }

  /// All of them.
  public List<Plan> all() {
    return plans;
  }

  /// The plan of a name; throws `acceptance/no-plan`.
  public Plan named(String name) {
    return plans.stream()
        .filter(plan -> plan.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Fault(AcceptanceCodes.NO_PLAN, "choosing a plan", name));
  }

  /// Reads a plan; throws `acceptance/broken-plan` with the line or step and the reason.
  public static Plan read(String text, String where, List<Step> kinds) {
    try {
      JsonNode root = YAML.readTree(text);
      Set<String> known = kinds.stream().map(Step::kind).collect(Collectors.toSet());
      Plan plan =
          new Plan(
              required(root, "name", where),
              required(root, "title", where),
              root.path("about").asText(),
              sha256(text),
              steps(root.path("setup"), where, known),
              steps(root.path("main"), where, known),
              steps(root.path("teardown"), where, known));
      if (plan.main().isEmpty()) {
        throw broken(where, "main has no steps");
      }
      return plan;
    } catch (JsonProcessingException e) {
      throw broken(where, "line " + e.getLocation().getLineNr() + ": not YAML");
    }
  }

  private static List<PlannedStep> steps(JsonNode nodes, String where, Set<String> known) {
    List<PlannedStep> steps = new ArrayList<>();
    for (JsonNode node : nodes) {
      String kind = required(node, "kind", where);
      if (!known.contains(kind)) {
        throw broken(where, "no such kind of step: " + kind);
      }
      Map<String, String> with = new LinkedHashMap<>();
      node.path("with").properties().forEach(e -> with.put(e.getKey(), e.getValue().asText()));
      steps.add(
          new PlannedStep(
              kind,
              required(node, "title", where),
              Duration.ofMillis((long) (node.path("within_s").asDouble(30) * 1000)),
              with,
              limits(node.path("measure"), where)));
    }
    return List.copyOf(steps);
  }

  private static List<Limit> limits(JsonNode nodes, String where) {
    List<Limit> limits = new ArrayList<>();
    for (JsonNode node : nodes) {
      limits.add(
          new Limit(
              required(node, "name", where),
              required(node, "unit", where),
              bound(node.path("least")),
              bound(node.path("most")),
              node.path("marginal").asDouble(0)));
    }
    return List.copyOf(limits);
  }

  private static Optional<Double> bound(JsonNode node) {
    return node.isNumber() ? Optional.of(node.asDouble()) : Optional.empty();
  }

  private static String required(JsonNode node, String name, String where) {
    String text = node.path(name).asText();
    if (text.isEmpty()) {
      throw broken(where, name + " is missing");
    }
    return text;
  }

  private static Fault broken(String where, String why) {
    return new Fault(AcceptanceCodes.BROKEN_PLAN, "reading a plan", where, why, null);
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

  private static String resource(String name) {
    String path = "/simwright/plans/" + name;
    try (InputStream in = Objects.requireNonNull(Plans.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
