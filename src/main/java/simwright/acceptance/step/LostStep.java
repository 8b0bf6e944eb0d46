package simwright.acceptance.step;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;

/// Waits until the modem tells that it is not registered any more; measures the seconds. One that
/// goes on telling a service that is not there fails.
public final class LostStep implements Step {
  private static final Duration PAUSE = Duration.ofMillis(400);

  @Override
  public String kind() {
    return "service-lost";
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("seconds", "s");
  }

  @Override
  public Found run(StepContext context) {
    long start = context.time().nanos();
    while (context.device().refresh(context.cancel()).snapshot().registered()) {
      context.cancel().check("waiting for the service to be lost", context.device().id());
      if (context.deadline().passed()) {
        return Found.failed(
            Outcome.FAIL,
            "the modem still tells that it is registered",
            Optional.of(AcceptanceCodes.TOO_LATE),
            Map.of());
      }
      context.time().sleep(PAUSE);
    }
    return Found.passed(
        "not registered", context.declared(Map.of("seconds", context.secondsSince(start))));
  }
}
