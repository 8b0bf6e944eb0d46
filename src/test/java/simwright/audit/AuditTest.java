package simwright.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.fault.Fault;
import simwright.identity.Imei;
import simwright.identity.Imsi;
import simwright.journal.Event;
import simwright.journal.Recorded;
import simwright.keys.KeyRing;
import simwright.observe.Subscription;
import simwright.store.DataDirectory;
import simwright.store.Store;
import simwright.store.StoreCodes;
import simwright.time.SystemTime;

class AuditTest {
  private static final Imsi IMSI = new Imsi("001010123456789");

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    closeLog();
    time.close();
  }

  private void closeLog() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
    open.clear();
  }

  @Test
  void whatIsAppendedIsThereInOrderAndVerifies() {
    Audit audit = audit();
    for (int i = 0; i < 20; i++) {
      assertEquals(i + 1, audit.append(asked("act" + i)).seq());
    }
    Verdict verdict = audit.verify(List.of());
    assertTrue(verdict.sound(), verdict.findings().toString());
    assertEquals(20, verdict.records());
    Recorded record = audit.record(7).orElseThrow();
    assertEquals("job.asked", record.kind());
    assertTrue(record.line().contains("\"act\":\"act6\""));
    assertEquals("tester", record.actor());
    assertEquals(Optional.empty(), audit.record(21));
    assertEquals(new Book.Standing(20, 20), audit.standing().get());
  }

  @Test
  void whatIsAppendedInALabIsMarkedAndStillVerifies() {
    AtomicBoolean lab = new AtomicBoolean();
    Audit audit = audit(lab::get);
    String before = audit.append(asked("before")).line();
    lab.set(true);
    String within = audit.append(asked("within")).line();
    lab.set(false);
    String after = audit.append(asked("after")).line();
    assertTrue(within.contains("\"lab\":true"), within);
    assertFalse(before.contains("lab") || after.contains("lab"), before + after);
    assertTrue(audit.verify(List.of()).sound());
    assertEquals(List.of(within), audit.search("lab", 99, 9).stream().map(Recorded::line).toList());
  }

  @Test
  void anAnchorCountsAndFindsATruncatedLog() throws Exception {
    Audit audit = audit();
    for (int i = 0; i < 10; i++) {
      audit.append(asked("x"));
    }
    Anchor anchor = audit.anchor();
    assertEquals(10, anchor.size());
    assertEquals(new Book.Standing(10, 0), audit.standing().get());
    closeLog();
    sql(
        "DROP TRIGGER record_no_delete",
        "DROP TRIGGER checkpoint_no_delete",
        "DELETE FROM record WHERE seq > 5",
        "DELETE FROM checkpoint");
    Verdict verdict = audit().verify(List.of(anchor));
    assertFalse(verdict.sound());
    assertTrue(verdict.findings().toString().contains("older copy"), verdict.findings().toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 10})
  void aChangedRecordIsNamed(int seq) throws Exception {
    Audit audit = audit();
    for (int i = 0; i < 10; i++) {
      audit.append(asked("good"));
    }
    sql(
        "DROP TRIGGER record_no_update",
        "UPDATE record SET line = replace(line, 'good', 'evil') WHERE seq = " + seq);
    Verdict verdict = audit.verify(List.of());
    assertEquals(seq, verdict.firstBad());
    assertTrue(verdict.findings().getFirst().contains("record " + seq));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE record SET line = 'x'",
        "DELETE FROM record",
        "INSERT OR REPLACE INTO record VALUES (1, 'x')",
        "REPLACE INTO checkpoint VALUES (3, 'x', x'00')",
        "DELETE FROM checkpoint"
      })
  void ourOwnMistakesAreStoppedByTriggers(String statement) {
    Audit audit = audit();
    for (int i = 0; i < 3; i++) {
      audit.append(asked("x"));
    }
    audit.checkpoint();
    assertThrows(
        Fault.class,
        () ->
            ((Store) open.get(0))
                .write(connection -> {
                  try (Statement mistake = connection.createStatement()) {
                    return mistake.executeUpdate(statement);
                  }
                }));
    assertTrue(audit.verify(List.of()).sound());
  }

  @Test
  void identifiersStandAsPseudonymsAndCanBeForgotten() throws Exception {
    Audit audit = audit();
    audit.append(
        new Event.IdentitySeen("d1", "M", "X", List.of(IMSI, new Imei("490154203237518")), true));
    audit.append(asked("typed 001010123456789 by hand"));
    String line = audit.record(1).orElseThrow().line();
    String pseudonym =
        line.replaceAll(".*\"kind\":\"imsi\",\"pseudonym\":\"([0-9a-f]{32})\".*", "$1");
    assertEquals(Optional.of("001010123456789"), audit.reveal(pseudonym));
    assertTrue(audit.forget(IMSI));
    assertFalse(audit.forget(IMSI));
    assertEquals(Optional.empty(), audit.reveal(pseudonym));
    assertTrue(audit.verify(List.of()).sound());
    closeLog();
    byte[] digits = "001010123456789".getBytes(StandardCharsets.US_ASCII);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(holds(Files.readAllBytes(file), digits), file.toString());
      }
    }
  }

  @Test
  void wordsAreFoundAndQueriesHaveNoMeaningOfTheirOwn() {
    Audit audit = audit();
    for (int i = 1; i <= 30; i++) {
      audit.append(asked(i % 10 == 0 ? "needle number " + i : "hay"));
    }
    List<Recorded> first = audit.search("needle", Long.MAX_VALUE, 2);
    assertEquals(List.of(30L, 20L), first.stream().map(Recorded::seq).toList());
    assertEquals(List.of(10L), audit.search("needle", 20, 2).stream().map(Recorded::seq).toList());
    assertEquals(30, audit.search("", Long.MAX_VALUE, 100).size());
    assertEquals(List.of(), audit.search("\" OR needle* NOT (", Long.MAX_VALUE, 5));
  }

  @Test
  void followingGivesThePastFirstAndThenEachNewRecordOnce() {
    Audit audit = audit();
    audit.append(asked("a"));
    audit.append(asked("b"));
    List<Long> seen = new ArrayList<>();
    Subscription subscription = audit.follow(2, recorded -> seen.add(recorded.seq()));
    audit.append(asked("c"));
    subscription.close();
    audit.append(asked("d"));
    assertEquals(List.of(2L, 3L), seen);
  }

  @Test
  void aCheckpointIsSignedEveryFiveHundredRecordsAndAForgedOneIsFound() throws Exception {
    Audit audit = audit();
    for (int i = 0; i < 501; i++) {
      audit.append(asked("x"));
    }
    assertEquals(1, audit.verify(List.of()).checkpoints());
    sql("DROP TRIGGER checkpoint_no_update", "UPDATE checkpoint SET signature = zeroblob(64)");
    assertTrue(audit.verify(List.of()).findings().toString().contains("not this installation's"));
    sql("UPDATE checkpoint SET note = 'other', signature = x'00'");
    assertTrue(audit.verify(List.of()).findings().toString().contains("does not fit"));
  }

  @Test
  void fourProgramsMayAppendAtOnce() throws Exception {
    List<Process> programs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      programs.add(
          Classes.program(AppendingProgram.class.getName(), folder.toString(), "100")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("out" + i).toFile())
              .start());
    }
    for (int i = 0; i < 4; i++) {
      assertEquals(0, programs.get(i).waitFor(), Files.readString(folder.resolve("out" + i)));
    }
    Verdict verdict = audit().verify(List.of());
    assertTrue(verdict.sound(), verdict.findings().toString());
    assertEquals(400, verdict.records());
  }

  @Test
  void aNewerFileIsRefused() throws Exception {
    audit().append(asked("x"));
    closeLog();
    sql("PRAGMA user_version=99");
    Fault fault = assertThrows(Fault.class, () -> Store.open(database(), time));
    assertEquals(StoreCodes.NEWER, fault.code());
  }

  @Test
  void whatIsNoDatabaseIsSaidToBeDamaged() throws Exception {
    Files.writeString(database(), "this is no database, and longer than a header".repeat(50));
    Fault fault = assertThrows(Fault.class, () -> Store.open(database(), time));
    assertEquals(StoreCodes.DAMAGED, fault.code());
  }

  @Test
  void aFullDiskIsNamedAndNothingIsLost() {
    Audit audit = audit();
    audit.append(asked("x"));
    Store store = (Store) open.get(0);
    int pages =
        store.write(connection -> {
          try (Statement limit = connection.createStatement();
              var row = limit.executeQuery("PRAGMA page_count")) {
            int now = row.getInt(1);
            row.close();
            try (var set = limit.executeQuery("PRAGMA max_page_count=" + (now + 1))) {
              return set.getInt(1);
            }
          }
        });
    assertTrue(pages > 0);
    Fault fault =
        assertThrows(
            Fault.class,
            () -> {
              for (int i = 0; i < 200; i++) {
                audit.append(asked("y".repeat(2000)));
              }
            });
    assertEquals(StoreCodes.FULL, fault.code());
    assertTrue(audit.verify(List.of()).sound());
  }

  @Test
  void theFolderFollowsTheCommandLineThenTheEnvironmentThenTheConvention() {
    Path asked = folder.resolve("asked");
    assertEquals(asked, DataDirectory.choose(Optional.of(asked), Map.of()).root());
    Path said = folder.resolve("said");
    assertEquals(
        said,
        DataDirectory.choose(Optional.empty(), Map.of("SIMWRIGHT_DATA", said.toString())).root());
    assertEquals(
        folder.resolve("xdg/simwright"),
        DataDirectory.choose(
                Optional.empty(), Map.of("XDG_DATA_HOME", folder.resolve("xdg").toString()))
            .root());
  }

  private static boolean holds(byte[] all, byte[] part) {
    outer:
    for (int i = 0; i + part.length <= all.length; i++) {
      for (int j = 0; j < part.length; j++) {
        if (all[i + j] != part[j]) {
          continue outer;
        }
      }
      return true;
    }
    return false;
  }

  private Audit audit() {
    return audit(() -> false);
  }

  private Audit audit(BooleanSupplier lab) {
    Store store = Store.open(database(), time);
    open.add(store);
    Audit audit =
        new Audit(
            store,
            KeyRing.open(folder.resolve("keys")),
            folder.resolve("anchors"),
            new Actor("tester", Actor.Role.ADMIN),
            lab,
            time);
    open.add(audit);
    return audit;
  }

  private Path database() {
    return folder.resolve("log.db");
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout=5000");
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static Event asked(String act) {
    return new Event.Asked("j1", act, "", Map.of("n", 1, "all", List.of(true, 2L)));
  }
}
