package simwright.failover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.failover.Ranked.Place;
import simwright.failover.Situation.Signs;
import simwright.failover.policy.Policy;

/// What a person is shown of a selection is what the machine would do.
class LookedTest {
  private static final Policy POLICY = Examples.policy(Duration.ofMinutes(1), 10);
  private static final Instant NOW = Examples.START;

  private static Looked looked(Standing standing, Signs signs, Optional<String> country) {
    Situation now =
        new Situation(NOW, country, signs, Optional.empty(), Examples.ALL, Optional.empty());
    return Looked.at("ec25", POLICY, standing, now, true);
  }

  private static List<Place> places(Looked looked) {
    return looked.candidates().stream().map(Ranked::place).toList();
  }

  @Test
  void theProfilesStandInTheOrderOfTheRules() {
    Looked looked = looked(Standing.fresh(NOW), Signs.REGISTERED, Optional.of("208"));
    assertEquals(List.of(Place.IN_USE, Place.NEXT, Place.LATER), places(looked));
    assertEquals(
        List.of("local", "regional", "last-resort"),
        looked.candidates().stream().map(Ranked::rule).toList());
    assertEquals("EU", looked.region());
    assertEquals(Optional.of(Examples.LOCAL), looked.inUse());
    assertEquals(List.of(), looked.holes());
  }

  @Test
  void theOneCalledNextIsTheOneThatTheMachineChooses() {
    Machine machine = new Machine(POLICY);
    Standing standing = Machine.start(NOW.minus(Duration.ofHours(1)));
    Situation dark =
        new Situation(
            NOW,
            Optional.of("208"),
            Signs.NO_SERVICE,
            Optional.empty(),
            Examples.ALL,
            Optional.empty());
    Standing watched = machine.next(standing, dark).after();
    Situation later =
        new Situation(
            NOW.plusSeconds(600),
            Optional.of("208"),
            Signs.NO_SERVICE,
            Optional.empty(),
            Examples.ALL,
            Optional.empty());
    Decision decided = machine.next(watched, later);
    Ranked next =
        Looked.at("ec25", POLICY, watched, later, true).candidates().stream()
            .filter(each -> each.place() == Place.NEXT)
            .findFirst()
            .orElseThrow();
    assertEquals(decided.chosen(), Optional.of(next.candidate()));
    assertEquals(decided.rule(), next.rule());
  }

  @Test
  void whatCannotBeChosenStandsLastWithTheReason() {
    Looked abroad = looked(Standing.fresh(NOW), Signs.REGISTERED, Optional.of("310"));
    assertEquals(Place.REFUSED, abroad.candidates().getLast().place());
    assertTrue(
        abroad.candidates().getLast().why().contains("no region is known here"),
        abroad.candidates().getLast().why());
    assertTrue(abroad.holes().size() > 1, abroad.holes().toString());
    Standing burnt =
        Standing.fresh(NOW)
            .avoiding(
                new Standing.Avoided(Examples.REGIONAL.iccid(), NOW.plusSeconds(60), "it failed"));
    Looked avoiding = looked(burnt, Signs.REGISTERED, Optional.of("208"));
    assertEquals(List.of(Place.IN_USE, Place.NEXT, Place.REFUSED), places(avoiding));
    assertEquals("it failed", avoiding.candidates().getLast().why());
  }
}
