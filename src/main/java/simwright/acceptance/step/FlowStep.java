package simwright.acceptance.step;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;

/// Opens a TCP stream through the modem's own stack to an endpoint that echoes, and keeps it open
/// under the step's id for a drill's rounds: an application session of numbered requests. `host`
/// and `port` name the endpoint; without them it is this program's own on this computer, which only
/// the modems of a simulated bench reach. Skipped where the family has no commands for it, or
/// nothing comes back: then the requests of a drill are pings, and it says so.
public final class FlowStep implements Step {
  private static final int TRIES = 3;
  private static final int MOST_PORT = 65_535;

  @Override
  public String kind() {
    return "flow";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("host", "port");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    if (with.has("host") != with.has("port")) {
      return Optional.of("host and port go together");
    }
    double port = with.number("port", 1);
    return with.text("host", "a").matches("[A-Za-z0-9.-]{1,253}")
            && port >= 1
            && port <= MOST_PORT
            && port == Math.rint(port)
        ? Optional.empty()
        : Optional.of("host is a name or an address, port up to " + MOST_PORT);
  }

  @Override
  public Found run(StepContext context) {
    if (!EchoStream.possible(context)) {
      return none("the family has no commands for a TCP stream");
    }
    boolean own = !context.with().has("host");
    Optional<EchoPeer> peer = own ? Optional.of(EchoPeer.open(context.time())) : Optional.empty();
    String host = peer.map(EchoPeer::host).orElse(context.with().text("host", ""));
    int port = peer.map(EchoPeer::port).orElse((int) context.with().number("port", 0));
    EchoFlow flow = new EchoFlow(context, new EchoStream(context, host, port), peer);
    for (int i = 0; i < TRIES; i++) {
      context.cancel().check("opening a stream", context.device().id());
      if (flow.request()) {
        context.tools().hold(context.planned().id(), flow);
        return Found.passed(
            "a TCP stream through the bearer to "
                + (own ? "this program's own endpoint" : host + ":" + port),
            Map.of());
      }
    }
    flow.close();
    return none(
        own
            ? "nothing came back from this program's own endpoint; a real device needs host and"
                + " port of one that it reaches"
            : "nothing came back from " + host + ":" + port);
  }

  private static Found none(String why) {
    return Found.failed(
        Outcome.SKIPPED,
        why + ": requests are pings",
        Optional.of(AcceptanceCodes.NO_STREAM),
        Map.of());
  }
}
