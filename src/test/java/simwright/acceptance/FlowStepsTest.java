package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.Outcome;

/// A drill's stream through the bearer of a simulated modem, and what is said where there is none.
class FlowStepsTest {
  private static final String PLAN =
      """
      - {id: flow, kind: flow, title: Stream, within_s: 30%s}
      - {id: told, kind: flow-told, title: Told, with: {flow: flow}, measure: [{name: sent, unit: bytes}, {name: lost, unit: bytes}, {name: repeated, unit: bytes}, {name: connections, unit: connections}]}
      """;

  @AutoClose private final Rig rig;

  FlowStepsTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
  }

  @Test
  void aRequestGoesThroughTheBearerAndComesBackAndItsBytesAreCounted() {
    Run run = rig.run(Rig.plan(PLAN.formatted(""), ""), rig.device(""));
    assertEquals(Outcome.PASS, run.outcome(), run.toString());
    StepRecord told = step(run, "told");
    assertEquals(48, value(told, 0), "one request of 48 bytes");
    assertEquals(0, value(told, 1));
    assertEquals(0, value(told, 2));
    assertEquals(0, value(told, 3));
    assertTrue(told.words().contains("counted at the endpoint"), told.words());
  }

  @Test
  void whereNobodyAnswersThereIsNoStreamAndThatIsSaid() {
    Run run =
        rig.run(
            Rig.plan(PLAN.formatted(", with: {host: 192.0.2.9, port: 4007}"), ""), rig.device(""));
    StepRecord flow = step(run, "flow");
    assertEquals(Outcome.SKIPPED, flow.outcome(), run.toString());
    assertTrue(flow.words().contains("192.0.2.9:4007: requests are pings"), flow.words());
    assertEquals("acceptance/no-stream", flow.code().orElseThrow().toString());
    assertEquals(Outcome.SKIPPED, step(run, "told").outcome());
    assertTrue(step(run, "told").words().contains("requests were pings"));
  }

  private static StepRecord step(Run run, String id) {
    return run.steps().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static double value(StepRecord step, int at) {
    return step.measured().get(at).value().orElseThrow();
  }
}
