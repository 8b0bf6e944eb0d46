package simwright.acceptance.step;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;

/// Waits until a device that a congested network refused is registered again, and measures the
/// seconds since it was refused: since the step `told` heard of it, whenever the bench or a person
/// ended the trouble. Where that took longer than the `back_off_s` that the network gave it (T3346,
/// 3GPP TS 24.301 clause 5.3.9), nobody can tell whether it waited.
public final class BackOffStep implements Step {
  private static final Duration PAUSE = Duration.ofMillis(400);

  @Override
  public String kind() {
    return "back-off";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("told", "back_off_s");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return with.text("told", "").isEmpty() || !(with.number("back_off_s", 0) > 0)
        ? Optional.of("told is the step that heard of the refusal, and back_off_s how long it is")
        : Optional.empty();
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("seconds", "s");
  }

  @Override
  public Found run(StepContext context) {
    String told = context.with().text("told", "");
    Optional<Double> since = context.secondsSinceEnd(told);
    if (since.isEmpty()) {
      return inconclusive("nobody heard of a refusal ('" + told + "')");
    }
    if (since.get() >= context.with().number("back_off_s", 0)) {
      return inconclusive(
          "the network took it again only "
              + since.get()
              + " s after the refusal, when its time was over: whether it waited is not known");
    }
    while (!context.device().refresh(context.cancel()).snapshot().registered()) {
      context.cancel().check("waiting for the end of a back-off", context.device().id());
      if (context.deadline().passed()) {
        return Found.failed(
            Outcome.FAIL,
            "it is not registered again",
            Optional.of(AcceptanceCodes.TOO_LATE),
            Map.of());
      }
      context.time().sleep(PAUSE);
    }
    double seconds = context.secondsSinceEnd(told).orElse(0.0);
    return Found.passed(
        "registered again " + seconds + " s after it was refused",
        context.declared(Map.of("seconds", seconds)));
  }

  private static Found inconclusive(String why) {
    return Found.failed(Outcome.INCONCLUSIVE, why, Optional.of(AcceptanceCodes.NOT_DONE), Map.of());
  }
}
