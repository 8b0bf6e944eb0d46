package simwright.rollout.retirement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.Actor;
import simwright.audit.Kept;
import simwright.catalog.Catalog;
import simwright.catalog.CatalogProfile;
import simwright.catalog.LifecycleState;
import simwright.catalog.Profiles;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.journal.CutJournal;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.lpa.LpaCodes;
import simwright.time.SystemTime;

/// A retirement that is cut at any record of the log, before it or just after it, goes on from what
/// the log and the card say, and does nothing twice.
class RetiringTest {
  private static final Eid EID = new Eid("89049032000000000000000000000084");
  private static final String SERVER = "smdp.example.com";

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();

  @AfterEach
  void close() {
    time.close();
  }

  /// A card with the profile in use, and its server.
  private static final class Bench implements Hands {
    private Journal journal;
    private boolean there = true;
    private boolean enabled = true;
    private boolean waiting;
    private boolean serverUp = true;
    private boolean plugged = true;
    private int deleted;

    Bench(Journal journal) {
      this.journal = journal;
    }

    private void stage(String stage, String outcome, Iccid iccid) {
      var unused =
          journal.append(
              new Event.Provisioned(
                  "j",
                  "m",
                  stage,
                  outcome,
                  Map.of("iccid", iccid, "server", SERVER, "events", List.of("DELETE"))));
    }

    @Override
    public void cancelOrder(Iccid profile) {
      throw new AssertionError("it is installed");
    }

    @Override
    public boolean device() {
      return true;
    }

    @Override
    public String deviceName() {
      return "m";
    }

    private void plugged() {
      if (!plugged) {
        throw new Fault(LpaCodes.NO_PROFILE, "reading the card", "m");
      }
    }

    @Override
    public CardNow look(Iccid profile) {
      plugged();
      return new CardNow(
          EID,
          there ? Optional.of(new OnCard(enabled, List.of(SERVER))) : Optional.empty(),
          waiting ? Set.of(SERVER) : Set.of());
    }

    @Override
    public void disable(Iccid profile) {
      enabled = false;
      stage("disable", "done", profile);
    }

    @Override
    public void delete(Iccid profile) {
      assertFalse(enabled, "what is in use is not deleted");
      assertTrue(there, "deleted once");
      there = false;
      waiting = true;
      deleted++;
      stage("delete", "done", profile);
      if (serverUp) {
        tell(profile);
      }
    }

    private void tell(Iccid profile) {
      stage("notification", "taken", profile);
      waiting = false;
    }

    @Override
    public void deliver() {
      if (waiting && serverUp) {
        tell(new Iccid(Profiles.iccid(1)));
      }
    }
  }

  private CatalogProfile enabled(Catalog catalog) {
    catalog.take(
        List.of(Profiles.profile(1, "state", "enabled", "eid", EID.value())),
        new Catalog.Source("fleet.csv", ""));
    return catalog.find(Profiles.iccid(1));
  }

  private static Catalog catalog(Kept kept, Journal journal) {
    return new Catalog(kept.store(), journal, kept.audit()::reveal);
  }

  private static Retiring.Outcome again(Kept kept, Journal journal, Bench bench) {
    bench.journal = journal;
    Catalog catalog = catalog(kept, journal);
    RetirementLog log = new RetirementLog(journal);
    CatalogProfile now = catalog.find(Profiles.iccid(1));
    boolean asked = log.of(now, catalog.history(now)).ticket();
    return new Retiring(catalog, log, bench, now)
        .run("test", asked ? Optional.of(Receipt.typed("OP-1")) : Optional.empty());
  }

  private Kept open(String name) {
    Path own = folder.resolve(name);
    assertTrue(own.toFile().mkdirs());
    return Kept.in(own, new Actor("ada", Actor.Role.ADMIN), time);
  }

  @Test
  void cutAtAnyRecordItGoesOnAndNothingIsDoneTwice() {
    int cuts = 0;
    for (int at = 1; ; at++) {
      for (boolean before : new boolean[] {true, false}) {
        try (Kept kept = open(at + "-" + before)) {
          CatalogProfile profile = enabled(catalog(kept, kept.audit()));
          CutJournal cut = new CutJournal(kept.audit(), at, before);
          Bench bench = new Bench(cut);
          boolean broken = false;
          try {
            Retiring.Outcome outcome = again(kept, cut, bench);
            broken = !outcome.stopped().isEmpty();
          } catch (Fault fault) {
            broken = true;
          }
          if (!broken && cut.wanted() < at) {
            assertTrue(cuts > 10, "it was cut " + cuts + " times");
            return;
          }
          cuts++;
          Retiring.Outcome on = again(kept, kept.audit(), bench);
          String where = "cut at " + at + (before ? " before" : " after");
          assertEquals(List.of(RetirementPart.LINE_SUSPENDED), on.retirement().missing(), where);
          assertEquals(LifecycleState.REVOKED, on.profile().state(), where);
          RetirementLog log = new RetirementLog(kept.audit());
          assertFalse(log.ticket(profile, on.retirement(), false).contains(Profiles.iccid(1)));
          Retiring.Outcome over = again(kept, kept.audit(), bench);
          assertTrue(over.retirement().complete(), where + over.retirement());
          assertEquals(LifecycleState.DELETED, over.profile().state(), where);
          assertEquals(1, bench.deleted, where);
        }
      }
    }
  }

  @Test
  void aDeviceThatIsGoneAndAServerThatIsDownAreToldAndLeftForLater() {
    try (Kept kept = open("k")) {
      CatalogProfile unused = enabled(catalog(kept, kept.audit()));
      Bench bench = new Bench(kept.audit());
      bench.plugged = false;
      Retiring.Outcome gone = again(kept, kept.audit(), bench);
      assertEquals(1, gone.stopped().size());
      assertEquals(4, gone.retirement().missing().size());
      bench.plugged = true;
      bench.serverUp = false;
      Retiring.Outcome untold = again(kept, kept.audit(), bench);
      assertEquals(
          List.of(RetirementPart.LINE_SUSPENDED, RetirementPart.SERVER_TOLD),
          untold.retirement().missing());
      assertEquals("catalog/revocation-incomplete", untold.stopped().getFirst().code().toString());
      bench.waiting = false;
      assertTrue(
          again(kept, kept.audit(), bench)
              .retirement()
              .missing()
              .contains(RetirementPart.SERVER_TOLD),
          "taken off the card undelivered is not told");
    }
  }
}
