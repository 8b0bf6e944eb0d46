package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.Outcome;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.device.PingResult;

/// Pings a host through the modem: loss in percent, round trip in milliseconds. Skipped where the
/// family has no command for it.
public final class PingStep implements Step {
  @Override
  public String kind() {
    return "ping";
  }

  @Override
  public Found run(StepContext context) {
    Optional<PingResult> result = context.device().ping(context.parameter("host", "192.0.2.1"));
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
    return ping.received() > 0
        ? Found.passed(ping.received() + " of " + ping.sent(), values)
        : Found.failed(Outcome.FAIL, "ping: no packet came back", ping.code(), values);
  }
}
