package simwright.rollout.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.Actor;
import simwright.audit.Kept;
import simwright.catalog.Catalog;
import simwright.catalog.LifecycleState;
import simwright.catalog.Profiles;
import simwright.catalog.migration.MigrationFile;
import simwright.catalog.migration.MigrationPlan;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.journal.CutJournal;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.lpa.LpaCodes;
import simwright.time.SystemTime;

/// A migration that is cut at any record of the log goes on from what log and card say; nothing old
/// goes before the new profile was proven, and what fails goes back.
class MigratingTest {
  private static final Eid EID = new Eid("89049032000000000000000000000084");
  private static final Iccid OLD = new Iccid(Profiles.iccid(1));
  private static final Iccid NEW = new Iccid(Profiles.iccid(2));
  private static final Iccid OTHER = new Iccid(Profiles.iccid(3));

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();

  @AfterEach
  void close() {
    time.close();
  }

  /// A card whose new profile may not come up.
  private static final class Card implements MigrationHands {
    private Journal journal;
    private final Map<String, Boolean> profiles = new TreeMap<>();
    private boolean bad;
    private boolean wrongOrder;
    private boolean deaf;
    private boolean proven;
    private int downloads;

    Card(Journal journal, Iccid inUse) {
      this.journal = journal;
      profiles.put(OLD.value(), false);
      profiles.put(inUse.value(), true);
    }

    private void stage(String stage, Iccid iccid) {
      var unused =
          journal.append(new Event.Provisioned("j", "m", stage, "done", Map.of("iccid", iccid)));
    }

    @Override
    public String device() {
      return "m";
    }

    @Override
    public CardNow look() {
      return new CardNow(
          EID,
          profiles.entrySet().stream()
              .map(each -> new OnCard(new Iccid(each.getKey()), each.getValue()))
              .toList());
    }

    @Override
    public void download(MigrationPlan.Order order) {
      downloads++;
      profiles.put((wrongOrder ? OTHER : NEW).value(), false);
      stage("installation", NEW);
    }

    @Override
    public Optional<String> enable(Iccid profile) {
      if (!profiles.containsKey(profile.value())) {
        throw new Fault(LpaCodes.NO_PROFILE, "looking for a profile", "m");
      }
      profiles.replaceAll((each, _) -> each.equals(profile.value()));
      stage("enable", profile);
      proven |= profile.equals(NEW) && !bad;
      return profile.equals(NEW) && bad ? Optional.of("no registration") : Optional.empty();
    }

    @Override
    public void delete(Iccid profile) {
      if (deaf) {
        throw new Fault(LpaCodes.NOT_SWITCHED, "deleting", "m");
      }
      assertTrue(proven, "nothing old is deleted before the new one was proven");
      assertFalse(profiles.get(profile.value()), "what is in use is not deleted");
      profiles.remove(profile.value());
      stage("delete", profile);
    }
  }

  private static MigrationFile plan(String more) {
    return MigrationFile.read(
        """
        migration: next
        from: "1"
        to: "2"
        %s
        orders:
          - old: "%s"
            new: "%s"
            code: LPA:1$smdp.example.com$A-1
        """
            .formatted(more, OLD.value(), NEW.value()),
        "plan.yaml");
  }

  private static Catalog filled(Kept kept, String oldState) {
    Catalog catalog = catalog(kept, kept.audit());
    catalog.take(
        List.of(
            Profiles.profile(1, "version", "1", "state", oldState, "eid", EID.value()),
            Profiles.profile(2, "version", "2", "state", "released"),
            Profiles.profile(
                3,
                "version",
                "9",
                "eid",
                EID.value(),
                "state",
                oldState.equals("enabled") ? "disabled" : "enabled")),
        new Catalog.Source("fleet.csv", ""));
    return catalog;
  }

  private static Catalog catalog(Kept kept, Journal journal) {
    return new Catalog(kept.store(), journal, kept.audit()::reveal);
  }

  private static Migrating.Outcome migrate(
      Kept kept, Journal journal, Card card, MigrationFile plan) {
    card.journal = journal;
    Catalog catalog = catalog(kept, journal);
    return new Migrating(catalog, new MigrationLog(journal), plan.plan(), card)
        .run(plan.pairs(catalog))
        .getFirst();
  }

  private static LifecycleState state(Kept kept, int number) {
    return catalog(kept, kept.audit()).find(Profiles.iccid(number)).state();
  }

  private Kept open(String name) {
    Path own = folder.resolve(name);
    assertTrue(own.toFile().mkdirs());
    return Kept.in(own, new Actor("ada", Actor.Role.ADMIN), time);
  }

  @Test
  void cutAtAnyRecordItGoesOn() {
    int cuts = 0;
    for (int at = 1; ; at++) {
      for (boolean before : new boolean[] {true, false}) {
        try (Kept kept = open(at + "-" + before)) {
          Catalog unused = filled(kept, "enabled");
          CutJournal cut = new CutJournal(kept.audit(), at, before);
          Card card = new Card(cut, OLD);
          try {
            Migrating.Outcome whole = migrate(kept, cut, card, plan(""));
            assertTrue(whole.state().reached(MigrationStep.DONE));
            assertTrue(cuts > 15, "it was cut " + cuts + " times");
            return;
          } catch (Fault gone) {
            cuts++;
          }
          String where = "cut at " + at + (before ? " before" : " after");
          assertTrue(card.look().inUse().isPresent(), where + ": it is never without a profile");
          Migrating.Outcome on = migrate(kept, kept.audit(), card, plan(""));
          assertEquals(MigrationStep.DONE, on.state().step(), where + on);
          assertEquals(Map.of(NEW.value(), true), card.profiles, where);
          assertEquals(1, card.downloads, where);
          assertEquals(LifecycleState.ENABLED, state(kept, 2), where);
          assertEquals(LifecycleState.DELETED, state(kept, 1), where);
        }
      }
    }
  }

  @Test
  void whatDoesNotComeUpGoesBackToTheLastStableProfile() {
    try (Kept kept = open("k")) {
      Catalog unused = filled(kept, "enabled");
      Card card = new Card(kept.audit(), OLD);
      card.bad = true;
      Migrating.Outcome failed = migrate(kept, kept.audit(), card, plan(""));
      assertEquals("catalog/not-proven", failed.stopped().orElseThrow().code().toString());
      assertEquals(Map.of(OLD.value(), true, NEW.value(), false), card.profiles);
      assertTrue(
          failed
              .state()
              .words()
              .endsWith("it went back to the last stable profile, which was" + " proven"),
          failed.state().words());
      assertEquals(LifecycleState.ENABLED, state(kept, 1));
      assertEquals(LifecycleState.INSTALLED, state(kept, 2));
      card.bad = false;
      assertEquals(MigrationStep.DONE, migrate(kept, kept.audit(), card, plan("")).state().step());
      assertEquals(1, card.downloads, "it was on the card already");
    }
  }

  @Test
  void anOrderThatBringsAnotherProfileIsNoNewVersion() {
    try (Kept kept = open("k")) {
      Catalog unused = filled(kept, "enabled");
      Card card = new Card(kept.audit(), OLD);
      card.wrongOrder = true;
      Migrating.Outcome failed = migrate(kept, kept.audit(), card, plan(""));
      assertTrue(failed.stopped().orElseThrow().evidence().orElse("").contains("another profile"));
      assertEquals(Optional.of(OLD), card.look().inUse());
      assertEquals(MigrationStep.BEGUN, failed.state().step());
    }
  }

  @Test
  void aProfileThatOnlyWaitedIsReplacedByOneThatWaits() {
    try (Kept kept = open("k")) {
      Catalog unused = filled(kept, "disabled");
      Card card = new Card(kept.audit(), OTHER);
      Migrating.Outcome done = migrate(kept, kept.audit(), card, plan("old-profile: keep"));
      assertEquals(MigrationStep.DONE, done.state().step(), done.toString());
      assertEquals(Optional.of(OTHER), card.look().inUse());
      assertTrue(card.look().has(OLD), "it is kept");
      assertEquals(LifecycleState.ENABLED, state(kept, 3));
      assertEquals(LifecycleState.DISABLED, state(kept, 2));
    }
  }

  @Test
  void whoSwitchedBackMeanwhileIsNotLeftWithoutTheProfileInUse() {
    try (Kept kept = open("k")) {
      Catalog unused = filled(kept, "enabled");
      Card card = new Card(kept.audit(), OLD);
      card.deaf = true;
      Migrating.Outcome left = migrate(kept, kept.audit(), card, plan(""));
      assertEquals(MigrationStep.PROVEN, left.state().step());
      assertEquals(Optional.of(NEW), card.look().inUse(), "the new one is the stable one now");
      assertTrue(card.look().has(OLD));
      card.deaf = false;
      card.proven = false;
      assertEquals(Optional.empty(), card.enable(OLD));
      Migrating.Outcome done = migrate(kept, kept.audit(), card, plan(""));
      assertEquals(MigrationStep.DONE, done.state().step(), done.toString());
      assertEquals(Map.of(NEW.value(), true), card.profiles);
    }
  }
}
