package simwright.failover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.failover.Holes.Kind;
import simwright.failover.policy.Keep;
import simwright.failover.policy.Policy;
import simwright.failover.policy.Region;
import simwright.failover.policy.RoamingRule;
import simwright.identity.Plmn;

class HolesTest {
  private static final Optional<String> FRANCE = Optional.of("208");
  private static final Policy USUAL = Examples.policy(Duration.ofMinutes(1), 10);

  @Test
  void aLocalARegionalAndAGlobalProfileLeaveNoHoleAtHome() {
    Holes.Found found = new Holes(USUAL).on(Examples.ALL, FRANCE, Examples.START);
    assertEquals(List.of(), found.holes());
    assertEquals(Examples.ALL, found.viable());
    assertEquals("EU", found.region());
  }

  @Test
  void aFallbackIsNoStandby() {
    Holes.Found found =
        new Holes(USUAL).on(List.of(Examples.LOCAL, Examples.GLOBAL), FRANCE, Examples.START);
    assertEquals(List.of(Kind.STAGED), kinds(found));
    assertTrue(found.words().contains("no standby is staged"), found.words());
  }

  @Test
  void whatIsAloneOnACardIsNamedWithEveryHole() {
    Holes.Found found = new Holes(USUAL).on(List.of(Examples.LOCAL), FRANCE, Examples.START);
    assertEquals(List.of(Kind.VIABLE, Kind.STAGED, Kind.FALLBACK), kinds(found));
    assertTrue(found.words().contains("PROD-FR-PARIS-2026"), found.words());
  }

  @Test
  void aProfileThatHoldsElsewhereIsNotViable() {
    Holes.Found abroad = new Holes(USUAL).on(Examples.ALL, Optional.of("310"), Examples.START);
    assertEquals(List.of(Examples.GLOBAL), abroad.viable());
    assertEquals(List.of(Kind.VIABLE, Kind.STAGED), kinds(abroad));
  }

  @Test
  void whatEndsSoonIsAHoleAndWhatHasEndedIsNotViable() {
    Candidate soon = ending(Duration.ofDays(USUAL.keep().days() - 1));
    Holes holes = new Holes(USUAL);
    assertEquals(
        List.of(Kind.EXPIRING),
        kinds(holes.on(List.of(Examples.LOCAL, soon, Examples.GLOBAL), FRANCE, Examples.START)));
    Candidate over = ending(Duration.ofDays(-1));
    assertEquals(
        List.of(Kind.STAGED),
        kinds(holes.on(List.of(Examples.LOCAL, over, Examples.GLOBAL), FRANCE, Examples.START)));
  }

  @Test
  void anOperatorThatIsNotAuthorisedIsNamed() {
    Region strict =
        new Region(
            "EU",
            Examples.EUROPE.countries(),
            List.of(Plmn.parse("208-01"), Plmn.parse("234-15")),
            RoamingRule.ASK);
    Policy policy =
        new Policy(
            USUAL.name(),
            USUAL.about(),
            USUAL.assumed(),
            List.of(strict),
            USUAL.signs(),
            USUAL.holds(),
            USUAL.perHour(),
            USUAL.perDay(),
            new Keep(2, 1, 1, 14, 0, 0),
            USUAL.rules());
    Holes.Found found = new Holes(policy).on(Examples.ALL, FRANCE, Examples.START);
    assertEquals(List.of(Kind.STAGED, Kind.UNAUTHORISED), kinds(found));
  }

  private static Candidate ending(Duration left) {
    Candidate of = Examples.REGIONAL;
    return new Candidate(
        of.iccid(),
        of.name(),
        of.operator(),
        of.region(),
        of.coverage(),
        of.use(),
        true,
        false,
        Optional.of(Examples.START.plus(left)),
        Optional.empty(),
        Optional.empty());
  }

  private static List<Kind> kinds(Holes.Found found) {
    return found.holes().stream().map(Holes.Hole::kind).toList();
  }
}
