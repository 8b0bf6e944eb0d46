package simwright.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.Actor;
import simwright.audit.Kept;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.journal.Past;
import simwright.journal.Recorded;
import simwright.time.SystemTime;

/// What the log holds of data comes back as use, whole or not at all, and names nobody.
class DataBookTest {
  private static final String HEADING =
      "at,device,profile,app,sent,received,roaming,used,cap,reset\n";
  private static final Instant AT = Traffic.START;

  @AutoClose private final SystemTime time = new SystemTime();
  @AutoClose private final Kept log;
  private final DataBook book;

  DataBookTest(@TempDir Path folder) {
    log = Kept.in(folder, new Actor("tester", Actor.Role.OPERATOR), time);
    book = new DataBook(log.store(), log.audit());
  }

  private static DataBook.Reading reading(int hour, String profile, long received) {
    return new DataBook.Reading(
        "ec25",
        "+QGDCNT?",
        Optional.of(new Iccid("8988211000009000061")),
        List.of(
            new Counted(
                AT.plus(Duration.ofHours(hour)),
                "ec25",
                profile,
                "",
                0,
                received,
                true,
                hour > 2)));
  }

  private List<Recorded> records() {
    List<Recorded> all = new ArrayList<>();
    var unused = Past.read(log.audit(), 1, all::add);
    return all.stream().filter(each -> each.kind().startsWith("data.")).toList();
  }

  @Test
  void readingsComeBackAsUseAndASecondViewSaysTheSame() {
    book.count(reading(1, "A", 100));
    assertEquals(List.of(), book.uses(Instant.EPOCH));
    book.count(reading(2, "A", 250));
    book.count(reading(3, "A", 40));
    List<Use> uses = book.uses(Instant.EPOCH);
    assertEquals(List.of(150L, 40L), uses.stream().map(Use::bytes).toList());
    assertEquals(Use.Certainty.AT_LEAST, uses.getLast().certainty());
    assertTrue(uses.getLast().roaming());
    assertEquals(uses, new DataBook(log.store(), log.audit()).uses(Instant.EPOCH));
    assertFalse(records().getFirst().line().contains("8988211000009000061"));
    assertTrue(records().getFirst().line().contains("1 counter of ec25 read by +QGDCNT?: 100 B"));
  }

  @Test
  void aFileIsTakenAsAWholeOrNotAtAll() {
    String good =
        "2026-11-01T01:00:00Z,ec25,A,,5,7,,,,\n2026-11-01T02:00:00Z,ec25,A,,6,9,true,,,\n";
    String account = "2026-11-01T03:00:00Z,,A,,,,,1 GB,5 GB,true\n";
    Fault wrong =
        assertThrows(
            Fault.class,
            () ->
                book.take(
                    DataFile.read(
                        HEADING
                            + good
                            + "yesterday,ec25,A,,1,1,,,,\n2026-11-01T02:00:00Z,,A,,1,1,,,,\n",
                        "f.csv")));
    assertEquals(QuotaCodes.BROKEN_IMPORT, wrong.code());
    assertEquals(
        "row 4: at is no time such as 2026-11-22T04:00:00Z; row 5: the device is missing",
        wrong.evidence().orElse(""));
    assertEquals(List.of(), records());
    book.take(DataFile.read(HEADING + good + account, "f.csv"));
    assertEquals(1, records().size());
    assertEquals(3, book.uses(Instant.EPOCH).getFirst().bytes());
    assertEquals(
        List.of(
            new Account(
                Instant.parse("2026-11-01T03:00:00Z"),
                "",
                "A",
                "import",
                OptionalLong.of(1_000_000_000),
                OptionalLong.of(5_000_000_000L),
                true)),
        book.accounts());
    Fault again =
        assertThrows(Fault.class, () -> book.take(DataFile.read(HEADING + good, "f.csv")));
    assertTrue(again.evidence().orElse("").startsWith("row 2: this counter was read at"));
  }

  @Test
  void aProfileIsNeverANumber() {
    Fault refused =
        assertThrows(
            Fault.class,
            () ->
                DataFile.read(
                    HEADING + "2026-11-01T01:00:00Z,ec25,8988211000009000061,,5,7,,,,\n", "f"));
    assertFalse(refused.toString().contains("8988211000009000061"));
  }

  @Test
  void whatAnOperatorTellsIsLoggedWithoutItsText() {
    Account told = new Account(AT, "", "A", "sms", OptionalLong.empty(), OptionalLong.of(5), true);
    book.tell(told, Optional.of("Dear Mrs Example, renewed 5 B"));
    assertEquals("data.reset", records().getFirst().kind());
    assertFalse(records().getFirst().line().contains("Example"));
    assertEquals(List.of(told), book.accounts());
  }
}
