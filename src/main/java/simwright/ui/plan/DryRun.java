package simwright.ui.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Derived;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.PlannedStep;
import simwright.ui.fx.Ages;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.State;

/// What a plan would do, without running it: in a few sentences, and every change of a device in
/// the order in which it would be made.
record DryRun(List<String> about, List<Line> changes, List<String> derived) {
  /// A change: the step, what it does, how it weighs.
  record Line(State state, String step, String change, String weight) {}

  static DryRun of(Plan plan) {
    List<Line> changes = new ArrayList<>();
    plan.each().forEach(step -> step.changes().forEach(change -> changes.add(line(step, change))));
    return new DryRun(about(plan, changes), changes, derived(plan));
  }

  private static Line line(PlannedStep step, Change change) {
    return new Line(
        switch (change.weight()) {
          case SETS -> State.IDLE;
          case SWITCHES -> State.MARGINAL;
          case ORDERS, DELETES -> State.ERROR;
        },
        DeviceText.literal(step.title()),
        DeviceText.literal(change.words()),
        switch (change.weight()) {
          case SETS -> Text.of("plan.weight.sets");
          case SWITCHES -> Text.of("plan.weight.switches");
          case ORDERS -> Text.of("plan.weight.orders");
          case DELETES -> Text.of("plan.weight.deletes");
        });
  }

  private static List<String> about(Plan plan, List<Line> changes) {
    List<String> all = new ArrayList<>();
    all.add(Text.format("plan.steps", plan.size(), length(plan.within())));
    all.add(Text.format("plan.limits", DeviceText.literal(plan.limits().words())));
    long gone = changes.stream().filter(line -> line.state() == State.ERROR).count();
    all.add(
        changes.isEmpty()
            ? Text.of("plan.changes.none")
            : Text.format("plan.changes", changes.size(), gone));
    if (plan.wear().orders() + plan.wear().switches() > 0) {
      String which = plan.wear().which();
      all.add(
          Text.format(
              "plan.wear",
              plan.wear().orders(),
              which.isEmpty() ? Text.of("plan.orders.none") : DeviceText.literal(which),
              plan.wear().switches()));
    }
    all.add(
        plan.safe()
            .map(safe -> Text.format("plan.safe", DeviceText.literal(safe.title())))
            .orElse(Text.of("plan.safe.none")));
    return List.copyOf(all);
  }

  private static List<String> derived(Plan plan) {
    return plan.derived().stream().map(DryRun::words).toList();
  }

  private static String words(Derived from) {
    String words =
        Text.format(
            "plan.derived",
            from.document(),
            from.edition(),
            from.test().isEmpty() ? from.area() : from.area() + ", " + from.test());
    return DeviceText.literal(words)
        + (from.nominal() ? "" : Text.of("plan.derived.error"))
        + (from.commercial() ? "" : Text.of("plan.derived.test-card"));
  }

  private static String length(Duration within) {
    return Ages.length(within);
  }
}
