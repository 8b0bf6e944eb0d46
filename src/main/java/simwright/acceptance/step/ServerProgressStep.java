package simwright.acceptance.step;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.OrderWork;
import simwright.acceptance.RunTools;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.fault.FaultCode;
import simwright.identity.Iccid;

/// Waits until the server that an order was placed with (parameter `ordered`, the id of the step)
/// has told that it is `state`: downloaded or installed (ES2+.HandleDownloadProgressInfo, SGP.22
/// clause 5.3.5). It holds by the server's word alone; where the server says nothing it is
/// inconclusive, whatever a person said, and where it told that the installation failed it fails.
/// Measures the seconds from the order's release until it was told.
public final class ServerProgressStep implements Step {
  /// Under which the moment of an order's release is kept.
  static final String RELEASED = "released ";

  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final List<String> STATES = List.of("downloaded", "installed");

  @Override
  public String kind() {
    return "server-progress";
  }

  @Override
  public boolean byHand() {
    return true;
  }

  @Override
  public Set<String> parameters() {
    return Set.of("ordered", "state");
  }

  @Override
  public Set<String> earlier() {
    return Set.of("ordered");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    if (!with.has("ordered")) {
      return Optional.of("ordered is the id of the step that ordered");
    }
    return STATES.contains(with.text("state", "installed"))
        ? Optional.empty()
        : Optional.of("state is downloaded or installed");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("seconds", "s");
  }

  @Override
  public Found run(StepContext context) {
    String step = context.with().text("ordered", "");
    Optional<Iccid> ordered = context.tools().met(step).map(RunTools.Met::iccid);
    if (ordered.isEmpty()) {
      return Found.failed(
          Outcome.ERROR, "nothing was ordered", Optional.of(AcceptanceCodes.NO_ORDER), Map.of());
    }
    int wanted = STATES.indexOf(context.with().text("state", "installed"));
    Optional<OrderWork.Stand> stand = context.tools().server().stand(ordered.get());
    while (!context.deadline().passed()) {
      if (stand.filter(now -> STATES.indexOf(now.state()) >= wanted).isPresent()) {
        return proven(context, stand.get());
      }
      if (stand.filter(now -> !now.failed().isEmpty()).isPresent()) {
        return Found.failed(
            Outcome.FAIL,
            "the server told that it failed",
            stand.map(now -> FaultCode.parse(now.failed())),
            Map.of());
      }
      context.cancel().check("waiting for the server's word", context.device().id());
      context.time().sleep(context.deadline().atMost(PAUSE).left());
      stand = context.tools().server().stand(ordered.get());
    }
    return Found.failed(
        Outcome.INCONCLUSIVE,
        "the server has not told so: the order is "
            + stand.map(OrderWork.Stand::state).orElse("unknown")
            + ", and a person's word alone proves nothing",
        Optional.of(AcceptanceCodes.NOT_TOLD),
        Map.of());
  }

  private static Found proven(StepContext context, OrderWork.Stand stand) {
    Optional<Instant> released =
        Optional.ofNullable(
                context.tools().kept().get(RELEASED + context.with().text("ordered", "")))
            .map(Instant::parse);
    double seconds =
        released
            .map(from -> Math.max(0, Duration.between(from, stand.since()).toMillis()) / 1000.0)
            .orElse(0.0);
    return Found.passed(
        "the server told that it is " + stand.state(),
        released.isPresent() ? context.declared(Map.of("seconds", seconds)) : Map.of());
  }
}
