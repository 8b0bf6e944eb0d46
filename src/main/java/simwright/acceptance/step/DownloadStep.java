package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.TestOrder;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;

/// Downloads the profile of one of the run's test orders (SGP.22 clause 3.1.3): parameter `order`
/// is its number, from 1. Measures the seconds and the bytes of the package; the profile is kept
/// under the step's id.
public final class DownloadStep implements Step {
  @Override
  public String kind() {
    return "profile-download";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("order");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    double number = with.number("order", 1);
    return number >= 1 && number <= 100 && number == Math.rint(number)
        ? Optional.empty()
        : Optional.of("order is a whole number from 1 to 100");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("seconds", "s", "package", "bytes");
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(
        new Change(
            "downloads the profile of test order " + with.text("order", "1"),
            Change.Weight.ORDERS));
  }

  @Override
  public Found run(StepContext context) {
    int number = (int) context.with().number("order", 1);
    List<TestOrder> orders = context.tools().orders();
    if (number > orders.size()) {
      return Found.failed(
          Outcome.ERROR,
          "test order " + number + " is needed, and there are " + orders.size(),
          Optional.of(AcceptanceCodes.NO_ORDER),
          Map.of());
    }
    return OnCard.judged(() -> download(context, orders.get(number - 1)));
  }

  private static Found download(StepContext context, TestOrder order) {
    long start = context.time().nanos();
    CardWork.Downloaded result =
        context.tools().card().download(order, context.deadline(), context.cancel());
    Map<String, Double> values =
        context.declared(
            Map.of(
                "seconds", context.secondsSince(start), "package", (double) result.packageBytes()));
    if (!result.installed()) {
      return Found.failed(Outcome.FAIL, "the card did not install it", Optional.empty(), values);
    }
    result.profile().ifPresent(iccid -> context.tools().meet(context.planned().id(), iccid, true));
    return Found.passed("installed " + result.name(), values);
  }
}
