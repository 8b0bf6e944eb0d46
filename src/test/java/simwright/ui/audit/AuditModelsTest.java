package simwright.ui.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.audit.Sighting;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.HandTime;
import simwright.ui.DemoParts;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;

class AuditModelsTest {
  private static final String UNREADABLE =
      "The log could not be read (store/unusable). F5 reads it again.";

  private final HandTime time = new HandTime();
  private final DemoParts demo = new DemoParts(time);
  private final Notices notices = new Notices(Bridge.atOnce(), demo);
  private final AuditViewModel audit =
      new AuditViewModel(Bridge.atOnce(), Background.atOnce(), time, demo, notices);
  private final IdentitiesViewModel identities =
      new IdentitiesViewModel(Background.atOnce(), demo, demo, notices);

  @AfterEach
  void close() {
    audit.close();
  }

  private void breaks() {
    demo.reading =
        () -> {
          throw new Fault(new FaultCode("store", "unusable"), "reading the log", "audit.db");
        };
  }

  @Test
  void everyFacetSearchesAgain() {
    audit.kindProperty().set("job.done");
    audit.outcomeProperty().set("failed");
    audit.deviceProperty().set(" ec25 ");
    audit.actorProperty().set("ines");
    audit.sinceProperty().set(Since.DAY);
    audit.wordsProperty().set("cable");
    assertEquals(
        new AuditSource.Query(
            "cable",
            "job.done",
            "ec25",
            "ines",
            "failed",
            time.now().minus(java.time.Duration.ofDays(1))),
        demo.queries.getLast());
  }

  @Test
  void aLogThatCannotBeReadSaysSoWhereTheRecordsWouldBe() {
    breaks();
    audit.refresh();
    identities.search();
    assertEquals(UNREADABLE, audit.getState().wordsProperty().get());
    assertEquals(UNREADABLE, identities.getState().wordsProperty().get());
    demo.reading = () -> {};
    audit.refresh();
    assertEquals(
        "No record matches. Take words or filters away, or press F5.",
        audit.getState().wordsProperty().get());
  }

  @Test
  void identitiesAreMaskedUntilTheyAreAskedForInClear() {
    identities.search();
    Sighting one = identities.getFound().getFirst();
    assertFalse(identities.value(one).contains("32375"), identities.value(one));
    identities.clearProperty().set(true);
    assertEquals("4901 5420 3237 518", identities.value(one));
  }

  @Test
  void whoMayNotSeeThemKeepsThemMasked() {
    demo.reading =
        () -> {
          if (identities.clearProperty().get()) {
            throw new Fault(new FaultCode("job", "role"), "showing identities", "ines");
          }
        };
    identities.clearProperty().set(true);
    assertFalse(identities.clearProperty().get());
    assertEquals(1, notices.all().size());
    assertEquals(1, identities.getFound().size());
  }

  @Test
  void theTableIsSavedAsItStands() {
    identities.export("Kind,Identity\n");
    assertEquals(List.of("identities.csv Kind,Identity\n"), demo.saved);
  }
}
