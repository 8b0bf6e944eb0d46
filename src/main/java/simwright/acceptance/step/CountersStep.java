package simwright.acceptance.step;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.at.command.ReadCounters;
import simwright.device.Told;

/// Reads the bytes that the modem counted, `sent` and `received`; with `since`, the id of an
/// earlier step of this kind, by how much they rose. Skipped where the family has no counters;
/// inconclusive where they fell, as a restart sets them back.
public final class CountersStep implements Step {
  @Override
  public String kind() {
    return "counters";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("since");
  }

  @Override
  public Set<String> earlier() {
    return Set.of("since");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("sent", "bytes", "received", "bytes");
  }

  @Override
  public Found run(StepContext context) {
    Told<ReadCounters.Counters> told =
        context
            .device()
            .talk(
                context.cancel(),
                engine ->
                    Told.by(
                        engine,
                        context.device().profile(),
                        "data_counters",
                        ReadCounters.Counters.class));
    if (!told.supported()) {
      return Found.failed(
          Outcome.SKIPPED, "the family has no counters", Optional.empty(), Map.of());
    }
    return told.value()
        .map(now -> counted(context, now))
        .orElseGet(() ->
            Found.failed(
                Outcome.INCONCLUSIVE,
                "the modem does not tell its counters",
                told.code(),
                Map.of()));
  }

  private static Found counted(StepContext context, ReadCounters.Counters now) {
    String since = context.with().text("since", "");
    if (since.isEmpty()) {
      return found(context, now.sent(), now.received(), "");
    }
    OptionalDouble sent = last(context, since, "sent");
    OptionalDouble received = last(context, since, "received");
    if (sent.isEmpty() || received.isEmpty()) {
      return Found.failed(
          Outcome.INCONCLUSIVE,
          "'" + since + "' did not measure sent and received",
          Optional.empty(),
          Map.of());
    }
    double up = now.sent() - sent.getAsDouble();
    double down = now.received() - received.getAsDouble();
    return up < 0 || down < 0
        ? Found.failed(
            Outcome.INCONCLUSIVE, "the counters were set back", Optional.empty(), Map.of())
        : found(context, up, down, " since");
  }

  private static OptionalDouble last(StepContext context, String step, String measurement) {
    return context.taken(step, measurement).stream()
        .mapToDouble(Double::doubleValue)
        .reduce((_, later) -> later);
  }

  private static Found found(StepContext context, double sent, double received, String since) {
    return Found.passed(
        Limit.number(sent) + " bytes sent, " + Limit.number(received) + " received" + since,
        context.declared(Map.of("sent", sent, "received", received)));
  }
}
