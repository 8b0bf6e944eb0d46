package simwright.acceptance.step;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.device.Attachment;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// Restarts the modem and waits until it answers again; measures the seconds from the command to
/// the answer. `settle_s` is how long a modem may still answer before it goes down.
public final class RebootStep implements Step {
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final double SETTLE = 2;

  @Override
  public String kind() {
    return "reboot";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("settle_s");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    double settle = with.number("settle_s", SETTLE);
    return settle >= 0 && settle <= 60
        ? Optional.empty()
        : Optional.of("settle_s is 0 to 60 seconds");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("seconds", "s");
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(Change.sets("restarts the modem"));
  }

  @Override
  public Found run(StepContext context) {
    long start = context.time().nanos();
    Optional<FaultCode> refused = context.device().reboot();
    if (refused.isPresent()) {
      return Found.failed(Outcome.FAIL, "the modem refuses to restart", refused, Map.of());
    }
    Duration settle = Duration.ofMillis((long) (context.with().number("settle_s", SETTLE) * 1000));
    context.time().sleep(settle);
    context.device().close();
    return back(context, start);
  }

  private static Found back(StepContext context, long start) {
    while (true) {
      context.cancel().check("waiting for the restart", context.device().id());
      try {
        Attachment now = context.device().connect(context.cancel());
        double seconds = context.secondsSince(start);
        return Found.passed(
            now.snapshot().model().value().orElse("the modem") + " answers again",
            context.declared(Map.of("seconds", seconds)));
      } catch (Fault silent) {
        if (context.deadline().passed()) {
          return Found.failed(
              Outcome.TIMEOUT,
              "the modem does not answer after its restart (" + silent.code() + ")",
              Optional.of(AcceptanceCodes.TOO_LATE),
              Map.of());
        }
        context.time().sleep(PAUSE);
      }
    }
  }
}
