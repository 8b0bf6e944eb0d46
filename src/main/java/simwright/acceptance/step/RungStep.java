package simwright.acceptance.step;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.device.Rung;

/// Waits until a rung of the ladder holds; measures the seconds it took. A rung that fails for good
/// ends it at the time limit with its cause.
public record RungStep(String kind, Rung.Step rung) implements Step {
  private static final Duration PAUSE = Duration.ofMillis(400);

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("seconds", "s");
  }

  @Override
  public Found run(StepContext context) {
    long start = context.time().nanos();
    while (true) {
      context.cancel().check("waiting for " + kind, context.device().id());
      Rung now = lowest(context);
      double seconds = context.secondsSince(start);
      Map<String, Double> values = context.declared(Map.of("seconds", seconds));
      if (now.state() == Rung.State.PASSED) {
        return Found.passed(now.words(), values);
      }
      if (context.deadline().passed()) {
        boolean failed = now.state() == Rung.State.FAILED;
        return Found.failed(
            failed ? Outcome.FAIL : Outcome.TIMEOUT,
            "rung " + now.step().name().toLowerCase(Locale.ROOT) + ": " + now.words(),
            now.code().or(() -> Optional.of(AcceptanceCodes.TOO_LATE)),
            Map.of());
      }
      context.time().sleep(PAUSE);
    }
  }

  /// The first rung up to this step's that does not hold, else this step's own.
  private Rung lowest(StepContext context) {
    return context.device().refresh(context.cancel()).snapshot().ladder().stream()
        .filter(each -> each.step().compareTo(rung) <= 0)
        .filter(each -> each.state() != Rung.State.PASSED || each.step() == rung)
        .findFirst()
        .orElseThrow();
  }
}
