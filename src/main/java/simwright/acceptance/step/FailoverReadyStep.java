package simwright.acceptance.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.catalog.Use;
import simwright.failover.Candidate;
import simwright.failover.policy.Keep;
import simwright.failover.policy.Policy;
import simwright.failover.policy.Region;

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
    Optional<Region> here =
        context
            .device()
            .view()
            .get()
            .snapshot()
            .homeCountry()
            .or(policy::assumed)
            .flatMap(policy::region);
    List<Candidate> viable =
        context.tools().selection().candidates(card).stream()
            .filter(each -> each.barred().isEmpty())
            .filter(each -> here.map(region -> region.authorises(each.operator())).orElse(true))
            .toList();
    Map<String, Double> values = context.declared(Map.of("viable", (double) viable.size()));
    List<String> missing = missing(policy.keep(), viable);
    String where = here.map(Region::name).orElse("a country that the policy does not know");
    return missing.isEmpty()
        ? Found.passed(
            viable.size() + " profiles may be used in " + where + ": " + names(viable), values)
        : hole("in " + where + " " + String.join("; ", missing), values);
  }

  private static List<String> missing(Keep keep, List<Candidate> viable) {
    List<String> missing = new ArrayList<>();
    String there = viable.isEmpty() ? "none" : names(viable);
    if (viable.size() < keep.viable()) {
      missing.add(
          "the policy wants "
              + keep.viable()
              + " profiles that may be used, and the card has "
              + viable.size()
              + " ("
              + there
              + ")");
    }
    long staged =
        viable.stream().filter(each -> each.staged() && each.use() != Use.FALLBACK).count();
    if (staged < keep.staged()) {
      missing.add("no standby is staged: " + keep.staged() + " wanted, " + staged + " there");
    }
    long fallback = viable.stream().filter(each -> each.use() == Use.FALLBACK).count();
    if (fallback < keep.fallback()) {
      missing.add("no fallback is there: " + keep.fallback() + " wanted, " + fallback + " there");
    }
    return List.copyOf(missing);
  }

  private static String names(List<Candidate> all) {
    return String.join(", ", all.stream().map(Candidate::name).toList());
  }

  private static Found hole(String what, Map<String, Double> values) {
    return Found.failed(Outcome.FAIL, "a hole: " + what, Optional.of(AcceptanceCodes.HOLE), values);
  }
}
