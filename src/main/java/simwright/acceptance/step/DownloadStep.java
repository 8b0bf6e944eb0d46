package simwright.acceptance.step;

import java.util.LinkedHashMap;
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
import simwright.ask.Progress;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// Downloads the profile of one of the run's test orders (SGP.22 clause 3.1.3): parameter `order`
/// is its number, from 1, among those whose profiles carry the policy `rule` (none, ppr1, ppr2).
/// `expect` is installed, or full where a card without room may refuse it, or refused where it must
/// not be installed and, if given, one of the `codes` says why; `consent: no` rejects it as a
/// person would; `server` is how the bench's server misbehaves meanwhile, which no other can do.
/// Measures seconds, the bytes of the package, whether it was refused, and the memory that is free
/// afterwards; the profile is kept under the step's id.
public final class DownloadStep implements Step {
  private static final FaultCode NO_MEMORY = new FaultCode("es10", "load-package.10");

  @Override
  public String kind() {
    return "profile-download";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("order", "rule", "expect", "codes", "consent", "server");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    double number = with.number("order", 1);
    if (number < 1 || number > 100 || number != Math.rint(number)) {
      return Optional.of("order is a whole number from 1 to 100");
    }
    if (!Set.of("none", "ppr1", "ppr2").contains(with.text("rule", "none"))) {
      return Optional.of("rule is none, ppr1 or ppr2");
    }
    if (!Set.of("installed", "full", "refused").contains(with.text("expect", "installed"))) {
      return Optional.of("expect is installed, full or refused");
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
    return List.of(
        new Change(
            "downloads the profile of test order "
                + with.text("order", "1")
                + (rule.equals("none") ? "" : " with policy rule " + rule),
            Change.Weight.ORDERS));
  }

  @Override
  public Found run(StepContext context) {
    int number = (int) context.with().number("order", 1);
    String rule = context.with().text("rule", "none");
    List<TestOrder> orders =
        context.tools().orders().stream().filter(each -> each.rule().key().equals(rule)).toList();
    if (number <= orders.size()) {
      return ServerTrouble.during(
          context, () -> OnCard.judged(() -> download(context, orders.get(number - 1))));
    }
    boolean may = !rule.equals("none") || context.with().text("expect", "").equals("full");
    return Found.failed(
        may && number > 1 || !rule.equals("none") ? Outcome.SKIPPED : Outcome.ERROR,
        "test order "
            + number
            + (rule.equals("none") ? "" : " with policy rule " + rule)
            + " is needed, and there are "
            + orders.size(),
        Optional.of(AcceptanceCodes.NO_ORDER),
        Map.of());
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
                  order,
                  consent(context, expected),
                  Progress.none(),
                  context.deadline(),
                  context.cancel());
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
      FaultCode why = result.refused().orElse(NO_MEMORY);
      boolean full = expected.equals("full") && why.equals(NO_MEMORY);
      return full
          ? Found.passed("the card refuses it as it has no room [" + why + "]", values)
          : expected.equals("refused")
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

  private static CardWork.Consent consent(StepContext context, String expected) {
    return context.with().text("consent", "yes").equals("no")
        ? CardWork.Consent.NO
        : expected.equals("full") ? CardWork.Consent.TIGHT : CardWork.Consent.YES;
  }

  private static Found refused(StepContext context, FaultCode why, Map<String, Double> values) {
    return Codes.hold(context.with().list("codes"), why)
        ? Found.passed("refused, as it must be [" + why + "]", values)
        : Found.failed(
            Outcome.FAIL, "refused for another reason than it must be", Optional.of(why), values);
  }

  /// The free memory is asked for only where the plan wants to know.
  private static Map<String, Double> values(
      StepContext context, long start, int bytes, int refused) {
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
