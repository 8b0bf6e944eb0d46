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
/// kept under the step's id, as the one to come home to. Measures how many are viable. What is
/// missing is named.
public final class FailoverReadyStep implements Step {
  @Override
  public String kind() {
    return "failover-ready";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("policy");
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
    context.tools().meet(context.planned().id(), card.inUse().get(), false);
    Holes.Found found =
        new Holes(policy)
            .on(
                context.tools().selection().candidates(card),
                context.device().view().get().snapshot().homeCountry(),
                context.time().now());
    Map<String, Double> values = context.declared(Map.of("viable", (double) found.viable().size()));
    return found.holes().isEmpty()
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
