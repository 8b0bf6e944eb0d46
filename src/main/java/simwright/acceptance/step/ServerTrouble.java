package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Around;
import simwright.acceptance.Step.Found;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.lab.Disturbance;

/// A server of the bench that misbehaves for the time of one step, as its parameter `server` says;
/// nobody can have a real one do that, so the step is skipped elsewhere. It stands until the server
/// behaves again: where the step's own end did not bring that about, the safe state does.
final class ServerTrouble {
  /// What stands meanwhile.
  static final String LEFT = "a server that misbehaves";

  private static final String DISCOVERY = "sm-ds";

  private ServerTrouble() {}

  /// What that changes around the device.
  static List<Change> changes(Parameters with) {
    return with.has("server")
        ? List.of(Change.sets("has a server misbehave: " + with.text("server", "")))
        : List.of();
  }

  static Found during(StepContext context, Supplier<Found> act) {
    String how = context.with().text("server", "");
    if (how.isEmpty()) {
      return act.get();
    }
    Around around = context.tools().around();
    around.begun(LEFT);
    if (!around.does(new Disturbance.Server(how))) {
      around.ended(LEFT);
      return Found.failed(
          Outcome.SKIPPED,
          "only a server of the simulated bench does that: " + how,
          Optional.of(AcceptanceCodes.NOT_DONE),
          Map.of());
    }
    try {
      return act.get();
    } finally {
      boolean unused =
          around.does(new Disturbance.Server(how.startsWith(DISCOVERY) ? DISCOVERY : ""));
      around.ended(LEFT);
    }
  }

  /// Has all servers behave again.
  static Found over(Around around) {
    if (!around.mayStand(LEFT)) {
      return Found.passed("none was disturbed", Map.of());
    }
    boolean served =
        around.does(new Disturbance.Server("")) && around.does(new Disturbance.Server(DISCOVERY));
    around.ended(LEFT);
    return Found.passed(
        served ? "they behave as usual" : "there is none that could be disturbed", Map.of());
  }
}
