package simwright.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.PlannedStep;

/// What a plan would change on a device, step by step, without running it.
record DryRun(Plan plan) {
  private record Line(PlannedStep step, Change change) {}

  private List<Line> changes() {
    List<Line> all = new ArrayList<>();
    plan.each().forEach(step -> step.changes().forEach(each -> all.add(new Line(step, each))));
    return all;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        plan.title()
            + ": "
            + plan.size()
            + " steps, at most "
            + minutes(plan.within())
            + " and the teardown; judged by "
            + plan.limits().words());
    if (changes().isEmpty()) {
      lines.add("It changes nothing on the device.");
    }
    lines.addAll(told());
    if (plan.wear().orders() + plan.wear().switches() > 0) {
      lines.add(
          "It may use up to "
              + plan.wear().orders()
              + " orders ("
              + (plan.wear().which().isEmpty() ? "none" : plan.wear().which())
              + ") and "
              + plan.wear().switches()
              + " profile switches.");
    }
    plan.safe().ifPresent(safe -> lines.add("Afterwards, whatever happens: " + safe.title() + "."));
    return lines;
  }

  /// Every change in its order; the same one again and again is told once, with how often.
  private List<String> told() {
    List<String> all = changes().stream().map(DryRun::words).toList();
    List<String> told = new ArrayList<>();
    int same = 0;
    for (int i = 0; i < all.size(); i++) {
      same++;
      if (i == all.size() - 1 || !all.get(i + 1).equals(all.get(i))) {
        told.add(all.get(i) + (same > 1 ? " × " + same : ""));
        same = 0;
      }
    }
    return told;
  }

  private static String words(Line line) {
    return (line.change().weight().irreversible() ? "▲ " : "  ")
        + line.step().title()
        + ": "
        + line.change().words()
        + words(line.change().weight());
  }

  private static String words(Change.Weight weight) {
    return switch (weight) {
      case SETS -> "";
      case SWITCHES -> " (a profile switch)";
      case ORDERS -> " (uses an order)";
      case DELETES -> " (cannot be undone)";
    };
  }

  private static String minutes(Duration within) {
    return within.toSeconds() < 120 ? within.toSeconds() + " s" : within.toMinutes() + " min";
  }

  Map<String, Object> node() {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("plan", plan.name());
    node.put("planSha256", plan.sha256());
    node.put("limits", plan.limits().name());
    node.put("steps", plan.size());
    node.put("withinSeconds", plan.within().toSeconds());
    node.put(
        "changes",
        changes().stream()
            .map(line -> {
              Map<String, Object> each = new LinkedHashMap<>();
              each.put("step", line.step().title());
              each.put("kind", line.step().kind());
              each.put("change", line.change().words());
              each.put("weight", line.change().weight().name().toLowerCase(Locale.ROOT));
              each.put("irreversible", line.change().weight().irreversible());
              return each;
            })
            .toList());
    node.put("orders", plan.wear().orders());
    node.put("switches", plan.wear().switches());
    node.put("testOrders", plan.wear().which());
    node.put("safeState", plan.safe().map(safe -> safe.title()).orElse(null));
    return node;
  }
}
