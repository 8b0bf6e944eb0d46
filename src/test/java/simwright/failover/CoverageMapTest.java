package simwright.failover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Profiles;
import simwright.catalog.region.Regions;
import simwright.failover.Holes.Kind;
import simwright.failover.policy.Policies;

/// Regions against the cards of the catalog, by the rules that a drill goes by.
class CoverageMapTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String ONE = "89049032000000000000000000000084";
  private static final String OTHER = "89001012012341234012345678901224";

  private static CatalogProfile local(int number, String eid) {
    return Profiles.profile(number, "state", "enabled", "eid", eid);
  }

  private static CatalogProfile travel(int number, String eid) {
    return Profiles.profile(
        number,
        "name",
        "TRAVEL-EU-STANDBY",
        "use",
        "travel",
        "region",
        "EU",
        "place",
        "",
        "coverage",
        "regional",
        "state",
        "installed",
        "eid",
        eid);
  }

  private static CatalogProfile fallback(int number, String eid) {
    return Profiles.profile(
        number,
        "name",
        "FALLBACK-WORLD-2027",
        "use",
        "fallback",
        "region",
        "WORLD",
        "place",
        "",
        "coverage",
        "global",
        "expiry",
        "2027-12-31",
        "state",
        "disabled",
        "eid",
        eid);
  }

  private static List<RegionCoverage> rows(CatalogProfile... profiles) {
    return new CoverageMap(Policies.shipped(), Regions.shipped()).of(List.of(profiles), NOW);
  }

  private static RegionCoverage row(String region, CatalogProfile... profiles) {
    return List.of(rows(profiles)).getFirst().stream()
        .filter(each -> each.region().equals(region))
        .findFirst()
        .orElseThrow();
  }

  private static List<Kind> kinds(RegionCoverage row) {
    return row.holes().stream().map(Holes.Hole::kind).toList();
  }

  @Test
  void aCardWithAllThatThePolicyWantsLeavesNoHole() {
    RegionCoverage france = row("FR", local(1, ONE), travel(2, ONE), fallback(3, ONE));
    assertEquals(List.of(), france.holes());
    assertEquals(
        List.of(1, 1, 1, 1, 0),
        List.of(
            france.local(), france.regional(), france.global(), france.cards(), france.waiting()));
    assertTrue(france.fallback());
    assertEquals("France", france.name());
    assertEquals("default", france.policy());
  }

  @Test
  void whatIsOnAnotherCardHelpsNobody() {
    RegionCoverage france = row("FR", local(1, ONE), travel(2, OTHER), fallback(3, OTHER));
    assertEquals(List.of(Kind.VIABLE, Kind.STAGED, Kind.FALLBACK), kinds(france));
    RegionCoverage together = row("FR", local(1, ""), travel(2, ""), fallback(3, ""));
    assertEquals(List.of(), together.holes(), "whose card nobody told");
  }

  @Test
  void itIsTheSameThatADrillMissesOnThatCard() {
    CatalogProfile[] card = {local(1, ONE), fallback(3, ONE)};
    List<Candidate> candidates = new ArrayList<>();
    for (CatalogProfile each : card) {
      candidates.add(
          Candidates.installed(each, each.state().key().equals("enabled")).orElseThrow());
    }
    Holes.Found drill =
        new Holes(Policies.shipped().in(Optional.of("208")))
            .on(candidates, Optional.of("208"), NOW);
    assertEquals(
        drill.holes().stream().map(Holes.Hole::words).toList(),
        row("FR", card).holes().stream().map(Holes.Hole::words).toList());
    assertEquals(List.of(Kind.STAGED), kinds(row("FR", card)));
  }

  @Test
  void whatIsNotOnACardWaits() {
    RegionCoverage waiting =
        row("FR", Profiles.profile(1, "state", "released"), Profiles.profile(2));
    assertEquals(List.of(Kind.VIABLE), kinds(waiting));
    assertEquals(2, waiting.waiting());
    assertEquals(0, waiting.cards());
    assertFalse(waiting.fallback());
    assertEquals("no profile for FR is on a card; in the catalog wait 2", waiting.words());
    assertEquals(List.of(), rows(Profiles.profile(6, "state", "revoked")));
  }

  @Test
  void aHoleOfManyCardsIsToldOnceWithTheirNumber() {
    RegionCoverage france =
        row("FR", local(1, ONE), fallback(2, ONE), local(3, OTHER), fallback(4, OTHER));
    assertEquals(List.of(Kind.STAGED), kinds(france));
    assertTrue(france.words().startsWith("on 2 of 2 cards in EU no standby"), france.words());
    assertEquals(2, france.cards());
  }

  @Test
  void whatEndsSoonIsNamedAndWhatEndedDoesNotCount() {
    CatalogProfile soon =
        Profiles.profile(1, "state", "enabled", "eid", ONE, "expiry", "2026-06-05");
    RegionCoverage ending = row("FR", soon, travel(2, ONE), fallback(3, ONE));
    assertEquals(List.of(Kind.EXPIRING), kinds(ending));
    CatalogProfile over =
        Profiles.profile(1, "state", "enabled", "eid", ONE, "expiry", "2026-05-31");
    RegionCoverage ended = row("FR", over, travel(2, ONE), fallback(3, ONE));
    assertEquals(0, ended.local());
    assertEquals(List.of(), ended.holes(), "two are left, one of them staged");
  }

  @Test
  void aRegionIsJudgedWhereItsLocalProfilesDoNotHelp() {
    RegionCoverage europe = row("EU", local(1, ONE), travel(2, ONE), fallback(3, ONE));
    assertEquals(List.of(), europe.holes());
    assertEquals(0, europe.local());
  }

  @Test
  void regionsWithHolesStandFirst() {
    CatalogProfile brazil = Profiles.profile(7, "region", "BR", "state", "enabled", "eid", OTHER);
    List<RegionCoverage> rows = rows(local(1, ONE), travel(2, ONE), fallback(3, ONE), brazil);
    assertEquals(List.of("BR", "EU", "FR"), rows.stream().map(RegionCoverage::region).toList());
    assertFalse(rows.getFirst().holes().isEmpty());
  }
}
