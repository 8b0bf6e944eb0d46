package simwright.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.audit.Actor.Role;
import simwright.fault.Fault;
import simwright.identity.Identifier.Check;
import simwright.identity.Imei;
import simwright.identity.Imsi;
import simwright.journal.Event;
import simwright.time.HandTime;
import simwright.time.SystemTime;

class ExportTest {
  private static final Imsi IMSI = new Imsi("001010123456789");
  private static final Imei IMEI = new Imei("490154203237518");

  @TempDir Path folder;
  private final HandTime time = new HandTime();
  private final SystemTime real = new SystemTime();
  private Kept kept;
  private Audit audit;

  @BeforeEach
  void open() {
    kept = Kept.in(folder, real, time);
    audit = kept.audit();
    audit.append(new Event.IdentitySeen("d1", "Quectel", "EC25", List.of(IMSI, IMEI), true));
    audit.append(new Event.IdentitySeen("d2", "Telit", "LE910", List.of(IMSI), false));
    for (int i = 0; i < 5; i++) {
      audit.append(new Event.Asked("j" + i, "device.probe", "=HYPERLINK(\"x\")", Map.of()));
    }
  }

  @AfterEach
  void close() {
    kept.close();
    real.close();
  }

  @Test
  void theLinesStandAsHashedAndTheAnchorBesideThemFitsTheLog() throws Exception {
    Path file = folder.resolve("out/log.jsonl");
    Export.Written written = audit.export(file, Export.Format.JSONL, "", false);
    List<String> lines = Files.readAllLines(file);
    assertEquals(7, written.records());
    for (int i = 0; i < lines.size(); i++) {
      assertEquals(audit.record(i + 1).orElseThrow().line(), lines.get(i));
    }
    Anchor anchor =
        Anchor.read(Files.readString(folder.resolve("out/log.jsonl.anchor"))).orElseThrow();
    assertEquals(
        Chain.sha256(lines.getLast().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        anchor.head());
    assertTrue(audit.verify(List.of(anchor)).sound());
    assertEquals(1, audit.standing().get().unanchored(), "only the record of the export itself");
    assertFalse(Files.readString(file).contains(IMSI.value()));
  }

  @Test
  void onlyTheRecordsWithAllWordsAreWritten() {
    Path file = folder.resolve("some.csv");
    assertEquals(2, audit.export(file, Export.Format.CSV, "identity.seen", false).records());
    assertEquals(0, audit.export(file, Export.Format.CSV, "nothing like it", false).records());
  }

  @Test
  void noCellIsAFormula() throws Exception {
    Path file = folder.resolve("log.csv");
    assertEquals(7, audit.export(file, Export.Format.CSV, "", false).records());
    String text = Files.readString(file);
    assertEquals(8, text.split("\r\n").length);
    assertFalse(text.contains(",\"="), text);
  }

  @ParameterizedTest
  @CsvSource({"=1+1,^=1+1", "+49,^+49", "-93,^-93", "@x,^@x", "plain,plain"})
  void whatASpreadsheetWouldCalculateIsQuoted(String text, String cell) {
    assertEquals('"' + cell.replace('^', '\'') + '"', Export.cell(text));
  }

  @Test
  void inClearNeedsTheRoleAndIsRecorded() throws Exception {
    Path file = folder.resolve("clear.jsonl");
    assertEquals(7, audit.export(file, Export.Format.JSONL, "", true).records());
    assertTrue(Files.readString(file).contains(IMSI.value()));
    String record = audit.search("", Long.MAX_VALUE, 1).getFirst().line();
    assertTrue(record.contains("\"clear\":true"), record);
    audit.people().add("anna", Role.ADMIN, "sesame anna".toCharArray());
    audit.people().add("ben", Role.OPERATOR, "sesame ben".toCharArray());
    audit.people().signIn("ben", "sesame ben".toCharArray());
    Path never = folder.resolve("never.jsonl");
    assertThrows(Fault.class, () -> audit.export(never, Export.Format.JSONL, "", true));
    assertFalse(Files.exists(never));
  }

  @Test
  void anArchiveVerifiesAloneAndAChangeInItIsFound() throws Exception {
    Path archive = folder.resolve("archive");
    assertTrue(audit.archive(archive).sound());
    assertTrue(Archive.verify(archive, Optional.empty(), List.of()).sound());
    assertThrows(Fault.class, () -> audit.archive(archive), "a folder is not written twice");
    Path lines = archive.resolve("records.jsonl");
    String whole = Files.readString(lines);
    Files.writeString(lines, whole.replaceFirst("device.probe", "device.prove"));
    assertEquals(3, Archive.verify(archive, Optional.empty(), List.of()).firstBad());
    Files.writeString(lines, whole.substring(0, whole.length() / 2));
    assertFalse(Archive.verify(archive, Optional.empty(), List.of()).sound());
    Files.writeString(archive.resolve("checkpoints.jsonl"), "no json");
    assertThrows(Fault.class, () -> Archive.verify(archive, Optional.empty(), List.of()));
  }

  @Test
  void theMapTellsWhichIdentityWasSeenInWhichDevice() {
    audit.append(new Event.IdentitySeen("d1", "Quectel", "EC25", List.of(IMSI), true));
    List<Sighting> imsi = audit.identities("001010123456789");
    assertEquals(List.of("d1", "d2"), imsi.stream().map(Sighting::device).sorted().toList());
    Sighting first =
        imsi.stream().filter(each -> each.device().equals("d1")).findFirst().orElseThrow();
    assertEquals(2, first.times());
    assertTrue(first.simulated());
    assertEquals(Check.NONE, first.check());
    assertEquals(Check.RIGHT, audit.identities("7518").getFirst().check());
    assertEquals(1, audit.identities("telit").size());
    assertEquals(2, audit.identities("0010 1012-345").size());
    assertEquals(3, audit.identities("").size());
    assertEquals(List.of(), audit.identities("999999"));
  }

  @Test
  void whatIsForgottenIsFoundByItsDeviceOnlyAndCannotBeRead() {
    assertTrue(audit.forget(IMSI));
    assertEquals(List.of(), audit.identities(IMSI.value()));
    assertEquals(Optional.empty(), audit.identities("telit").getFirst().value());
    assertTrue(audit.verify(List.of()).sound());
  }

  @Test
  void valuesThatWereNotSeenForTheirTimeAreForgottenByThemselves() {
    audit.retain("imsi", 30);
    time.advance(java.time.Duration.ofDays(20));
    audit.append(
        new Event.IdentitySeen("d3", "M", "X", List.of(new Imsi("262011234567890")), true));
    time.advance(java.time.Duration.ofDays(11));
    audit.expire();
    assertEquals(List.of(), audit.identities(IMSI.value()));
    assertEquals(1, audit.identities("262011234567890").size());
    assertEquals(1, audit.identities(IMEI.value()).size(), "an IMEI is kept longer");
    assertEquals(1, audit.search("book.expired", Long.MAX_VALUE, 9).size());
    audit.expire();
    assertEquals(1, audit.search("book.expired", Long.MAX_VALUE, 9).size());
    assertThrows(Fault.class, () -> audit.retain("imsi", 0));
    assertThrows(Fault.class, () -> audit.retain("name", 3));
  }
}
