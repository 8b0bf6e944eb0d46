package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;

/// Ends the stream that the step `flow` opened, and tells what came of it: the bytes that the modem
/// took (`sent`), those of them that never arrived (`lost`), those that were sent again
/// (`repeated`), and the `connections` that were lost. What was lost on one connection was repeated
/// on the next. Skipped where there was no stream.
public final class FlowToldStep implements Step {
  @Override
  public String kind() {
    return "flow-told";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("flow");
  }

  @Override
  public Set<String> earlier() {
    return Set.of("flow");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return with.has("flow")
        ? Optional.empty()
        : Optional.of("flow names the step that opens the stream");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of(
        "sent", "bytes", "lost", "bytes", "repeated", "bytes", "connections", "connections");
  }

  @Override
  public Found run(StepContext context) {
    String id = context.with().text("flow", "");
    Optional<EchoFlow> flow = flow(context);
    if (flow.isEmpty()) {
      return Found.failed(
          Outcome.SKIPPED, "there was no stream: requests were pings", Optional.empty(), Map.of());
    }
    EchoFlow.Figures figures = flow.get().figures();
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("sent", (double) figures.taken());
    values.put("lost", (double) flow.get().bytesLost());
    values.put("repeated", (double) figures.takenAgain());
    values.put("connections", (double) figures.connectionsLost());
    String words =
        Limit.number(figures.taken())
            + " bytes taken by the modem, "
            + Limit.number(flow.get().bytesLost())
            + " of them lost and "
            + Limit.number(figures.takenAgain())
            + " repeated, "
            + flow.get().words();
    context.tools().drop(id);
    return Found.passed(words, context.declared(values));
  }

  /// The stream that a step named by parameter `flow` has opened.
  static Optional<EchoFlow> flow(StepContext context) {
    return context
        .tools()
        .held(context.with().text("flow", ""))
        .filter(EchoFlow.class::isInstance)
        .map(EchoFlow.class::cast);
  }
}
