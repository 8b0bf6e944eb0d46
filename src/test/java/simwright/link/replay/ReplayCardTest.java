package simwright.link.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.fault.Fault;
import simwright.link.CardLink;
import simwright.link.CardPort;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.Links;
import simwright.link.MadeUpCard;
import simwright.time.Deadline;
import simwright.time.HandTime;
import simwright.time.SystemTime;
import simwright.tlv.Octets;

/// The transcript that a card port writes is a card again.
class ReplayCardTest {
  private static final String OPEN = "0070000001";
  private static final String STORE = "81E2910006BF3E035C015A";

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();

  @AfterEach
  void stop() {
    time.close();
  }

  private Deadline soon() {
    return time.deadline(Duration.ofSeconds(20));
  }

  private static Command command(String hex) {
    return Command.parse(Octets.hex(hex));
  }

  private Path write(String lines) throws IOException {
    return Files.writeString(
        folder.resolve("card.txt"),
        "# simwright transcript 1\n# simulated: true\n0.000 ! card T=1, ATR 3B9F\n" + lines,
        StandardCharsets.UTF_8);
  }

  private CardLink open(Path file, String how) {
    return new ReplayLinks(time).openCard(LinkAddress.parse("replay:" + file + how));
  }

  private static String said(CardLink card, String hex) {
    return card.transmit(command(hex)).encode().hex();
  }

  private static String evidence(CardLink card, String hex) {
    Fault fault = assertThrows(Fault.class, () -> card.transmit(command(hex)));
    assertEquals(LinkCodes.REPLAY_MISMATCH, fault.code());
    return fault.evidence().orElseThrow();
  }

  @Test
  void whatAPortRecordedIsPlayedByAnotherPort() throws IOException {
    MadeUpCard real =
        new MadeUpCard(each ->
            each.ins() == 0x70 ? Response.parse(Octets.hex("019000")) : Response.of(0x9000));
    CardPort recording =
        new Links(List.of(real.provider()), folder, address -> true, time)
            .openCard(LinkAddress.parse("card:made up"), soon());
    Command pin = Command.of(0, 0x20, 0, 1).with(Octets.hex("31323334FFFFFFFF"));
    for (Command each : List.of(command(OPEN), command(STORE), pin)) {
      recording.transmit(each, soon());
    }
    recording.reset(soon());
    recording.close();
    LinkAddress kept = LinkAddress.parse("replay:" + recording.transcript().file());
    Links links = new Links(List.of(new ReplayLinks(time)), folder, address -> true, time);
    assertTrue(links.leadsToCard(kept));
    CardPort played = links.openCard(kept, soon());
    assertEquals("T=0", played.protocol());
    assertEquals("3B00", played.atr().hex());
    assertEquals("019000", played.transmit(command(OPEN), soon()).encode().hex());
    assertEquals(0x9000, played.transmit(command(STORE), soon()).status().value());
    Command other = Command.of(0, 0x20, 0, 1).with(Octets.hex("39383736FFFFFFFF"));
    assertEquals(0x9000, played.transmit(other, soon()).status().value(), "a PIN is not kept");
    played.reset(soon());
    Fault over = assertThrows(Fault.class, () -> played.transmit(command(STORE), soon()));
    assertEquals("expected nothing, was sent 81E29100, 6 bytes", over.evidence().orElseThrow());
    played.close();
  }

  @Test
  void anotherCommandIsAFaultWithBothSidesAndNoData() throws IOException {
    Path file = write("0.001 > " + STORE + "\n0.002 < 9000\n");
    assertEquals(
        "expected 81E29100, 6 bytes, was sent 80F2000C, 0 bytes",
        evidence(open(file, ""), "80F2000C"));
    assertEquals(
        "expected 81E29100, 6 bytes, was sent 81E29100, 6 bytes; they differ from byte 8 on",
        evidence(open(file, ""), "81E2910006BF3E025C015A"));
    CardLink card = open(file, "");
    Fault reset = assertThrows(Fault.class, card::reset);
    assertEquals(
        "expected 81E29100, 6 bytes, the card is to be reset", reset.evidence().orElseThrow());
  }

  @Test
  void aTalkThatBrokeBreaksAgainAtTheSamePlace() throws IOException {
    Path file =
        write(
            "0.001 > 80F2000C\n0.002 < 9000\n0.003 > " + STORE + "\n0.4 ! ended: link/card-gone\n");
    CardLink card = open(file, "");
    assertEquals("9000", said(card, "80F2000C"));
    Fault gone = assertThrows(Fault.class, () -> card.transmit(command(STORE)));
    assertEquals(LinkCodes.CARD_GONE, gone.code());
  }

  @Test
  void channelsAreOpenAsTheyWereAndAResetClosesThem() throws IOException {
    Path file =
        write(
            "0.001 > "
                + OPEN
                + "\n0.002 < 029000\n0.003 ! card T=0, ATR 3B00\n"
                + "0.004 ! not sent, as channel 2 is closed: 00708002, 0 bytes\n"
                + "0.005 > 80F2000C\n0.006 < 9000\n");
    CardLink card = open(file, "");
    assertEquals("T=1", card.protocol());
    assertFalse(card.hasChannel(2));
    said(card, OPEN);
    assertTrue(card.hasChannel(2));
    card.reset();
    assertFalse(card.hasChannel(2));
    assertEquals("T=0", card.protocol());
    assertEquals("9000", said(card, "80F2000C"), "what was not sent is not waited for");
  }

  @Test
  void whatTheRecordingHidesCannotBeAnswered() throws IOException {
    Path file = write("0.001 > 81E29100****\n0.002 < BF38****9000\n");
    assertEquals(
        "the recording hides what the card answered, was sent 81E29100, 6 bytes",
        evidence(open(file, ""), STORE));
  }

  @Test
  void askedInAnyOrderEachCommandGetsItsAnswersInTurn() throws IOException {
    Path file =
        write(
            "0.001 > 81E2910003BF2D00\n0.002 < 6102\n0.003 > 01C0000002\n0.004 < AABB9000\n"
                + "0.005 > 81E2910003BF2800\n0.006 < 6102\n0.007 > 01C0000002\n0.008 < CCDD9000\n"
                + "0.009 > 81E2910003BF2D00\n0.010 < 9000\n");
    CardLink card = open(file, "?asked");
    assertEquals("6102", said(card, "81E2910003BF2800"));
    assertEquals("CCDD9000", said(card, "01C0000002"));
    assertEquals("6102", said(card, "81E2910003BF2D00"));
    assertEquals("AABB9000", said(card, "01C0000002"), "of the command before it");
    assertEquals("9000", said(card, "81E2910003BF2D00"));
    assertEquals("9000", said(card, "81E2910003BF2D00"), "the last one from then on");
    card.reset();
    assertEquals("expected nothing, was sent 80F2000C, 0 bytes", evidence(card, "80F2000C"));
  }

  @Test
  void pacedItTakesAsLongAsTheRealOne() throws IOException {
    Path file = write("0.100 > 80F2000C\n2.500 < 9000\n");
    HandTime hand = new HandTime();
    CardLink card = new ReplayLinks(hand).openCard(LinkAddress.parse("replay:" + file + "?paced"));
    var before = hand.now();
    said(card, "80F2000C");
    assertEquals(Duration.ofMillis(2400), Duration.between(before, hand.now()));
  }

  @Test
  void aTranscriptOfAtLinesIsNoCardAndOneThatIsMissingIsAbsent() throws IOException {
    Path at =
        Files.writeString(
            folder.resolve("at.txt"),
            "# simwright transcript 1\n0.001 > AT\\r\n",
            StandardCharsets.UTF_8);
    ReplayLinks links = new ReplayLinks(time);
    assertFalse(links.carriesCards(LinkAddress.parse("replay:" + at)));
    LinkAddress missing = LinkAddress.parse("replay:" + folder.resolve("none.txt"));
    assertFalse(links.carriesCards(missing));
    assertEquals(LinkCodes.ABSENT, assertThrows(Fault.class, () -> links.openCard(missing)).code());
  }
}
