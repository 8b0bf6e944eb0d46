package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.TestOrder;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.ask.Progress;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// Downloads the profile of one of the run's test orders (SGP.22 clause 3.1.3): parameter `order`
/// is its number, from 1, among those whose profiles carry the policy `rule` (none, ppr1, ppr2).
/// `expect` is installed, or refused where it must not be installed and, if given, one of the
/// `codes` says why; or full in a repeat that fills the card, each time with the next order until
/// the card refuses for want of memory: orders or `most` used up before that prove nothing.
/// `consent: no` rejects it as a person would; `server` is how the bench's server misbehaves
/// meanwhile, which no other can do. Measures seconds, the bytes of the package, whether it was
/// refused, and the memory that is free afterwards; the profile is kept under the step's id.
public final class DownloadStep implements Step {
  @Override
  public String kind() {
    return "profile-download";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("order", "rule", "expect", "codes", "consent", "server", "most");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    Optional<String> order = Orders.objection(with);
    if (order.isPresent()) {
      return order;
    }
    if (!Set.of("none", "ppr1", "ppr2").contains(with.text("rule", "none"))) {
      return Optional.of("rule is none, ppr1 or ppr2");
    }
    if (!Set.of("installed", "full", "refused").contains(with.text("expect", "installed"))) {
      return Optional.of("expect is installed, full or refused");
    }
    if (with.has("most") != with.text("expect", "").equals("full")) {
      return Optional.of("expect: full goes with most, the orders that it may use up");
    }
    return Set.of("yes", "no").contains(with.text("consent", "yes"))
        ? Codes.objection(with.list("codes"))
        : Optional.of("consent is yes or no");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("seconds", "s", "package", "bytes", "refused", "downloads", "free", "bytes");
  }

  @Override
  public List<Change> changes(Parameters with) {
    String rule = with.text("rule", "none");
    String which =
        with.has("most")
            ? "test orders "
                + with.text("order", "1")
                + " to "
                + with.text("most", "")
                + " one by one until the card refuses"
            : "test order " + with.text("order", "1");
    return List.of(
        new Change(
            "downloads the profile of "
                + which
                + (rule.equals("none") ? "" : " with policy rule " + rule),
            Change.Weight.ORDERS));
  }

  @Override
  public Set<String> alters(Parameters with, Predicate<String> own) {
    return with.has("server") ? Set.of(ServerTrouble.LEFT) : Set.of();
  }

  @Override
  public Found run(StepContext context) {
    if (context.with().text("expect", "").equals("full")) {
      return Filling.of(context);
    }
    int number = Orders.number(context.with());
    String rule = context.with().text("rule", "none");
    Outcome without = rule.equals("none") ? Outcome.ERROR : Outcome.SKIPPED;
    return Orders.of(context, rule, number)
        .map(order ->
            ServerTrouble.during(context, () -> OnCard.judged(() -> download(context, order))))
        .orElseGet(() -> Orders.missing(context, without, rule, number));
  }

  private static Found download(StepContext context, TestOrder order) {
    String expected = context.with().text("expect", "installed");
    long start = context.time().nanos();
    CardWork.Downloaded result;
    try {
      result =
          context
              .tools()
              .card()
              .download(
                  order, consent(context), Progress.none(), context.deadline(), context.cancel());
    } catch (Fault refused) {
      if (!expected.equals("refused") || OnCard.bench(refused)) {
        throw refused;
      }
      return refused(context, refused.code(), values(context, start, 0, 1));
    }
    Map<String, Double> values =
        values(context, start, result.packageBytes(), result.installed() ? 0 : 1);
    result.profile().ifPresent(iccid -> context.tools().meet(context.planned().id(), iccid, true));
    if (!result.installed()) {
      FaultCode why = result.refused().orElse(Filling.NO_MEMORY);
      return expected.equals("refused")
          ? refused(context, why, values)
          : Found.failed(Outcome.FAIL, "the card did not install it", Optional.of(why), values);
    }
    return expected.equals("refused")
        ? Found.failed(
            Outcome.FAIL,
            "installed " + result.name() + ", which had to be refused",
            Optional.empty(),
            values)
        : Found.passed("installed " + result.name(), values);
  }

  private static CardWork.Consent consent(StepContext context) {
    return context.with().text("consent", "yes").equals("no")
        ? CardWork.Consent.NO
        : CardWork.Consent.YES;
  }

  private static Found refused(StepContext context, FaultCode why, Map<String, Double> values) {
    return Codes.hold(context.with().list("codes"), why)
        ? Found.passed("refused, as it must be [" + why + "]", values)
        : Found.failed(
            Outcome.FAIL, "refused for another reason than it must be", Optional.of(why), values);
  }

  /// The free memory is asked for only where the plan wants to know.
  static Map<String, Double> values(StepContext context, long start, int bytes, int refused) {
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("seconds", context.secondsSince(start));
    all.put("package", (double) bytes);
    all.put("refused", (double) refused);
    if (context.planned().declares("free")) {
      all.put(
          "free",
          (double) context.tools().card().read(context.deadline(), context.cancel()).free());
    }
    return context.declared(all);
  }
}
