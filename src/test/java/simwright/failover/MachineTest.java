package simwright.failover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static simwright.failover.Examples.GLOBAL;
import static simwright.failover.Examples.LOCAL;
import static simwright.failover.Examples.REGIONAL;
import static simwright.failover.Examples.START;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.failover.Decision.Effect;
import simwright.failover.Situation.Signs;
import simwright.failover.policy.Policy;
import simwright.failover.policy.Trigger;
import simwright.identity.Iccid;

/// What the machine decides, and why, in the order in which a device would tell it.
class MachineTest {
  private final Machine machine = new Machine(Examples.policy(Duration.ofSeconds(30), 20));

  @Test
  void anOutageAtHomeGoesToTheRegionalProfileAndBack() {
    List<Decision> all =
        machine.run(
            Machine.start(START),
            List.of(
                at(0, Signs.REGISTERED, LOCAL),
                at(10, Signs.NO_SERVICE, LOCAL),
                at(40, Signs.NO_SERVICE, LOCAL),
                new Outcome.Begun(START.plusSeconds(41)),
                new Outcome.Switched(START.plusSeconds(50)),
                at(55, Signs.REGISTERED, REGIONAL),
                at(84, Signs.REGISTERED, REGIONAL),
                at(85, Signs.REGISTERED, REGIONAL),
                new Outcome.Begun(START.plusSeconds(86)),
                new Outcome.Switched(START.plusSeconds(90)),
                at(91, Signs.REGISTERED, LOCAL)));
    assertEquals(
        List.of(
            State.STEADY,
            State.SUSPECT,
            State.DECIDED,
            State.SWITCHING,
            State.PROVING,
            State.FAILED_OVER,
            State.FAILED_OVER,
            State.FAILING_BACK,
            State.SWITCHING,
            State.PROVING,
            State.STEADY),
        all.stream().map(each -> each.after().state()).toList());
    Decision over = all.get(2);
    assertEquals(Optional.of(Trigger.NO_SERVICE), over.trigger());
    assertEquals("regional", over.rule());
    assertEquals(
        "PROD-FR-PARIS-2026 is in use, and the device has no service, for 30 s now. Rule 'regional'"
            + " chose TRAVEL-EU-STANDBY (regional, standby), which roams here: a person is asked"
            + " first; 2 others were passed over.",
        over.words());
    assertEquals(
        List.of("it is in use", "it comes later, by rule 'last-resort'"),
        over.passed().stream().map(Decision.Passed::why).toList());
    Effect home = all.get(7).effect();
    assertTrue(
        home instanceof Effect.Switch(Candidate to, Decision.Consent consent)
            && to.iccid().equals(LOCAL.iccid())
            && consent == Decision.Consent.NOT_NEEDED,
        home.toString());
  }

  @Test
  void aLinkThatComesAndGoesCountsFromItsFirstTroubleUntilItHasSettled() {
    Standing standing =
        after(
            at(0, Signs.NO_SERVICE, LOCAL),
            at(10, Signs.REGISTERED, LOCAL),
            at(20, Signs.NO_SERVICE, LOCAL),
            at(25, Signs.REGISTERED, LOCAL));
    assertEquals(State.SUSPECT, standing.state());
    assertEquals(
        State.DECIDED, machine.next(standing, at(31, Signs.NO_SERVICE, LOCAL)).after().state());
    assertEquals(
        State.STEADY, machine.next(standing, at(56, Signs.REGISTERED, LOCAL)).after().state());
  }

  @Test
  void pingLossHasOneBoundToBeginAndALowerOneToEnd() {
    assertEquals(State.STEADY, after(at(0, lost(50), LOCAL)).state());
    Standing suspect = after(at(0, lost(51), LOCAL));
    assertEquals(State.SUSPECT, suspect.state());
    Decision still = machine.next(suspect, at(30, lost(11), LOCAL));
    assertEquals(Optional.of(Trigger.PING_LOSS), still.trigger());
    assertEquals(State.DECIDED, still.after().state());
    assertEquals(
        Optional.of(START.plusSeconds(30)),
        machine.next(suspect, at(30, lost(10), LOCAL)).after().troubles().getFirst().gone());
  }

  @Test
  void aProfileThatDoesNotServeIsLeftAtOnceForTheNext() {
    Machine patient = new Machine(Examples.retrying(machine.policy(), Duration.ofHours(1)));
    List<Decision> all =
        patient.run(
            Machine.start(START),
            List.of(
                at(0, Signs.NO_SERVICE, LOCAL),
                at(30, Signs.NO_SERVICE, LOCAL),
                new Outcome.Begun(START.plusSeconds(31)),
                new Outcome.Switched(START.plusSeconds(40)),
                at(45, Signs.NO_SERVICE, REGIONAL),
                at(70, Signs.NO_SERVICE, REGIONAL),
                new Outcome.Begun(START.plusSeconds(71)),
                new Outcome.Switched(START.plusSeconds(72)),
                at(102, Signs.NO_SERVICE, GLOBAL)));
    assertEquals(State.PROVING, all.get(4).after().state());
    assertEquals(Optional.of(GLOBAL.iccid()), all.get(5).chosen().map(Candidate::iccid));
    assertEquals("last-resort", all.get(5).rule());
    assertEquals(State.NO_WAY, all.getLast().after().state());
    assertEquals(
        List.of(
            "it was left, as the device has no service",
            "it did not show within 30 s that it serves",
            "it is in use"),
        all.getLast().passed().stream().map(Decision.Passed::why).toList());
  }

  @Test
  void nothingIsSwitchedSoonAfterASwitchThatWasProven() {
    Standing standing =
        after(
            at(0, Signs.NO_SERVICE, LOCAL),
            at(30, Signs.NO_SERVICE, LOCAL),
            new Outcome.Begun(START.plusSeconds(31)),
            new Outcome.Switched(START.plusSeconds(32)),
            at(33, Signs.REGISTERED, REGIONAL),
            at(34, rejected(), REGIONAL));
    assertEquals(State.HELD, standing.state());
    assertEquals(
        State.DECIDED, machine.next(standing, at(63, rejected(), REGIONAL)).after().state());
  }

  @Test
  void whatWasNotAgreedToIsNotAskedAgainAtOnce() {
    Standing standing =
        after(
            at(0, Signs.NO_SERVICE, LOCAL),
            at(30, Signs.NO_SERVICE, LOCAL),
            new Outcome.Refused(START.plusSeconds(31), "declined"));
    assertEquals(State.SUSPECT, standing.state());
    Decision next = machine.next(standing, at(32, Signs.NO_SERVICE, LOCAL));
    assertEquals(Optional.of(GLOBAL.iccid()), next.chosen().map(Candidate::iccid));
    assertTrue(
        next.passed().stream()
            .anyMatch(each -> each.why().equals("it was not agreed to: declined")),
        next.passed().toString());
  }

  @Test
  void anUnauthorisedExpiredOrEmptyProfileIsPassedOver() {
    Policy plain = machine.policy();
    Candidate ended = with(REGIONAL, Optional.of(START.minusSeconds(1)), Optional.empty());
    Candidate empty = with(GLOBAL, Optional.empty(), Optional.of(99L));
    Situation now =
        new Situation(
            START.plusSeconds(30),
            Optional.of("208"),
            Signs.NO_SERVICE,
            Optional.empty(),
            List.of(LOCAL, ended, empty),
            Optional.empty());
    Standing suspect = after(at(0, Signs.NO_SERVICE, LOCAL));
    Decision none = new Machine(plain).next(suspect, now);
    assertEquals(State.NO_WAY, none.after().state());
    assertEquals(
        List.of(
            "it is in use", "it ended on 2026-11-22", "it has 99 bytes left, and 100 are needed"),
        none.passed().stream().map(Decision.Passed::why).toList());
  }

  @Test
  void aPersonsChoiceStaysUntilItFails() {
    Situation wish =
        new Situation(
            START,
            Optional.of("208"),
            Signs.REGISTERED,
            Optional.of(new Situation.Wish(Optional.of(GLOBAL.iccid()))),
            Examples.using(Optional.of(LOCAL.iccid())),
            Optional.empty());
    Standing standing =
        after(
            wish,
            new Outcome.Begun(START),
            new Outcome.Switched(START),
            at(1, Signs.REGISTERED, GLOBAL),
            at(9000, Signs.REGISTERED, GLOBAL));
    assertEquals(State.STEADY, standing.state());
    assertTrue(standing.chosen());
  }

  @Test
  void abroadTheLocalProfileIsNotChosen() {
    Situation abroad =
        new Situation(
            START,
            Optional.of("262"),
            Signs.REGISTERED,
            Optional.of(new Situation.Wish(Optional.empty())),
            Examples.using(Optional.of(GLOBAL.iccid())),
            Optional.empty());
    Decision decision = machine.next(Machine.start(START), abroad);
    assertEquals(Optional.of(REGIONAL.iccid()), decision.chosen().map(Candidate::iccid));
    assertEquals(
        Decision.Consent.NOT_NEEDED, ((Effect.Switch) decision.effect()).consent(), "at home");
    assertEquals(
        "it is local, and not at home in DE", decision.passed().getFirst().why(), "and says so");
  }

  private static Candidate with(
      Candidate candidate, Optional<Instant> expires, Optional<Long> bytesLeft) {
    return new Candidate(
        candidate.iccid(),
        candidate.name(),
        candidate.operator(),
        candidate.region(),
        candidate.coverage(),
        candidate.use(),
        true,
        false,
        expires,
        bytesLeft,
        Optional.empty());
  }

  private static Signs lost(int percent) {
    return new Signs(Optional.of(true), Optional.empty(), Optional.of(percent), Optional.empty());
  }

  private static Signs rejected() {
    return new Signs(
        Optional.of(false),
        Optional.of(new simwright.fault.FaultCode("emm", "11")),
        Optional.empty(),
        Optional.empty());
  }

  private static Situation at(int seconds, Signs signs, Candidate inUse) {
    Optional<Iccid> iccid = Optional.of(inUse.iccid());
    return Examples.situation(START.plusSeconds(seconds), signs, iccid);
  }

  private Standing after(News... news) {
    return machine.run(Machine.start(START), List.of(news)).getLast().after();
  }
}
