package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.device.PingResult;

/// Pings a host through the modem: loss in percent, round trip in milliseconds. Skipped where the
/// family has no command for it.
public final class PingStep implements Step {
  @Override
  public String kind() {
    return "ping";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("host", "lost");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return with.text("host", PingResult.USUAL_HOST).matches("[A-Za-z0-9.:-]{1,253}")
        ? lost(with)
        : Optional.of("host is a name or an address");
  }

  private static Optional<String> lost(Parameters with) {
    return Set.of("fails", "is-measured").contains(with.text("lost", "fails"))
        ? Optional.empty()
        : Optional.of("lost is fails or is-measured");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("loss", "%", "round-trip", "ms");
  }

  @Override
  public Found run(StepContext context) {
    Optional<PingResult> result =
        context.device().ping(context.with().text("host", PingResult.USUAL_HOST));
    if (result.isEmpty()) {
      return Found.failed(
          Outcome.SKIPPED, "the family has no ping command", Optional.empty(), Map.of());
    }
    PingResult ping = result.get();
    Map<String, Double> values = new LinkedHashMap<>();
    if (ping.sent() > 0) {
      values.put("loss", 100.0 * (ping.sent() - ping.received()) / ping.sent());
    }
    ping.averageMillis().ifPresent(ms -> values.put("round-trip", ms.doubleValue()));
    Map<String, Double> declared = context.declared(values);
    boolean held = ping.received() > 0 || context.with().text("lost", "").equals("is-measured");
    return held
        ? Found.passed(ping.received() + " of " + ping.sent() + " came back", declared)
        : Found.failed(Outcome.FAIL, "rung ping: no packet came back", ping.code(), declared);
  }
}
