package simwright.acceptance.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one plan from YAML: the schema first, then what a schema cannot say. Every refusal names
/// file, line and reason.
final class PlanReader {
  private static final Duration PHASE = Duration.ofHours(2);
  private static final Duration PLAN = Duration.ofHours(6);
  private static final Duration WATCH = Duration.ofSeconds(10);

  private final PlanFile file;
  private final LimitSet limits;
  private final PartReader parts;

  private PlanReader(PlanFile file, List<? extends StepKind> kinds, LimitSet limits) {
    this.file = file;
    this.limits = limits;
    this.parts = new PartReader(file, kinds, limits);
  }

  /// Reads a plan of anybody's; `sets` knows the limits that it may name.
  static Plan read(PlanFile file, List<? extends StepKind> kinds, LimitSets sets) {
    file.hold(PlanSchema.PLAN);
    return shipped(file, kinds, sets);
  }

  /// Reads a plan again under other limits than those it names.
  static Plan under(PlanFile file, List<? extends StepKind> kinds, LimitSet limits) {
    return new PlanReader(file, kinds, limits).plan();
  }

  /// Reads a plan that ships: a test has held it against the schema.
  static Plan shipped(PlanFile file, List<? extends StepKind> kinds, LimitSets sets) {
    JsonNode name = file.root().path("limits");
    LimitSet limits =
        name.isMissingNode()
            ? LimitSet.NONE
            : sets.named(name.asText())
                .orElseThrow(
                    () -> file.broken("/limits", "there are no limits '" + name.asText() + "'"));
    return new PlanReader(file, kinds, limits).plan();
  }

  private Plan plan() {
    JsonNode root = file.root();
    JsonNode times = root.path("phase_within_s");
    PlanPhase setup = phase("setup", times);
    PlanPhase main = phase("main", times);
    PlanPhase teardown = phase("teardown", times);
    Plan plan =
        new Plan(
            root.path("name").asText(),
            root.path("title").asText(),
            root.path("about").asText(),
            file.text(),
            file.sha256(),
            PlanFile.seconds(root.path("within_s"), PLAN),
            root.has("within_s"),
            setup,
            main,
            teardown,
            root.has("safe_state") ? Optional.of(safe(root.path("safe_state"))) : Optional.empty(),
            monitors(root.path("monitors")),
            resources(root.path("resources")),
            limits,
            derived(root.path("derived_from")),
            wear(root.path("wear")),
            PlanFile.texts(root.path("requires")));
    unused();
    parts.cleared();
    new PlanChecks(file).hold(plan);
    return plan;
  }

  private PlanPhase phase(String name, JsonNode times) {
    return new PlanPhase(
        PlanFile.seconds(times.path(name), PHASE), parts.parts(file.root().path(name), "/" + name));
  }

  private SafeState safe(JsonNode node) {
    return new SafeState(
        node.path("title").asText(),
        node.path("by_hand").asText(),
        parts.steps(node.path("steps"), "/safe_state/steps"));
  }

  private List<Monitor> monitors(JsonNode nodes) {
    List<Monitor> all = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode node = nodes.path(i);
      Watch watch = Watch.of(node.path("watch").asText()).orElseThrow();
      String id = node.path("id").asText();
      all.add(
          new Monitor(
              id,
              node.path("title").asText(),
              watch,
              PlanFile.seconds(node.path("every_s"), WATCH),
              parts.limits(
                  node.path("measure"),
                  id,
                  watch.key(),
                  watch.measures(),
                  "/monitors/" + i + "/measure")));
    }
    return List.copyOf(all);
  }

  private List<BenchResource> resources(JsonNode nodes) {
    List<BenchResource> all = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode node = nodes.path(i);
      String name = node.isObject() ? node.path("name").asText() : node.asText();
      if (all.stream().anyMatch(each -> each.name().equals(name))) {
        throw file.broken("/resources/" + i, "the resource '" + name + "' stands twice");
      }
      all.add(
          new BenchResource(
              name,
              ResourceType.of(node.path("type").asText()),
              node.path("each").asText().equals("device")));
    }
    return List.copyOf(all);
  }

  private static List<Derived> derived(JsonNode nodes) {
    List<Derived> all = new ArrayList<>();
    nodes.forEach(node ->
        all.add(
            new Derived(
                node.path("document").asText(),
                node.path("edition").asText(),
                node.path("area").asText(),
                node.path("case").asText(),
                !node.path("course").asText().equals("error"),
                node.path("commercial").asBoolean(true))));
    return List.copyOf(all);
  }

  private static Wear wear(JsonNode node) {
    return node.isObject()
        ? new Wear(
            node.path("orders").asInt(0),
            node.path("switches").asInt(0),
            node.path("test_orders").asText())
        : Wear.NONE;
  }

  /// A limit of something that is not measured would be believed to hold.
  private void unused() {
    Set<LimitSet.Key> left = new HashSet<>(limits.limits().keySet());
    left.removeAll(parts.measured());
    Optional<String> first = left.stream().map(LimitSet.Key::toString).sorted().findFirst();
    if (first.isPresent()) {
      throw file.broken(
          "/limits", limits.words() + " limits " + first.get() + ", which no step measures");
    }
  }
}
