package simwright.acceptance.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a plan must keep as a whole: no two groups wait for each other's resources, and what it
/// uses up is within the cap it names.
final class PlanChecks {
  private final PlanFile file;

  /// Which resources are taken while another is held.
  private final Map<String, Set<String>> after = new HashMap<>();

  PlanChecks(PlanFile file) {
    this.file = file;
  }

  void hold(Plan plan) {
    for (PlanPhase phase : List.of(plan.setup(), plan.main(), plan.teardown())) {
      phase.parts().forEach(part -> locks(plan, part, List.of()));
    }
    plan.safe().stream()
        .flatMap(safe -> safe.steps().stream())
        .filter(step -> step.with().has("resource"))
        .forEach(step -> {
          String unused = typed(plan, step);
        });
    after.keySet().forEach(this::cycle);
    criteria(plan);
    cap(plan, Change.Weight.ORDERS, plan.wear().orders(), "orders");
    cap(plan, Change.Weight.SWITCHES, plan.wear().switches(), "switches");
  }

  private void locks(Plan plan, PlanPart part, List<String> held) {
    switch (part) {
      case PlannedStep step -> macro(plan, step, held);
      case Repeat repeat -> repeat.body().forEach(each -> locks(plan, each, held));
      case Parallel parallel -> parallel.branches().forEach(each -> locks(plan, each, held));
      case Group group -> {
        List<String> now = taken(plan, group, held);
        List.of(group.setup(), group.main(), group.teardown())
            .forEach(parts -> parts.forEach(each -> locks(plan, each, now)));
      }
    }
  }

  /// A step that works a resource names one of a type that can do so, and holds it.
  private void macro(Plan plan, PlannedStep step, List<String> held) {
    if (step.with().has("resource")) {
      String name = typed(plan, step);
      if (!held.contains(name)) {
        throw file.broken(
            "/resources",
            "step '" + step.title() + "' works '" + name + "', which no group around it holds");
      }
    }
  }

  /// The name of the resource that a step works; the plan knows it, with that macro.
  private String typed(Plan plan, PlannedStep step) {
    String name = step.with().text("resource", "");
    List<String> macros =
        plan.resource(name)
            .flatMap(BenchResource::type)
            .map(ResourceType::macros)
            .orElseThrow(() ->
                file.broken(
                    "/resources",
                    "step '"
                        + step.title()
                        + "' works '"
                        + name
                        + "', which the plan does not name with a type"));
    if (!macros.contains(step.with().text("do", ""))) {
      throw file.broken(
          "/resources",
          "step '" + step.title() + "': '" + name + "' can " + String.join(", ", macros));
    }
    return name;
  }

  private List<String> taken(Plan plan, Group group, List<String> held) {
    Deque<String> now = new ArrayDeque<>(held);
    for (String resource : group.hold()) {
      if (plan.resource(resource).isEmpty()) {
        throw file.broken(
            "/resources",
            "group '" + group.title() + "' holds '" + resource + "', which the plan does not name");
      }
      if (now.contains(resource)) {
        throw file.broken(
            "",
            "group '"
                + group.title()
                + "' takes '"
                + resource
                + "', which is held around it already");
      }
      now.forEach(before -> after.computeIfAbsent(before, _ -> new TreeSet<>()).add(resource));
      now.addLast(resource);
    }
    return List.copyOf(now);
  }

  /// Two groups that take the same resources in another order may wait for each other for ever.
  private void cycle(String from) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(after.getOrDefault(from, Set.of()));
    while (!open.isEmpty()) {
      String next = open.removeFirst();
      if (next.equals(from)) {
        throw file.broken(
            "/resources",
            "'"
                + from
                + "' is taken while another resource is held, and that one while '"
                + from
                + "' is: such groups may wait for each other for ever");
      }
      if (seen.add(next)) {
        open.addAll(after.getOrDefault(next, Set.of()));
      }
    }
  }

  /// A drill is judged by criteria that were written before it.
  private void criteria(Plan plan) {
    boolean judged =
        plan.limits().limits().entrySet().stream()
            .anyMatch(each ->
                each.getKey().measurement().equals("payload")
                    && each.getValue().most().isPresent());
    if (plan.drill() && !judged) {
      throw file.broken(
          "/limits",
          "a drill is judged by criteria written before it: limits that say how long its payload"
              + " may take at most");
    }
  }

  private void cap(Plan plan, Change.Weight weight, int cap, String what) {
    long most = plan.uses(weight);
    if (most > cap) {
      throw file.broken(
          "/wear",
          "it may use " + most + " " + what + ", and its cap (wear: " + what + ") is " + cap);
    }
  }
}
