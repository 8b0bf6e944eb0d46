package simwright.lpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.Actor;
import simwright.audit.Audit;
import simwright.audit.Kept;
import simwright.fault.Fault;
import simwright.journal.Event;
import simwright.journal.Recorded;
import simwright.rsp.trust.HostException;
import simwright.rsp.trust.TrustCodes;
import simwright.time.SystemTime;

/// What is excepted stands in the log alone, and is found there by whoever opens it.
class HostExceptionsTest {
  private static final String HEX = "AB".repeat(32);

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private Kept log;
  private Audit book;

  @BeforeEach
  void open() {
    log = Kept.in(folder, new Actor("anna", Actor.Role.ADMIN), time);
    book = log.audit();
  }

  @AfterEach
  void close() {
    log.close();
    time.close();
  }

  private HostException exception(String host, String hex) {
    Instant until = time.now().plus(Duration.ofDays(3));
    return HostException.asked(host, hex, until, "renewal", time.now());
  }

  @Test
  void whatOneMakesAnotherFindsWithItsUses() {
    HostException made = exception("smdp.example.test", HEX);
    HostExceptions one = new HostExceptions(book);
    one.make(made);
    one.used(new HostException.Use(made, List.of(TrustCodes.EXPIRED)));
    one.used(new HostException.Use(made, List.of(TrustCodes.EXPIRED, TrustCodes.HOST)));
    List<HostExceptions.Line> found = new HostExceptions(book).lines();
    assertEquals(List.of(made), found.stream().map(HostExceptions.Line::exception).toList());
    assertEquals("anna", found.getFirst().person());
    assertEquals(2, found.getFirst().uses());
    assertTrue(found.getFirst().last().isPresent());
    String line = book.search("trust.used", Long.MAX_VALUE, 1).getFirst().line();
    assertTrue(line.contains("trust/host") && line.contains(HEX), line);
    assertTrue(book.verify(List.of()).sound());
  }

  @Test
  void whatIsWithdrawnIsGoneForEverybodyAtOnce() {
    HostExceptions one = new HostExceptions(book);
    HostExceptions other = new HostExceptions(book);
    one.make(exception("a.example.test", HEX));
    one.make(exception("a.example.test", "CD".repeat(32)));
    one.make(exception("b.example.test", HEX));
    assertEquals(3, other.all().size());
    assertEquals(1, other.withdraw("a.example.test", Optional.of(HEX)).size());
    assertEquals(2, one.all().size());
    assertEquals(1, one.withdraw("a.example.test", Optional.empty()).size());
    assertEquals(List.of("b.example.test"), other.all().stream().map(HostException::host).toList());
    Fault none = assertThrows(Fault.class, () -> one.withdraw("a.example.test", Optional.empty()));
    assertEquals(TrustCodes.NO_EXCEPTION, none.code());
    assertThrows(Fault.class, () -> one.withdraw("b.example.test", Optional.of("EF".repeat(32))));
  }

  @Test
  void aRecordThatSaysNothingOfItsEndExceptsNothing() {
    Recorded unused =
        book.append(
            new Event.Trusted(
                "excepted",
                java.util.Map.of("host", "a.example.test", "certificate", HEX, "until", "never")));
    assertFalse(new HostExceptions(book).all().stream().anyMatch(each -> true));
  }
}
