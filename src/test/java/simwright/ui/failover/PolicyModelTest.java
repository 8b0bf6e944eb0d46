package simwright.ui.failover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.time.HandTime;
import simwright.ui.DemoParts;
import simwright.ui.acceptance.Workbench;
import simwright.ui.failover.PolicyModel.Simulated;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;

/// A trace is replayed against the chosen policy.
class PolicyModelTest {
  private final HandTime time = new HandTime();
  private final DemoParts demo = new DemoParts(time);
  private final Notices notices = new Notices(Bridge.atOnce(), demo);
  private final Workbench bench =
      new Workbench(Bridge.atOnce(), Background.atOnce(), time, new Navigation(), notices, demo);
  private final SelectionModel selection = new SelectionModel(bench, demo.failover);
  private final PolicyModel model = new PolicyModel(bench, demo.failover, selection);

  @AfterEach
  void close() {
    selection.close();
  }

  @Test
  void aShippedTraceIsReplayedAndWhatCameOfItBelongsToItsPolicy() {
    selection.refresh();
    assertEquals(Optional.empty(), model.simulatedProperty().get());
    model.traceProperty().set("local-outage");
    model.simulate();
    Simulated made = model.simulatedProperty().get().orElseThrow();
    assertEquals("local-outage", made.trace().name());
    assertEquals("default", made.policy().policy().name());
    assertTrue(made.result().switches() > 0, "the outage is left");
    model
        .policyProperty()
        .set(
            model.getPolicies().stream()
                .filter(each -> each.policy().name().equals("bench"))
                .findFirst());
    assertEquals(Optional.empty(), model.simulatedProperty().get(), "of the policy before");
  }

  @Test
  void aTraceThatIsNoneIsToldAndChangesNothing() {
    selection.refresh();
    model.simulate();
    Optional<Simulated> before = model.simulatedProperty().get();
    model.traceProperty().set("no-such-file.yaml");
    model.simulate();
    assertEquals("failover/broken-trace", notices.all().getFirst().words().code());
    assertEquals(before, model.simulatedProperty().get());
  }
}
