package simwright.acceptance.step;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.identity.Iccid;

/// Puts a profile in use while the link is used: pings go to `host` one after the other before,
/// during and after the swap, until one comes back over the profile of the step `profile`. Measures
/// the seconds of the swap with its proof, how many pings were sent, the percentage that was lost,
/// and the outage: the longest time between two that came back. Without an answer before the swap
/// there was no load, and nothing is proven; without one after it the swap failed.
public final class LoadedSwitchStep implements Step {
  private static final Duration PAUSE = Duration.ofMillis(300);

  @Override
  public String kind() {
    return "profile-enable-loaded";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("profile", "host");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return OnCard.named(with).or(() -> new PingStep().objection(with));
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("seconds", "s", "outage", "s", "pings", "pings", "loss", "%");
  }

  @Override
  public List<Change> changes(Parameters with) {
    return new SwitchStep(true).changes(with);
  }

  @Override
  public Found run(StepContext context) {
    Optional<Iccid> profile = OnCard.profile(context);
    return profile.isEmpty()
        ? OnCard.unmet(context)
        : OnCard.judged(() -> swap(context, profile.get()));
  }

  private static Found swap(StepContext context, Iccid iccid) {
    CardWork card = context.tools().card();
    if (card.read(context.deadline(), context.cancel()).inUse().equals(Optional.of(iccid))) {
      return inconclusive("it is in use already, so nothing was swapped", Map.of());
    }
    Load load = new Load(context);
    if (!load.once()) {
      return inconclusive(load.why(), Map.of());
    }
    long start = context.time().nanos();
    CardWork.Switched outcome;
    load.begin();
    try {
      outcome = card.enable(iccid, context.deadline(), context.cancel());
    } finally {
      load.end();
    }
    double seconds = context.secondsSince(start);
    boolean back = load.once();
    while (!back && !context.deadline().passed()) {
      context.cancel().check("waiting for a ping to come back", context.device().id());
      context.time().sleep(PAUSE);
      back = load.once();
    }
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("seconds", seconds);
    values.put("outage", load.outage());
    values.put("pings", (double) load.sent());
    values.put("loss", load.loss());
    return judged(outcome, back, load, context.declared(values));
  }

  private static Found judged(
      CardWork.Switched outcome, boolean back, Load load, Map<String, Double> values) {
    if (!outcome.proven()) {
      return Found.failed(
          Outcome.FAIL, "it did not come up: " + outcome.missing(), Optional.empty(), values);
    }
    if (load.broken()) {
      return inconclusive(load.words(), values);
    }
    return back
        ? Found.passed("in use; " + load.words(), values)
        : Found.failed(
            Outcome.FAIL,
            "no ping came back over the new profile; " + load.words(),
            Optional.empty(),
            values);
  }

  private static Found inconclusive(String why, Map<String, Double> values) {
    return Found.failed(Outcome.INCONCLUSIVE, why, Optional.empty(), values);
  }
}
