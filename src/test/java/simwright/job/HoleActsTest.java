package simwright.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.Actor;
import simwright.audit.Kept;
import simwright.catalog.Catalog;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Coverage;
import simwright.catalog.LifecycleState;
import simwright.catalog.Profiles;
import simwright.catalog.Use;
import simwright.catalog.region.Regions;
import simwright.failover.Candidate;
import simwright.failover.Holes;
import simwright.failover.Looked;
import simwright.failover.Machine;
import simwright.failover.Situation;
import simwright.failover.policy.Policies;
import simwright.failover.policy.Policy;
import simwright.identity.Iccid;
import simwright.identity.Plmn;
import simwright.journal.Alarm;
import simwright.journal.Event;
import simwright.observe.Value;
import simwright.outlet.Outbox;
import simwright.outlet.Outlet;
import simwright.rollout.Alarms;
import simwright.time.SystemTime;

/// A hole is raised once, stands until it is mended, and goes out like any alarm.
class HoleActsTest {
  private static final Catalog.Source FILE = new Catalog.Source("fleet.csv", "");
  private static final Policy POLICY = Policies.shipped().named(Policies.USUAL).policy();
  private static final String EID = "89049032000000000000000000000084";

  @AutoClose private final SystemTime time = new SystemTime();
  @AutoClose private final Kept log;
  private final Catalog catalog;
  private final HoleActs acts;
  private final List<String> told = new ArrayList<>();

  HoleActsTest(@TempDir Path folder) {
    log = Kept.in(folder, new Actor("tester", Actor.Role.OPERATOR), time);
    catalog = new Catalog(log.store(), log.audit(), log.audit()::reveal);
    acts =
        new HoleActs(
            catalog,
            Regions::shipped,
            new Alarms(log.store(), log.audit()),
            log.audit(),
            folder,
            time);
    var unused =
        log.audit()
            .follow(
                1,
                each -> {
                  if (each.kind().startsWith("alarm.")) {
                    told.add(each.kind());
                  }
                });
  }

  private List<String> standing() {
    return acts.alarms().stream().map(Alarm::id).sorted().toList();
  }

  private static CatalogProfile onCard(int number, String... more) {
    List<String> all =
        new ArrayList<>(List.of("state", "installed", "eid", EID, "expiry", "2099-12-31"));
    all.addAll(List.of(more));
    return Profiles.profile(number, all.toArray(String[]::new));
  }

  private static CatalogProfile fallback() {
    return onCard(
        2,
        "use",
        "fallback",
        "region",
        "WORLD",
        "place",
        "",
        "coverage",
        "global",
        "name",
        "FALLBACK-WORLD-2099");
  }

  private static CatalogProfile travel() {
    return onCard(
        3,
        "use",
        "travel",
        "region",
        "EU",
        "place",
        "",
        "coverage",
        "regional",
        "name",
        "TRAVEL-EU-STANDBY");
  }

  @Test
  void aHoleIsRaisedOnceAndClearedWhenItIsMended() {
    catalog.take(List.of(onCard(1, "state", "enabled")), FILE);
    var first = acts.look();
    assertEquals(
        List.of(
            "failover/hole/region/FR/fallback",
            "failover/hole/region/FR/staged",
            "failover/hole/region/FR/viable"),
        standing());
    var again = acts.look();
    assertEquals(first, again);
    assertEquals(List.of("alarm.raised", "alarm.raised", "alarm.raised"), told);
    catalog.take(List.of(fallback()), FILE);
    var unused = acts.look();
    assertEquals(List.of("failover/hole/region/FR/staged"), standing());
    catalog.take(List.of(travel()), FILE);
    var last = acts.look();
    assertEquals(List.of(), standing());
    assertEquals(3, told.stream().filter("alarm.cleared"::equals).count());
    assertTrue(last.stream().allMatch(each -> each.holes().isEmpty()), last::toString);
  }

  @Test
  void whatWasAcknowledgedStandsUntilItIsMendedAndIsNotRaisedAgain() {
    catalog.take(List.of(onCard(1, "state", "enabled"), fallback()), FILE);
    var unused = acts.look();
    Alarm alarm = acts.alarms().getFirst();
    var seen =
        log.audit()
            .append(new Event.Alarmed(alarm.id(), "acknowledged", alarm.device(), alarm.text()));
    var again = acts.look();
    assertTrue(acts.alarms().getFirst().acknowledged().isPresent());
    assertEquals(List.of("alarm.raised", "alarm.acknowledged"), told);
  }

  @Test
  void itWaitsForTheOutletsLikeAnyAlarm() {
    Outbox outbox = new Outbox(log.store(), log.audit(), new byte[16]);
    Outlet noc = Outlet.of("noc", "http://127.0.0.1:9/hook");
    outbox.begin(noc);
    catalog.take(List.of(onCard(1, "state", "enabled"), fallback()), FILE);
    var unused = acts.look();
    assertEquals(1, outbox.waiting(noc).size());
    assertTrue(
        outbox.waiting(noc).getFirst().toString().contains("no standby is staged"),
        outbox.waiting(noc)::toString);
  }

  private Looked looked(String device, Candidate... card) {
    Situation now =
        new Situation(
            time.now(),
            Optional.of("208"),
            Situation.Signs.REGISTERED,
            Optional.empty(),
            List.of(card),
            Optional.empty());
    return Looked.at(device, POLICY, Machine.start(time.now()), now, true);
  }

  private static Candidate candidate(int number, Coverage coverage, Use use) {
    return new Candidate(
        new Iccid("8999000000000000" + (1000 + number)),
        use.key(),
        Optional.of(Plmn.parse("208-01")),
        coverage == Coverage.LOCAL ? "FR" : "EU",
        coverage,
        use,
        true,
        number == 1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static final Candidate HOME = candidate(1, Coverage.LOCAL, Use.PRODUCTION);
  private static final Candidate STANDBY = candidate(2, Coverage.REGIONAL, Use.STANDBY);
  private static final Candidate LAST = candidate(3, Coverage.GLOBAL, Use.FALLBACK);

  @Test
  void whatACardMissesIsAnAlarmOfItsDevice() {
    acts.look(looked("serial:ec25", HOME, LAST));
    acts.look(looked("serial:other", HOME, STANDBY, LAST));
    assertEquals(List.of("failover/hole/device/serial:ec25/EU/staged"), standing());
    assertEquals("serial:ec25", acts.alarms().getFirst().device());
    acts.look(looked("serial:ec25", HOME, STANDBY, LAST));
    assertEquals(List.of(), standing());
  }

  @Test
  void theWatchLooksAfterTheCatalogChangedAndOnceMoreInTheEnd() {
    Value<Map<String, Looked>> seen = new Value<>(Map.of());
    try (HoleWatch watch =
        new HoleWatch(acts, log.audit(), log.audit().anchor().size() + 1, seen, time)) {
      seen.set(Map.of("serial:ec25", looked("serial:ec25", HOME, LAST)));
      assertEquals(1, standing().size(), "a card was read");
      seen.set(Map.of("serial:ec25", looked("serial:ec25", HOME, LAST)));
      assertEquals(List.of("alarm.raised"), told, "and says the same again");
      catalog.take(List.of(onCard(1, "state", "enabled"), fallback()), FILE);
      assertEquals(1, standing().size(), "the catalog is looked at later");
    }
    assertEquals(2, standing().size());
    assertTrue(standing().contains("failover/hole/region/FR/staged"), "at the latest in the end");
  }

  @Test
  void withoutAChangeNothingIsLookedAtInTheEnd() {
    catalog.take(List.of(onCard(1, "state", "enabled"), fallback()), FILE);
    try (HoleWatch watch =
        new HoleWatch(
            acts, log.audit(), log.audit().anchor().size() + 1, new Value<>(Map.of()), time)) {
      time.sleep(Duration.ZERO);
    }
    assertEquals(List.of(), standing());
    assertEquals(
        LifecycleState.ENABLED, catalog.find("PROD-FR-PARIS-2026").state(), "it is in there");
    assertEquals(Holes.NO_STANDBY, Holes.Kind.STAGED.code());
  }
}
