package simwright.acceptance.step;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.fault.FaultCode;

/// Asks the discovery servers that the eUICC names what waits for it (SGP.22 clause 3.6); measures
/// the events. With `refused` it holds where a server refuses with one of those codes; `server` is
/// how the bench's server misbehaves meanwhile.
public final class DiscoverStep implements Step {
  @Override
  public String kind() {
    return "discovery";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("refused", "server");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return Codes.objection(with.list("refused"));
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("events", "events");
  }

  @Override
  public Found run(StepContext context) {
    return ServerTrouble.during(context, () -> OnCard.judged(() -> asked(context)));
  }

  private static Found asked(StepContext context) {
    CardWork.Discovered found =
        context.tools().card().discover(context.deadline(), context.cancel());
    Map<String, Double> values = context.declared(Map.of("events", (double) found.events()));
    Optional<FaultCode> failed = found.failed();
    String words = found.servers() + " servers asked, " + found.events() + " events wait";
    if (context.with().has("refused")) {
      boolean held =
          failed.filter(code -> Codes.hold(context.with().list("refused"), code)).isPresent();
      return held
          ? Found.passed("refused, as it must be [" + failed.get() + "]", values)
          : Found.failed(
              Outcome.FAIL, "it was not refused as it must be: " + words, failed, values);
    }
    return failed.isPresent()
        ? Found.failed(Outcome.FAIL, "a server did not answer", failed, values)
        : Found.passed(words, values);
  }
}
