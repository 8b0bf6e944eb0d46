package simwright.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.audit.Actor.Right;
import simwright.audit.Actor.Role;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.journal.Event;
import simwright.time.SystemTime;

class PeopleTest {
  private static final Question.TypedConfirmation DANGER =
      new Question.TypedConfirmation("Factory reset", "All is lost", "RESET", Duration.ofDays(1));

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private Kept kept;
  private People people;

  @BeforeEach
  void open() {
    kept = Kept.in(folder, time);
    people = kept.audit().people();
  }

  @AfterEach
  void close() {
    kept.close();
    time.close();
  }

  @Test
  void aLoneTechnicianMayDoEverythingUntilSomebodyIsRegistered() {
    assertEquals(new Actor("tester", Role.ADMIN), people.current().get());
    refused(AuditCodes.LAST_ADMIN, () -> add("ben", Role.OPERATOR));
    add("anna", Role.ADMIN);
    assertEquals(new Actor("anna", Role.ADMIN), people.current().get());
    kept.close();
    open();
    assertEquals(new Actor("account:tester", Role.OPERATOR), people.current().get());
    people.signIn("anna", "sesame anna".toCharArray());
    people.remove("anna");
    assertEquals(new Actor("tester", Role.ADMIN), people.current().get());
  }

  @Test
  void eachRecordNamesWhoActed() {
    add("anna", Role.ADMIN);
    add("ben", Role.OPERATOR);
    people.signIn("ben", "sesame ben".toCharArray());
    var record = kept.audit().append(new Event.Asked("j", "probe", "", Map.of()));
    assertEquals("ben", record.actor());
    assertTrue(record.line().contains("\"role\":\"operator\""));
    people.signOut();
    assertEquals("account:tester", kept.audit().append(new Event.Book("x", Map.of())).actor());
  }

  @ParameterizedTest
  @CsvSource({"anna,wrong one", "nobody,sesame anna", "anna,''"})
  void aWrongNameAndAWrongSecretAreRefusedAlikeAndRecorded(String name, String secret) {
    add("anna", Role.ADMIN);
    Actor before = people.current().get();
    refused(AuditCodes.NOT_KNOWN, () -> people.signIn(name, secret.toCharArray()));
    assertEquals(before, people.current().get());
    assertEquals("book.refused", kept.audit().search("", Long.MAX_VALUE, 1).getFirst().kind());
  }

  @ParameterizedTest
  @CsvSource({
    "OPERATOR, true, false, false, false",
    "LEAD, true, true, false, false",
    "AUDITOR, false, false, true, false",
    "ADMIN, true, true, true, true"
  })
  void aRoleIsTrustedWithThisAndNoMore(
      Role role, boolean operate, boolean confirm, boolean disclose, boolean govern) {
    assertEquals(
        List.of(operate, confirm, disclose, govern),
        List.of(
            role.may(Right.OPERATE),
            role.may(Right.CONFIRM),
            role.may(Right.DISCLOSE),
            role.may(Right.GOVERN)));
  }

  @Test
  void anOperatorCannotConfirmWhatIsDangerousEvenWithTheRightWords() {
    Attendant yes =
        new Attendant() {
          @Override
          @SuppressWarnings("unchecked")
          public <A> Optional<A> ask(Question<A> question) {
            return (Optional<A>) Optional.of(true);
          }
        };
    Attendant guarded = people.guarded(yes);
    assertEquals(Optional.of(true), guarded.ask(DANGER));
    add("anna", Role.ADMIN);
    add("ben", Role.OPERATOR);
    people.signIn("ben", "sesame ben".toCharArray());
    refused(AuditCodes.NOT_PERMITTED, () -> guarded.ask(DANGER));
    assertEquals(
        Optional.of(true),
        guarded.ask(new Question.Consent("Roam", "May cost", "Enable", Duration.ofDays(1))));
    assertTrue(
        kept.audit()
            .record(kept.audit().standing().get().records())
            .orElseThrow()
            .line()
            .contains("Factory reset"));
  }

  @Test
  void onlyAnAdminGovernsAndOneIsAlwaysLeft() {
    add("anna", Role.ADMIN);
    add("lea", Role.LEAD);
    refused(AuditCodes.LAST_ADMIN, () -> people.remove("anna"));
    refused(AuditCodes.LAST_ADMIN, () -> add("anna", Role.LEAD));
    refused(AuditCodes.NOT_KNOWN, () -> people.remove("nobody"));
    people.signIn("lea", "sesame lea".toCharArray());
    refused(AuditCodes.NOT_PERMITTED, () -> add("eve", Role.ADMIN));
    refused(AuditCodes.NOT_PERMITTED, () -> people.remove("anna"));
    assertEquals(List.of("anna", "lea"), people.all().stream().map(Actor::name).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " anna", "account:root", "a\u202eb", "x\ny", "-"})
  void aNameThatCouldMisleadIsRefused(String name) {
    refused(AuditCodes.NAME, () -> add(name, Role.ADMIN));
  }

  @Test
  void aShortSecretIsRefusedAndNoneIsKeptInClear() throws Exception {
    refused(AuditCodes.SECRET_SHORT, () -> people.add("anna", Role.ADMIN, "12345".toCharArray()));
    add("anna", Role.ADMIN);
    kept.close();
    for (Path file : List.of(folder.resolve("log.db"), folder.resolve("anchors"))) {
      if (java.nio.file.Files.exists(file)) {
        String bytes =
            new String(
                java.nio.file.Files.readAllBytes(file),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("sesame"), file.toString());
      }
    }
    open();
  }

  private void add(String name, Role role) {
    people.add(name, role, ("sesame " + name).toCharArray());
  }

  private static void refused(FaultCode code, Executable act) {
    assertEquals(code, assertThrows(Fault.class, act).code());
  }
}
