package simwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.acceptance.plan.BenchResource;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Plan;

/// A plan as a row among others, or as all there is to say of it.
record PlanWords(Plan plan) {
  private static final String NOTHING = "-";

  /// One row a plan, under a head.
  static List<List<String>> table(List<Plan> plans) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("PLAN", "TITLE", "STEPS", "WEAR", "NEEDS"));
    plans.forEach(plan -> rows.add(new PlanWords(plan).row()));
    return rows;
  }

  private List<String> row() {
    return List.of(
        plan.name(),
        plan.title(),
        Integer.toString(plan.size()),
        wear(),
        needed().isEmpty() ? NOTHING : String.join(", ", needed()));
  }

  /// What it takes of the bench, and what a person has to say with it.
  List<String> needed() {
    return Stream.concat(plan.resources().stream().map(BenchResource::name), asked()).toList();
  }

  private Stream<String> asked() {
    return plan.requires().stream()
        .map(part -> part.equals("bench") ? "--bench-name" : "--" + part);
  }

  /// What it uses up at most.
  private String wear() {
    List<String> all = new ArrayList<>();
    if (plan.wear().orders() > 0) {
      all.add(count(plan.wear().orders(), "order"));
    }
    if (plan.wear().switches() > 0) {
      all.add(count(plan.wear().switches(), "switch"));
    }
    if (plan.uses(Change.Weight.DELETES) > 0) {
      all.add("deletes");
    }
    return all.isEmpty() ? NOTHING : String.join(", ", all);
  }

  private static String count(int number, String what) {
    String many = what.endsWith("ch") ? what + "es" : what + "s";
    return number + " " + (number == 1 ? what : many);
  }

  /// All there is to say of it.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(plan.name());
    lines.add("  " + plan.about());
    if (!plan.resources().isEmpty()) {
      lines.add(
          "  It needs of the bench: "
              + plan.resources().stream()
                  .map(BenchResource::name)
                  .collect(Collectors.joining(", ")));
    }
    if (!plan.requires().isEmpty()) {
      lines.add("  You have to say: " + asked().collect(Collectors.joining(", ")));
    }
    lines.addAll(new DryRun(plan).lines().stream().map(line -> "  " + line).toList());
    return lines;
  }
}
