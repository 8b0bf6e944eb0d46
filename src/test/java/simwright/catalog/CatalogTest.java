package simwright.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.Actor;
import simwright.audit.Kept;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.identity.Imsi;
import simwright.journal.Event;
import simwright.time.SystemTime;

class CatalogTest {
  private static final Catalog.Source FILE = new Catalog.Source("fleet.csv", "");

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private Kept kept;
  private Catalog catalog;

  @BeforeEach
  void open() {
    kept = Kept.in(folder, new Actor("ada", Actor.Role.ADMIN), time);
    catalog = fresh();
  }

  @AfterEach
  void close() {
    kept.close();
    time.close();
  }

  private Catalog fresh() {
    return new Catalog(kept.store(), kept.audit(), kept.audit()::reveal);
  }

  @Test
  void allOfAProfileComesBackFromTheLog() {
    CatalogProfile profile =
        Profiles.profile(
            1,
            "use",
            "travel",
            "coverage",
            "regional",
            "service",
            "voice",
            "tariffOrdered",
            "M2M 5",
            "tariffFound",
            "M2M 1",
            "apns",
            "orange.fr|default|ipv4v6|pap|orange; ims|ims|ipv6",
            "dataCap",
            "5 GB",
            "version",
            "3",
            "state",
            "installed",
            "owner",
            "Fleet Paris",
            "eid",
            "89049032000000000000000000000084",
            "staged",
            "true",
            "order",
            "released",
            "notification",
            "pending");
    catalog.take(List.of(profile), FILE);
    CatalogProfile read = fresh().find("prod-fr-paris-2026");
    assertEquals(ProfileText.plain(profile, true), ProfileText.plain(read, true));
    assertEquals(Optional.of(new Iccid(Profiles.iccid(1))), read.iccid());
    assertEquals(5_000_000_000L, read.cap().orElseThrow());
    assertEquals("M2M 1", read.tariff().found());
    assertFalse(read.key().isEmpty());
  }

  @Test
  void theLogHoldsNoIdentifierInClear() {
    catalog.take(List.of(Profiles.profile(7)), FILE);
    CatalogProfile profile = catalog.find(Profiles.iccid(7));
    var unused = catalog.move(profile, LifecycleState.RELEASED, "ordered");
    String all =
        kept.audit().search("", Long.MAX_VALUE, 99).stream()
            .map(each -> each.line())
            .reduce("", String::concat);
    assertTrue(all.contains("catalog.imported"));
    assertTrue(all.contains("catalog.moved"));
    assertFalse(all.contains(Profiles.iccid(7)));
    assertFalse(all.contains("208010000000007"));
  }

  @Test
  void anImportThatDidNotEndIsNotThere() {
    catalog.take(List.of(Profiles.profile(1)), FILE);
    var unused =
        kept.audit()
            .append(
                new Event.Catalogued(
                    "part",
                    Map.of(
                        "batch",
                        "cut",
                        "profiles",
                        List.of(ProfileText.sealed(Profiles.profile(2))),
                        "words",
                        "Part 1 of 2.")));
    assertEquals(1, catalog.all().size());
    assertEquals(1, fresh().all().size());
  }

  @Test
  void aLaterImportTakesThePlaceOfWhatWasThereAndTellsTheStep() {
    catalog.take(List.of(Profiles.profile(1)), FILE);
    catalog.take(List.of(Profiles.profile(1, "owner", "Bob", "state", "released")), FILE);
    CatalogProfile profile = catalog.all().getFirst();
    assertEquals(1, catalog.all().size());
    assertEquals("Bob", profile.owner());
    assertEquals(
        List.of("reserved", "released"), catalog.history(profile).stream().map(Move::to).toList());
  }

  @Test
  void onlyAllowedStepsAreTakenAndTheLogSaysWhoWhenAndWhy() {
    catalog.take(List.of(Profiles.profile(1, "state", "installed")), FILE);
    CatalogProfile profile = catalog.all().getFirst();
    Fault refused =
        assertThrows(
            Fault.class, () -> catalog.move(profile, LifecycleState.RESERVED, "a mistake"));
    assertEquals(CatalogCodes.NOT_ALLOWED, refused.code());
    CatalogProfile after = catalog.move(profile, LifecycleState.ENABLED, "the bench runs on it");
    assertEquals(LifecycleState.ENABLED, after.state());
    Move last = catalog.history(after).getLast();
    assertEquals("ada", last.actor());
    assertEquals("installed", last.from());
    assertEquals("the bench runs on it", last.why());
    assertEquals(LifecycleState.ENABLED, fresh().all().getFirst().state());
  }

  @Test
  void aStepFromAStateThatIsNoMoreIsNone() {
    catalog.take(List.of(Profiles.profile(1, "state", "installed")), FILE);
    String key = catalog.all().getFirst().key();
    for (String to : List.of("enabled", "revoked")) {
      var unused =
          kept.audit()
              .append(
                  new Event.Catalogued(
                      "moved", Map.of("key", key, "from", "installed", "to", to, "words", "")));
    }
    assertEquals(LifecycleState.ENABLED, catalog.all().getFirst().state());
  }

  @Test
  void aChangeIsTheRecordOfItsFields() {
    catalog.take(List.of(Profiles.profile(1)), FILE);
    CatalogProfile old = catalog.all().getFirst();
    CatalogProfile next =
        ProfileReader.read(old.key(), Profiles.node(1, "name", "TEST-FR-2026", "use", "test"))
            .profile();
    CatalogProfile changed = catalog.change(next, "renamed");
    assertEquals("TEST-FR-2026", changed.name());
    assertTrue(
        kept.audit()
            .search("catalog.changed", Long.MAX_VALUE, 9)
            .getFirst()
            .line()
            .contains("[\"name\",\"use\"]"));
  }

  @Test
  void profilesThatEndSoonAreToldTheSoonestFirst() {
    catalog.take(
        List.of(
            Profiles.profile(1, "expiry", "2026-12-31"),
            Profiles.profile(2, "expiry", "2026-11-20"),
            Profiles.profile(3, "expiry", "2026-12-01", "state", "revoked"),
            Profiles.profile(4, "expiry", "2027-06-30")),
        FILE);
    List<Expiry> soon = catalog.expiring(LocalDate.of(2026, 12, 1), 60);
    assertEquals(List.of(-11L, 30L), soon.stream().map(Expiry::daysLeft).toList());
  }

  @Test
  void aNameOfSeveralIsAmbiguousAndOneOfNoneIsNot() {
    catalog.take(List.of(Profiles.profile(1), Profiles.profile(2)), FILE);
    assertEquals(
        CatalogCodes.AMBIGUOUS,
        assertThrows(Fault.class, () -> catalog.find("PROD-FR-PARIS-2026")).code());
    assertEquals(
        CatalogCodes.NO_PROFILE, assertThrows(Fault.class, () -> catalog.find("NONE")).code());
    assertEquals(
        Optional.of(new Iccid(Profiles.iccid(2))), catalog.find(Profiles.iccid(2)).iccid());
  }

  @Test
  void aFilterIsWordsAndFields() {
    catalog.take(
        List.of(
            Profiles.profile(1),
            Profiles.profile(2, "region", "EU", "use", "travel", "expiry", "2027-12-31"),
            Profiles.profile(3, "region", "EU", "place", "Lyon")),
        FILE);
    assertEquals(3, found(""));
    assertEquals(2, found("region:eu"));
    assertEquals(1, found("region:eu use:travel"));
    assertEquals(1, found("LYON orange"));
    assertEquals(2, found("before:2027-01-01"));
    assertEquals(1, found(Profiles.iccid(3)));
    assertEquals(0, found("region:E"));
  }

  private int found(String filter) {
    return catalog.search(CatalogFilter.of(filter)).size();
  }

  /// A profile lives longer than the years for which values of cards that were only seen are kept.
  @Test
  void whatTheCatalogNeedsIsNotForgottenForItsAge() throws Exception {
    catalog.take(List.of(Profiles.profile(1), Profiles.profile(2, "state", "deleted")), FILE);
    assertEquals(2, catalog.all().size());
    var unused =
        kept.store()
            .write(connection -> {
              try (var statement = connection.createStatement()) {
                return statement.executeUpdate("UPDATE subject SET seen = '2001-01-01T00:00:00Z'");
              }
            });
    kept.audit().expire();
    List<Optional<Iccid>> left = fresh().all().stream().map(CatalogProfile::iccid).toList();
    assertTrue(left.contains(Optional.of(new Iccid(Profiles.iccid(1)))));
    assertTrue(left.contains(Optional.empty()), "the deleted one is forgotten");
    assertTrue(kept.audit().forget(new Imsi("208010000000001")), "who asks for it is obeyed");
    assertEquals(2, fresh().all().stream().filter(each -> each.imsi().isEmpty()).count());
  }

  @Test
  void aThousandProfilesAreTakenAtOnce() {
    catalog.take(IntStream.range(0, 1000).mapToObj(Profiles::profile).toList(), FILE);
    assertEquals(1000, catalog.all().size());
  }
}
