package simwright.acceptance.step;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.failover.Candidate;
import simwright.failover.Holes;
import simwright.failover.policy.Policy;

/// The device has what a policy (`policy`, or the first that knows the country here) wants there
/// before anything goes wrong: enough profiles that may be used where it is, staged ones and
/// fallback ones among them; a fallback is the last resort and no standby. The profile in use is
/// kept under the step's id, as the one to come home to, and the country it is at home in.
/// `standby: fetched` asks for no others, as the drill fetches its standby itself. Measures how
/// many are viable. What is missing is named. A drill does not begin where its rules
/// (`battery_least`, `celsius_most`) would break it off.
public final class FailoverReadyStep implements Step {
  private static final String STANDBY = "standby";
  private static final String FETCHED = "fetched";

  @Override
  public String kind() {
    return "failover-ready";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("policy", STANDBY, AbortRules.BATTERY, AbortRules.HEAT);
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return Set.of("staged", FETCHED).contains(with.text(STANDBY, "staged"))
        ? AbortRules.objection(with)
        : Optional.of("standby is staged or fetched");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("viable", "profiles");
  }

  @Override
  public Found run(StepContext context) {
    return OnCard.judged(() -> ready(context, Switchover.policy(context)));
  }

  private static Found ready(StepContext context, Policy policy) {
    CardWork.Reading card = context.tools().card().read(context.deadline(), context.cancel());
    if (card.inUse().isEmpty()) {
      return hole("no profile is in use", Map.of());
    }
    String id = context.planned().id();
    context.tools().meet(id, card.inUse().get(), false);
    Optional<String> country = context.device().view().get().snapshot().homeCountry();
    country.ifPresent(here -> context.tools().kept().put(id, here));
    Optional<String> rule = new AbortRules(context).broken();
    if (rule.isPresent()) {
      return AbortRules.stopped(rule.get(), Map.of());
    }
    Holes.Found found =
        new Holes(policy)
            .on(context.tools().selection().candidates(card), country, context.time().now());
    Map<String, Double> values = context.declared(Map.of("viable", (double) found.viable().size()));
    boolean fetched = context.with().text(STANDBY, "staged").equals(FETCHED);
    return fetched || found.holes().isEmpty()
        ? Found.passed(
            found.viable().size()
                + " profiles may be used in "
                + found.region()
                + ": "
                + String.join(", ", found.viable().stream().map(Candidate::name).toList()),
            values)
        : hole(found.words(), values);
  }

  private static Found hole(String what, Map<String, Double> values) {
    return Found.failed(Outcome.FAIL, "a hole: " + what, Optional.of(AcceptanceCodes.HOLE), values);
  }
}
