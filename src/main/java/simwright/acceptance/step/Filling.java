package simwright.acceptance.step;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step.Found;
import simwright.acceptance.StepContext;
import simwright.acceptance.TestOrder;
import simwright.acceptance.plan.Outcome;
import simwright.ask.Progress;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// One download of those that fill a card until it refuses for want of memory (SGP.22 clause 5.7.6,
/// installFailedDueToInsufficientMemoryForProfile): each round takes the next order. Only the
/// refusal ends it well: a card that took all there was has not been seen to be full.
final class Filling {
  /// The card has no room.
  static final FaultCode NO_MEMORY = new FaultCode("es10", "load-package.10");

  /// The server sees from what the card tells that it has no room (SGP.22 clause 5.6.3).
  private static final FaultCode TOLD_FULL = new FaultCode("es9+", "8.1-4.8");

  private static final String FULL = "full";

  private Filling() {}

  static Found of(StepContext context) {
    String id = context.planned().id();
    if (FULL.equals(context.tools().kept().get(id))) {
      return Found.failed(Outcome.SKIPPED, "the card is full", Optional.empty(), Map.of());
    }
    int taken = context.tools().allMet(id).size();
    int number = Orders.number(context.with()) + taken;
    Optional<TestOrder> order =
        number > context.with().number("most", 0)
            ? Optional.empty()
            : Orders.of(context, context.with().text("rule", "none"), number);
    return order
        .map(each -> OnCard.judged(() -> download(context, each)))
        .orElseGet(() -> unfilled(context, number - 1, taken));
  }

  private static Found unfilled(StepContext context, int used, int taken) {
    boolean cap = used >= context.with().number("most", 0);
    return Found.failed(
        Outcome.INCONCLUSIVE,
        "the card took "
            + taken
            + (taken == 1 ? " more profile" : " more profiles")
            + " and has not refused one: "
            + (cap ? "the cap of the plan is " : "it needs more test orders than ")
            + used,
        Optional.of(AcceptanceCodes.NO_ORDER),
        Map.of());
  }

  private static Found download(StepContext context, TestOrder order) {
    CardWork card = context.tools().card();
    int before = card.read(context.deadline(), context.cancel()).profiles();
    long start = context.time().nanos();
    CardWork.Downloaded result;
    try {
      result =
          card.download(
              order, CardWork.Consent.TIGHT, Progress.none(), context.deadline(), context.cancel());
    } catch (Fault fault) {
      if (!fault.code().equals(TOLD_FULL)) {
        throw fault;
      }
      return judged(context, before, "", fault.code(), DownloadStep.values(context, start, 0, 1));
    }
    Map<String, Double> values =
        DownloadStep.values(context, start, result.packageBytes(), result.installed() ? 0 : 1);
    if (!result.installed()) {
      return judged(context, before, "", result.refused().orElse(NO_MEMORY), values);
    }
    result.profile().ifPresent(iccid -> context.tools().meet(context.planned().id(), iccid, true));
    return judged(context, before + 1, result.name(), NO_MEMORY, values);
  }

  /// By what the card itself holds then.
  private static Found judged(
      StepContext context,
      int expected,
      String installed,
      FaultCode why,
      Map<String, Double> values) {
    int now = context.tools().card().read(context.deadline(), context.cancel()).profiles();
    if (now != expected) {
      return Found.failed(
          Outcome.FAIL,
          "the card holds " + now + " profiles afterwards, not " + expected,
          Optional.of(AcceptanceCodes.OTHER_PROFILES),
          values);
    }
    if (!installed.isEmpty()) {
      return Found.passed("installed " + installed, values);
    }
    if (!Set.of(NO_MEMORY, TOLD_FULL).contains(why)) {
      return Found.failed(
          Outcome.FAIL, "it was refused for another reason", Optional.of(why), values);
    }
    context.tools().kept().put(context.planned().id(), FULL);
    return Found.passed(
        "it is refused as there is no room [" + why + "], with " + now + " profiles", values);
  }
}
