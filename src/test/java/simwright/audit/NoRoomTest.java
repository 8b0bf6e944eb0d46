package simwright.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.fault.Fault;
import simwright.identity.Imsi;
import simwright.journal.Event;
import simwright.journal.Recorded;
import simwright.store.Store;
import simwright.store.StoreCodes;
import simwright.time.SystemTime;

/// The disk is full, or the log can only be read: what cannot be undone is refused first, and the
/// refusal and the end of what runs are recorded all the same.
class NoRoomTest {
  private static final Imsi IMSI = new Imsi("001010123456789");

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private Kept kept;
  private Store store;
  private Audit audit;

  @BeforeEach
  void open() {
    kept = Kept.in(folder, time);
    store = kept.store();
    audit = kept.audit();
  }

  @AfterEach
  void stop() {
    close();
    time.close();
  }

  private void close() {
    kept.close();
  }

  @Test
  void withRoomEverythingIsAdmitted() {
    audit.admit("factory reset");
    assertEquals(0, audit.standing().get().records());
  }

  @Test
  void whatCannotBeUndoneIsRefusedBeforeTheFileIsFull() {
    audit.append(asked("before"));
    limit(100);
    Fault fault = assertThrows(Fault.class, () -> audit.admit("factory reset"));
    assertEquals(AuditCodes.NO_ROOM, fault.code());
    assertEquals(Optional.of("store/full"), fault.evidence());
    Recorded refusal = newest();
    assertEquals("book.refused", refusal.kind());
    assertTrue(refusal.line().contains("factory reset"), refusal.line());
    assertTrue(audit.append(asked("what can be undone")).seq() > refusal.seq());
    assertSound();
  }

  @Test
  void inAFullFileTheRefusalAndTheEndOfWhatRunsComeFromTheReserve() {
    limit(0);
    fillUp("y".repeat(2000));
    fillUp("y");
    assertEquals(StoreCodes.FULL, assertThrows(Fault.class, () -> asking("new")).code());
    assertThrows(Fault.class, () -> audit.admit("factory reset"));
    assertTrue(newest().line().contains("factory reset"));
    long seq = audit.append(new Event.Done("j1", "x", "d", "failed", "store/full", "")).seq();
    assertEquals("job.done", audit.record(seq).orElseThrow().kind());
    assertSound();
    limit(100_000);
    audit.admit("factory reset");
    assertTrue(audit.append(asked("again")).seq() > seq);
    assertEquals(1, number("SELECT count(*) FROM reserve"), "the reserve is taken back");
    assertSound();
  }

  @Test
  void aTypedConfirmationIsNotEvenAskedForAndNoKeyIsDestroyed() {
    audit.append(new Event.IdentitySeen("d1", "M", "X", List.of(IMSI), true));
    limit(3);
    Attendant attendant =
        audit
            .people()
            .guarded(
                new Attendant() {
                  @Override
                  public <A> Optional<A> ask(Question<A> question) {
                    throw new AssertionError("was asked");
                  }
                });
    Question<Boolean> question =
        new Question.TypedConfirmation("Reset the device", "All is lost.", "yes", Duration.ZERO);
    Fault fault = assertThrows(Fault.class, () -> attendant.ask(question));
    assertEquals(AuditCodes.NO_ROOM, fault.code());
    assertThrows(Fault.class, () -> audit.forget(IMSI));
    limit(100_000);
    assertTrue(audit.forget(IMSI), "its key is still there");
    assertEquals(2, audit.search("refused", Long.MAX_VALUE, 9).size());
  }

  @Test
  void whereTheLogCanOnlyBeReadTheRefusalIsNotedAndTakenInLater() throws Exception {
    audit.append(asked("before"));
    pragma("query_only=ON");
    Fault fault = assertThrows(Fault.class, () -> audit.admit("factory reset"));
    assertEquals(AuditCodes.NO_ROOM, fault.code());
    assertEquals(Optional.of("store/read-only"), fault.evidence());
    assertThrows(Fault.class, () -> audit.admit("mode switch"));
    assertEquals(1, audit.standing().get().records());
    Path reserve = folder.resolve("log.db.reserve");
    assertEquals(1 << 20, Files.size(reserve), "the notes need no new room");
    close();
    open();
    assertEquals(3, audit.standing().get().records());
    List<Recorded> refused = audit.search("no-room", Long.MAX_VALUE, 9);
    assertTrue(refused.get(0).line().contains("mode switch"), refused.toString());
    assertTrue(refused.get(1).line().contains("store/read-only factory reset"));
    assertTrue(Files.readString(reserve).isBlank());
    assertSound();
  }

  private void asking(String act) {
    assertFalse(audit.append(asked(act)).line().isEmpty());
  }

  private void fillUp(String act) {
    Fault fault =
        assertThrows(
            Fault.class,
            () -> {
              for (int i = 0; i < 2000; i++) {
                asking(act);
              }
            });
    assertEquals(StoreCodes.FULL, fault.code());
  }

  private void assertSound() {
    assertEquals(List.of(), audit.verify(List.of()).findings());
  }

  private Recorded newest() {
    return audit.search("", Long.MAX_VALUE, 1).getFirst();
  }

  /// So many pages more may the file have.
  private void limit(int pages) {
    pragma("max_page_count=" + (number("PRAGMA page_count") + pages));
  }

  private void pragma(String pragma) {
    boolean done =
        store.write(connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + pragma);
            return true;
          }
        });
    assertTrue(done);
  }

  private int number(String sql) {
    return store.write(connection -> {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        return row.next() ? row.getInt(1) : -1;
      }
    });
  }

  private static Event asked(String act) {
    return new Event.Asked("j1", act, "", Map.of());
  }
}
