package simwright.acceptance.step;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step.Found;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.lab.Disturbance;

/// A server of the bench that misbehaves for the time of one step, as its parameter `server` says;
/// nobody can have a real one do that, so the step is skipped elsewhere.
final class ServerTrouble {
  private ServerTrouble() {}

  static Found during(StepContext context, Supplier<Found> act) {
    String how = context.with().text("server", "");
    if (how.isEmpty()) {
      return act.get();
    }
    if (!context.tools().around().does(new Disturbance.Server(how))) {
      return Found.failed(
          Outcome.SKIPPED,
          "only a server of the simulated bench does that: " + how,
          Optional.of(AcceptanceCodes.NOT_DONE),
          Map.of());
    }
    try {
      return act.get();
    } finally {
      boolean unused = context.tools().around().does(new Disturbance.Server(behaves(how)));
    }
  }

  /// The server that was meant behaves again.
  private static String behaves(String how) {
    return how.startsWith("sm-ds") ? "sm-ds" : "";
  }
}
