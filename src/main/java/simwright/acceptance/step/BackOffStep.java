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
/// ended the trouble. One that is back before the `back_off_s` that the network gave it (T3346,
/// 3GPP TS 24.301 clause 5.3.9) did not wait, which fails; as the refusal is heard late, `early_s`
/// before them (1 unless said) still count as waited. It waited where it was seen away when they
/// began, by a network that would have taken it; all else tells nothing.
public final class BackOffStep implements Step {
  private static final Duration PAUSE = Duration.ofMillis(100);

  @Override
  public String kind() {
    return "back-off";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("told", "back_off_s", "early_s");
  }

  @Override
  public Set<String> earlier() {
    return Set.of("told");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    if (with.text("told", "").isEmpty() || !(with.number("back_off_s", 0) > 0)) {
      return Optional.of(
          "told is the step that heard of the refusal, and back_off_s how long it is");
    }
    return early(with) >= 0 && due(with) > 0
        ? Optional.empty()
        : Optional.of("early_s is from 0 up to less than back_off_s");
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
    if (since.get() >= due(context.with())) {
      return inconclusive(
          "the network took it again only "
              + since.get()
              + " s after the refusal, when its time was all but over: whether it waited is not"
              + " known");
    }
    return watched(context, told);
  }

  /// Looks again and again. It was away when a look at it began that found it so, and back when one
  /// that found it so was over.
  private static Found watched(StepContext context, String told) {
    double away = 0;
    while (true) {
      double looked = context.secondsSinceEnd(told).orElse(0.0);
      if (context.device().refresh(context.cancel()).snapshot().registered()) {
        return judged(context, away, context.secondsSinceEnd(told).orElse(0.0));
      }
      away = looked;
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
  }

  private static Found judged(StepContext context, double away, double back) {
    Map<String, Double> values = context.declared(Map.of("seconds", back));
    double due = due(context.with());
    if (back < due) {
      return Found.failed(
          Outcome.FAIL,
          "registered again "
              + back
              + " s after it was refused; it was told to stay away for "
              + context.with().text("back_off_s", "")
              + " s",
          Optional.of(AcceptanceCodes.NOT_WAITED),
          values);
    }
    return away >= due
        ? Found.passed("registered again " + back + " s after it was refused", values)
        : Found.failed(
            Outcome.INCONCLUSIVE,
            "it came back between "
                + away
                + " and "
                + back
                + " s after it was refused, and nobody could look meanwhile: whether it waited is"
                + " not known",
            Optional.of(AcceptanceCodes.NOT_DONE),
            values);
  }

  private static double early(Parameters with) {
    return with.number("early_s", 1);
  }

  /// From when on it may be back.
  private static double due(Parameters with) {
    return with.number("back_off_s", 0) - early(with);
  }

  private static Found inconclusive(String why) {
    return Found.failed(Outcome.INCONCLUSIVE, why, Optional.of(AcceptanceCodes.NOT_DONE), Map.of());
  }
}
