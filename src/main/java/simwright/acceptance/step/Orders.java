package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step.Found;
import simwright.acceptance.StepContext;
import simwright.acceptance.TestOrder;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;

/// Which test order of the run a step means: parameter `order`, from 1, among those of a rule.
final class Orders {
  private static final int MOST = 100;

  private Orders() {}

  /// Why the number cannot be used; empty where it can.
  static Optional<String> objection(Parameters with) {
    double number = with.number("order", 1);
    return number >= 1 && number <= MOST && number == Math.rint(number)
        ? Optional.empty()
        : Optional.of("order is a whole number from 1 to " + MOST);
  }

  static int number(Parameters with) {
    return (int) with.number("order", 1);
  }

  /// The order of a number; empty where there are not so many.
  static Optional<TestOrder> of(StepContext context, String rule, int number) {
    List<TestOrder> all = all(context, rule);
    return number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
  }

  /// There are not so many, which says nothing of the device.
  static Found missing(StepContext context, Outcome outcome, String rule, int number) {
    String kind = rule.equals("none") ? "" : " with policy rule " + rule;
    int there = all(context, rule).size();
    return Found.failed(
        outcome,
        "the plan needs "
            + number
            + (number == 1 ? " test order" : " test orders")
            + kind
            + " for this device, and "
            + (there == 1 ? "there is 1" : "there are " + there),
        Optional.of(AcceptanceCodes.NO_ORDER),
        Map.of());
  }

  private static List<TestOrder> all(StepContext context, String rule) {
    return context.tools().orders().stream()
        .filter(each -> each.rule().key().equals(rule))
        .toList();
  }
}
