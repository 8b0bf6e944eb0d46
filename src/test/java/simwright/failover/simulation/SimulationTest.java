package simwright.failover.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.failover.Candidate;
import simwright.failover.Decision;
import simwright.failover.State;
import simwright.failover.policy.Policies;
import simwright.failover.policy.Policy;
import simwright.fault.Fault;

/// What policies make of written courses of events.
class SimulationTest {
  private static Policy policy(String name) {
    return Policies.shipped().named(name).policy();
  }

  private static List<String> chosen(Simulation.Result result) {
    return result.decisions().stream()
        .flatMap(each -> each.chosen().stream())
        .map(Candidate::name)
        .toList();
  }

  @Test
  void theLocalOutageIsBridgedAndHomeIsTriedAgainLater() {
    Trace trace = Traces.named("local-outage");
    Simulation.Result result = new Simulation(policy("default"), trace).run();
    assertEquals(List.of("TRAVEL-EU-STANDBY", "PROD-FR-PARIS-2026"), chosen(result));
    assertEquals(2, result.switches());
    assertEquals(0, result.flaps());
    assertEquals(Optional.of("PROD-FR-PARIS-2026"), result.inUse());
    assertEquals(State.STEADY, result.end().state());
    Decision over =
        result.decisions().stream().filter(each -> each.chosen().isPresent()).findFirst().get();
    assertEquals(trace.start().plusSeconds(150), over.at());
  }

  @Test
  void abroadTheLocalProfileIsLeftAndTakenBackAtHome() {
    Simulation.Result result =
        new Simulation(policy("default"), Traces.named("border-crossing")).run();
    assertEquals(List.of("TRAVEL-EU-STANDBY", "PROD-FR-LILLE-2026"), chosen(result));
    assertEquals(Optional.of("PROD-FR-LILLE-2026"), result.inUse());
  }

  @Test
  void aHastyPolicyFlapsWhereTheShippedOneDoesNot() {
    String hasty =
        """
        policy: hasty
        regions: [{region: EU, countries: {FR: ["208"], DE: ["262"]}}]
        triggers: {no-service: {for: 0}}
        hold: {settle: 0, after-switch: 0, retry: 0, fail-back: 0}
        switches: {per-hour: 1000, per-day: 1000}
        rules:
          - {rule: local, coverage: [local], use: [production]}
          - {rule: all, coverage: [regional, global], use: [standby, fallback]}
        """;
    Trace trace = Traces.named("local-outage");
    Simulation.Result result =
        new Simulation(Policies.read(hasty, "hasty.yaml").policy(), trace).run();
    assertTrue(result.flaps() > 5, result.flaps() + " flaps, " + result.switches() + " switches");
  }

  @Test
  void withoutConsentNothingRoams() {
    String text =
        """
        trace: declined
        seconds: 300
        agrees: false
        country: "208"
        profiles:
          - {name: HOME, operator: 208-01, coverage: local, use: production, enabled: true}
          - {name: AWAY, operator: 262-01, region: EU, coverage: regional, use: standby}
        steps:
          - {at: 10, registered: false}
        """;
    Simulation.Result result =
        new Simulation(policy("default"), Traces.read(text, "declined.yaml")).run();
    assertEquals(0, result.switches());
    assertEquals(State.NO_WAY, result.end().state());
    assertTrue(
        result.decisions().getLast().words().contains("AWAY: it was not agreed to"),
        result.decisions().getLast().words());
  }

  @Test
  void whatIsWrongInATraceIsToldWithItsLine() {
    String text =
        "trace: a\nseconds: 9\nprofiles:\n  - {name: A, coverage: local, use: test}\nsteps:\n";
    wrong(text + "  - {at: 1, profiles: [B]}\n", "line 6: there is no profile 'B'");
    wrong(text + "  - {at: 2}\n  - {at: 1}\n", "line 7: it is earlier");
    wrong(text + "  - {at: 2, lost: 5}\n", "line 6");
  }

  private static void wrong(String text, String words) {
    Fault fault = assertThrows(Fault.class, () -> Traces.read(text, "trace.yaml"));
    assertTrue(fault.evidence().orElse("").contains(words), fault.evidence().orElse(""));
  }
}
