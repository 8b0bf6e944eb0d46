package simwright.failover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static simwright.failover.Examples.LOCAL;
import static simwright.failover.Examples.REGIONAL;
import static simwright.failover.Examples.START;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.catalog.Coverage;
import simwright.catalog.Use;
import simwright.failover.policy.Policy;
import simwright.identity.Iccid;
import simwright.identity.Plmn;

/// What a program that has just begun knows of a device: what the log tells, and after a crash what
/// the card says.
class MemoryTest {
  private static final Policy POLICY = Examples.policy(Duration.ofMinutes(5), 20);
  private static final SelectionEntry DECIDED =
      entry("decided", "j.1", "no-service", REGIONAL.name(), LOCAL.name(), "");

  private static SelectionEntry entry(
      String what, String id, String trigger, String chosen, String inUse, String outcome) {
    return new SelectionEntry(
        1, START, "m", id, what, "p", "", "", trigger, "", "words", chosen, inUse, List.of(),
        outcome);
  }

  private static Standing standing(SelectionEntry... entries) {
    return new Memory(POLICY, List.of(entries), Examples.ALL).standing(START.plusSeconds(60));
  }

  @Test
  void aSwitchWithoutAnEndIsReconciledFromTheCard() {
    Standing open = standing(DECIDED);
    assertEquals(State.SWITCHING, open.state());
    assertEquals(Optional.of(REGIONAL.iccid()), open.target());
    Machine machine = new Machine(POLICY);
    assertEquals("found-switched", found(machine, open, REGIONAL.iccid()).rule());
    assertEquals(State.PROVING, found(machine, open, REGIONAL.iccid()).after().state());
    assertEquals("found-not-switched", found(machine, open, LOCAL.iccid()).rule());
    assertEquals(State.STEADY, found(machine, open, LOCAL.iccid()).after().state());
  }

  private static Decision found(Machine machine, Standing open, Iccid inUse) {
    return machine.next(open, new Outcome.Found(START.plusSeconds(60), Optional.of(inUse)));
  }

  @Test
  void whatWasLeftOrFailedIsNotTriedAgainByTheNextProgramEither() {
    Standing after =
        standing(DECIDED, entry("carried-out", "j.1", "", "", REGIONAL.name(), "switched"));
    assertEquals(State.FAILED_OVER, after.state());
    assertEquals(START, after.since());
    assertEquals(1, after.lastDay(START.plusSeconds(60)));
    assertEquals(
        "it was left, as the device has no service",
        after.avoids(LOCAL.iccid(), START.plusSeconds(60)).orElseThrow().why());
    assertEquals(Optional.empty(), after.avoids(LOCAL.iccid(), START.plusSeconds(300)));
    Standing failed =
        standing(DECIDED, entry("carried-out", "j.1", "", "", LOCAL.name(), "failed"));
    assertEquals(
        "words", failed.avoids(REGIONAL.iccid(), START.plusSeconds(60)).orElseThrow().why());
  }

  @Test
  void aProfileThatTheCatalogDoesNotKnowIsJudgedByItsName() {
    Candidates candidates = new Candidates(_ -> Optional.empty());
    assertEquals("LOCAL PRODUCTION FR", words(candidates, "PROD-FR-PARIS-2026", false));
    assertEquals("REGIONAL STANDBY EU", words(candidates, "TRAVEL-EU-STANDBY", false));
    assertEquals("LOCAL PRODUCTION ", words(candidates, "whatever", false));
    assertEquals("LOCAL TEST ", words(candidates, "whatever", true));
  }

  private static String words(Candidates candidates, String name, boolean test) {
    Candidate one =
        candidates
            .of(
                List.of(
                    new OnCard(
                        LOCAL.iccid(), name, Optional.of(Plmn.parse("20801")), test, false, true)))
            .getFirst();
    Coverage coverage = one.coverage();
    Use use = one.use();
    return coverage.name() + " " + use.name() + " " + one.region();
  }
}
