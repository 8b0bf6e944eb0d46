package simwright.acceptance.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the parts of a plan: what a step may take and measure, whom it names, and the limits that
/// a set gives it.
final class PartReader {
  private static final Duration STEP = Duration.ofSeconds(30);

  private final PlanFile file;
  private final Map<String, StepKind> kinds;
  private final LimitSet limits;
  private final Set<LimitSet.Key> measured = new HashSet<>();

  /// The steps of an id that stand before what is read.
  private final Map<String, PlannedStep> ids = new HashMap<>();

  private final Leavings leavings;

  PartReader(PlanFile file, List<? extends StepKind> kinds, LimitSet limits) {
    this.file = file;
    this.kinds = kinds.stream().collect(Collectors.toMap(StepKind::kind, kind -> kind));
    this.limits = limits;
    this.leavings = new Leavings(file);
  }

  /// What is measured in what was read.
  Set<LimitSet.Key> measured() {
    return Set.copyOf(measured);
  }

  /// Throws where the plan leaves bench or device otherwise than before.
  void cleared() {
    leavings.cleared(id ->
        Optional.ofNullable(ids.get(id))
            .filter(step -> step.uses(Change.Weight.ORDERS) > 0)
            .isPresent());
  }

  List<PlanPart> parts(JsonNode nodes, String pointer) {
    List<PlanPart> parts = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      parts.add(part(nodes.path(i), pointer + "/" + i));
    }
    return List.copyOf(parts);
  }

  List<PlannedStep> steps(JsonNode nodes, String pointer) {
    List<PlannedStep> steps = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      steps.add(step(nodes.path(i), pointer + "/" + i));
    }
    return List.copyOf(steps);
  }

  private PlanPart part(JsonNode node, String pointer) {
    if (node.has("repeat")) {
      JsonNode repeat = node.path("repeat");
      Optional<Condition> when = when(repeat.path("when"), pointer + "/repeat/when");
      return new Repeat(
          repeat.path("times").asInt(),
          when,
          parts(repeat.path("steps"), pointer + "/repeat/steps"));
    }
    if (node.has("group")) {
      return group(node.path("group"), pointer + "/group");
    }
    if (node.has("parallel")) {
      return parallel(node.path("parallel"), pointer + "/parallel");
    }
    return step(node, pointer);
  }

  private Group group(JsonNode node, String pointer) {
    Optional<Condition> when = when(node.path("when"), pointer + "/when");
    return new Group(
        node.path("title").asText(),
        when,
        PlanFile.texts(node.path("hold")),
        tries(node),
        parts(node.path("setup"), pointer + "/setup"),
        parts(node.path("steps"), pointer + "/steps"),
        parts(node.path("teardown"), pointer + "/teardown"));
  }

  private Parallel parallel(JsonNode node, String pointer) {
    Optional<Condition> when = when(node.path("when"), pointer + "/when");
    List<Group> branches = new ArrayList<>();
    JsonNode nodes = node.path("branches");
    for (int i = 0; i < nodes.size(); i++) {
      branches.add(group(nodes.path(i), pointer + "/branches/" + i));
    }
    return new Parallel(when, List.copyOf(branches));
  }

  private static Tries tries(JsonNode node) {
    return new Tries(
        node.path("tries").asInt(1), PlanFile.seconds(node.path("pause_s"), Duration.ZERO));
  }

  private PlannedStep step(JsonNode node, String pointer) {
    StepKind kind = kind(node.path("kind").asText(), pointer + "/kind");
    Parameters with = with(node.path("with"), kind, pointer + "/with");
    String id = node.path("id").asText();
    Map<String, String> known = kind.measures(with);
    PlannedStep step =
        new PlannedStep(
            id,
            kind.kind(),
            node.path("title").asText(),
            PlanFile.seconds(node.path("within_s"), STEP),
            with,
            limits(node.path("measure"), id, kind.kind(), known, pointer + "/measure"),
            when(node.path("when"), pointer + "/when"),
            tries(node),
            kind.changes(with));
    source(step, pointer);
    kind.earlier().stream()
        .filter(with::has)
        .forEach(name -> {
          PlannedStep unused = earlier(with.text(name, ""), pointer + "/with/" + name);
        });
    leavings.step(kind, with, pointer);
    if (!id.isEmpty() && ids.put(id, step) != null) {
      throw file.broken(pointer + "/id", "the id '" + id + "' stands twice");
    }
    return step;
  }

  private StepKind kind(String name, String pointer) {
    return Optional.ofNullable(kinds.get(name))
        .orElseThrow(() ->
            file.broken(
                pointer,
                "there is no kind of step '"
                    + name
                    + "'; there are "
                    + String.join(", ", kinds.keySet().stream().sorted().toList())));
  }

  private Parameters with(JsonNode node, StepKind kind, String pointer) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    node.properties()
        .forEach(entry -> {
          if (!kind.parameters().contains(entry.getKey())) {
            throw file.broken(
                pointer + "/" + entry.getKey(),
                kind.kind() + " takes no parameter '" + entry.getKey() + "'");
          }
          values.put(entry.getKey(), PlanFile.texts(entry.getValue()));
        });
    values.computeIfPresent(
        "picture",
        (_, named) -> named.stream().map(name -> file.beside(name, pointer + "/picture")).toList());
    Parameters with = new Parameters(Map.copyOf(values));
    kind.objection(with)
        .ifPresent(why -> {
          throw file.broken(pointer, kind.kind() + ": " + why);
        });
    return with;
  }

  /// The measurements that a step or monitor declares, each with the limit that the set has for it.
  List<Limit> limits(
      JsonNode nodes, String id, String kind, Map<String, String> known, String pointer) {
    Map<String, Limit> found = new LinkedHashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      String at = pointer + "/" + i;
      String name = nodes.path(i).path("name").asText();
      String unit = nodes.path(i).path("unit").asText();
      check(name, unit, kind, known, at);
      Limit limit = limits.of(id, name, unit);
      if (!limit.unit().equals(unit)) {
        throw file.broken(
            at + "/unit",
            name
                + " is measured in "
                + unit
                + ", and "
                + limits.words()
                + " limits "
                + limit.unit());
      }
      measured.add(new LimitSet.Key(id, name));
      if (found.put(name, limit) != null) {
        throw file.broken(at + "/name", "the measurement '" + name + "' stands twice");
      }
    }
    return List.copyOf(found.values());
  }

  private void check(String name, String unit, String kind, Map<String, String> known, String at) {
    if (!known.containsKey(name)) {
      throw file.broken(
          at + "/name",
          kind
              + " takes no measurement '"
              + name
              + "'; it takes "
              + (known.isEmpty()
                  ? "none"
                  : String.join(", ", known.keySet().stream().sorted().toList())));
    }
    if (!unit.equals(known.get(name))) {
      throw file.broken(
          at + "/unit", name + " is measured in " + known.get(name) + ", not " + unit);
    }
  }

  private Optional<Condition> when(JsonNode node, String pointer) {
    if (!node.isObject()) {
      return Optional.empty();
    }
    if (node.has("device")) {
      String name =
          node.path("device").asText().toUpperCase(java.util.Locale.ROOT).replace('-', '_');
      return Optional.of(
          new Condition.Known(
              Condition.Fact.valueOf(name), Set.copyOf(PlanFile.texts(node.path("is")))));
    }
    String of = node.path("step").asText();
    PlannedStep step = earlier(of, pointer + "/step");
    if (node.has("came_to")) {
      return Optional.of(
          new Condition.Came(
              of,
              PlanFile.texts(node.path("came_to")).stream()
                  .map(Outcome::of)
                  .collect(Collectors.toSet())));
    }
    Limit declared = declared(step, node.path("measurement").asText(), pointer);
    return Optional.of(
        new Condition.Lies(
            of,
            new Limit(
                declared.name(),
                declared.unit(),
                LimitReader.bound(node.path("least")),
                LimitReader.bound(node.path("most")),
                0)));
  }

  /// A step that counts what another took names one that stands before it and takes that.
  private void source(PlannedStep step, String pointer) {
    String order = step.with().text("show_order", step.with().text("ordered", ""));
    if (!order.isEmpty() && !Parameters.isNumber(order)) {
      PlannedStep unused = earlier(order, pointer + "/with");
    }
    if (!step.with().has("of")) {
      return;
    }
    String of = step.with().text("of", "");
    String name = step.with().text("measurement", "");
    Limit limit = declared(earlier(of, pointer + "/with/of"), name, pointer + "/with");
    if (!limit.unit().equals(step.with().text("unit", limit.unit()))) {
      throw file.broken(
          pointer + "/with", name + " of '" + of + "' is measured in " + limit.unit());
    }
  }

  private PlannedStep earlier(String id, String pointer) {
    return Optional.ofNullable(ids.get(id))
        .orElseThrow(() -> file.broken(pointer, "no step before this one has the id '" + id + "'"));
  }

  private Limit declared(PlannedStep step, String measurement, String pointer) {
    return step.limits().stream()
        .filter(each -> each.name().equals(measurement))
        .findFirst()
        .orElseThrow(() ->
            file.broken(
                pointer, "'" + step.id() + "' declares no measurement '" + measurement + "'"));
  }
}
