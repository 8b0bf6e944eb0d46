package simwright.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.apdu.StatusWord;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.hardware.HardwareProfiles;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.Links;
import simwright.link.MadeUpCard;
import simwright.runbook.Runbook;
import simwright.time.SystemTime;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// What a card in a reader is, told rung by rung.
class CardReaderProbeTest {
  private static final String EID = "89044050001234567890123456789012";
  private static final String ISD_R = "A0000005591010FFFFFFFF8900000100";
  private static final String VENDOR = "A0000005591010FFFFFFFF8900050500";
  private static final String ECASD = "A0000005591010FFFFFFFF8900000200";
  private static final String GET_EID = "81E2910006BF3E035C015A00";
  private static final String GET_EIM = "81E2910003BF550000";
  private static final String TOLD = "BF3E125A10" + EID;

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();

  @AfterEach
  void stop() {
    time.close();
  }

  /// A card that has these applications and answers these commands; each STORE DATA by itself.
  private static MadeUpCard card(List<String> aids, Map<String, String> answers) {
    return new MadeUpCard(command -> answer(aids, answers, command));
  }

  private static Response answer(List<String> aids, Map<String, String> answers, Command command) {
    String known = answers.get(command.encode().hex());
    if (known != null) {
      return Response.parse(Octets.hex(known));
    }
    return switch (command.ins()) {
      case 0x70 ->
          command.p1() == 0 ? new Response(Octets.of(1), StatusWord.OK) : Response.of(0x9000);
      case 0xa4 ->
          Response.of(command.p1() != 4 || aids.contains(command.data().hex()) ? 0x9000 : 0x6a82);
      case 0xb0 -> Response.parse(Octets.hex("988812010000000009F49000"));
      default -> Response.of(command.ins() == 0xe2 ? 0x6a88 : 0x6d00);
    };
  }

  private Device device(MadeUpCard card) {
    Links links = new Links(List.of(card.provider()), folder, address -> false, time);
    DeviceSet devices = new DeviceSet(links, HardwareProfiles.shipped(), new QuietJournal(), time);
    return devices.at(LinkAddress.parse("card:made up"));
  }

  private static Rung failing(Snapshot snapshot) {
    return snapshot.ladder().stream()
        .filter(rung -> rung.state() == Rung.State.FAILED)
        .findFirst()
        .orElseThrow();
  }

  private static void explained(Rung rung) {
    Optional<FaultCode> code = rung.code();
    assertTrue(code.flatMap(Runbook.shipped()::entry).isPresent(), rung.toString());
  }

  @Test
  void aPlainUsimIsNamedAndNothingAboveIsClaimed() {
    Snapshot read = device(card(List.of(), Map.of())).connect().snapshot();
    assertEquals(CardKind.PLAIN.words(), read.model().value().orElseThrow());
    assertEquals(
        "8988211000000000904", read.iccid().value().orElseThrow().value().substring(0, 19));
    Rung rung = failing(read);
    assertEquals(Rung.Step.ISD_R, rung.step());
    assertEquals(DeviceCodes.PLAIN_CARD, rung.code().orElseThrow());
    explained(rung);
    assertEquals(Rung.State.NOT_REACHED, read.ladder().getLast().state());
    assertTrue(read.eid().value().isEmpty());
  }

  @Test
  void aCardOfAnSmSrTellsItsEidByItsEcasd() {
    Map<String, String> answers = Map.of("81CA005A00", "5A10" + EID + "9000");
    Snapshot read = device(card(List.of(ISD_R, ECASD), answers)).connect().snapshot();
    assertEquals(CardKind.SGP_02.words(), read.model().value().orElseThrow());
    assertEquals(EID, read.eid().value().orElseThrow().value());
    assertEquals(DeviceCodes.REMOTE_CARD, failing(read).code().orElseThrow());
    explained(failing(read));
  }

  @Test
  void aConsumerCardIsToldFromOneOfAnEim() {
    Map<String, String> consumer = Map.of(GET_EID, TOLD + "9000", GET_EIM, "6A88");
    Map<String, String> internet = Map.of(GET_EID, TOLD + "9000", GET_EIM, "BF5502A0009000");
    assertEquals(
        CardKind.SGP_22.words(),
        device(card(List.of(ISD_R), consumer)).connect().snapshot().model().value().orElseThrow());
    assertEquals(
        CardKind.SGP_32.words(),
        device(card(List.of(ISD_R), internet)).connect().snapshot().model().value().orElseThrow());
  }

  @Test
  void anIsdRAtAnotherPlaceIsFoundThere() {
    Snapshot read =
        device(card(List.of(VENDOR), Map.of(GET_EID, TOLD + "9000"))).connect().snapshot();
    assertEquals(EID, read.eid().value().orElseThrow().value());
    assertTrue(read.ladder().get(3).words().contains(VENDOR), read.ladder().toString());
  }

  @Test
  void whereACardHadItsIsdRIsTriedFirstTheNextTime() {
    MadeUpCard card = card(List.of(VENDOR), Map.of(GET_EID, TOLD + "9000"));
    Device device = device(card);
    device.connect();
    assertTrue(selected(card).indexOf(VENDOR) > 0, "not at first");
    card.asked.clear();
    var unused =
        device.card(
            new simwright.ask.Cancel(), session -> session.ask(new simwright.euicc.GetEid()));
    assertEquals(List.of(VENDOR), selected(card));
    card.asked.clear();
    device.probe(new Cancel());
    assertEquals(VENDOR, selected(card).getFirst());
  }

  private static List<String> selected(MadeUpCard card) {
    return card.asked.stream()
        .filter(each -> each.startsWith("01A4040010"))
        .map(each -> each.substring(10, 42))
        .toList();
  }

  @Test
  void eachPlaceIsTriedOnceAndToldWithItsAnswer() {
    MadeUpCard card = card(List.of(), Map.of());
    Rung rung = failing(device(card).connect().snapshot());
    for (Octets aid : SecurityDomains.KNOWN) {
      assertTrue(rung.words().contains(aid.hex() + ": SELECT 6A82"), rung.words());
      assertEquals(1, selected(card).stream().filter(aid.hex()::equals).count());
    }
    assertEquals(ISD_R, SecurityDomains.KNOWN.getFirst().hex());
    assertTrue(SecurityDomains.KNOWN.size() >= 8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FFFFFFFFFFFFFFFFFFFF9000",
        "9888F1FFFFFFFFFFFFFF9000",
        "98889000",
        "9000",
        "6981"
      })
  void anIccidThatIsEmptyOrTooShortIsNone(String read) {
    Map<String, String> answers = Map.of("00B000000A", read, GET_EID, TOLD + "9000");
    Snapshot told = device(card(List.of(ISD_R), answers)).connect().snapshot();
    assertTrue(told.iccid().value().isEmpty());
    assertEquals(EID, told.eid().value().orElseThrow().value(), "the card talks all the same");
  }

  @Test
  void theTerminalIntroducesItselfBeforeItOpensAChannel() {
    MadeUpCard card = card(List.of(), Map.of());
    device(card).connect();
    assertEquals("80AA00000AA9088100820101830107", card.asked.getFirst());
    assertTrue(card.asked.indexOf("0070000001") > 0);
  }

  @Test
  void anActOnTheCardUsesOneChannelAndGivesItBackAndAsksOnceForWhatLasts() {
    MadeUpCard card = card(List.of(ISD_R), Map.of(GET_EID, TOLD + "9000"));
    Device device = device(card);
    device.connect();
    card.asked.clear();
    var eid =
        device.card(
            new simwright.ask.Cancel(),
            session -> {
              assertEquals("reader", session.way());
              session.ask(new simwright.euicc.GetEid());
              return session.ask(new simwright.euicc.GetEid());
            });
    assertEquals(EID, eid.value());
    assertEquals(
        List.of(
            "80AA00000AA9088100820101830107",
            "0070000001",
            "01A4040010" + ISD_R + "00",
            GET_EID,
            "00708001"),
        card.asked);
  }

  @Test
  void blocksGrowSmallerUntilADownloadIsPreparedAndNeverAfterwards() {
    MadeUpCard card = card(List.of(ISD_R), Map.of(GET_EID, TOLD + "9000"));
    Device device = device(card);
    device.connect();
    Tlv much = Tlv.of(simwright.tlv.Tag.of(0x04), Octets.of(new byte[300]));
    simwright.euicc.LoadCrl large = new simwright.euicc.LoadCrl(much);
    simwright.euicc.PrepareDownload prepare =
        new simwright.euicc.PrepareDownload(much, much, Optional.empty(), much);
    List<Integer> first = new java.util.ArrayList<>();
    boolean ended =
        device.card(
            new simwright.ask.Cancel(),
            session -> {
              session.ask(new simwright.euicc.GetEid());
              first.add(block(card, session, large));
              assertTrue(session.smaller());
              first.add(block(card, session, large));
              first.add(block(card, session, prepare));
              assertFalse(session.smaller(), "it would break the chain of blocks");
              first.add(block(card, session, large));
              return true;
            });
    assertTrue(ended);
    assertEquals(List.of(255, 120, 120, 120), first);
    ended =
        device.card(
            new simwright.ask.Cancel(),
            session -> {
              session.ask(new simwright.euicc.GetEid());
              assertTrue(session.smaller());
              assertTrue(session.smaller());
              assertEquals(60, block(card, session, large));
              return session.smaller();
            });
    assertFalse(ended, "there is none that is smaller");
  }

  /// How many bytes the first block of a function has, which the card refuses.
  private static int block(
      MadeUpCard card, CardSession session, simwright.euicc.CardRequest<?> request) {
    card.asked.clear();
    assertThrows(Fault.class, () -> session.ask(request));
    return Integer.parseInt(card.asked.getFirst().substring(8, 10), 16);
  }

  @Test
  void aPulledCardIsNoticedAtTheNextLook() {
    boolean[] pulled = new boolean[1];
    MadeUpCard card =
        new MadeUpCard(command -> {
          if (pulled[0]) {
            throw new Fault(LinkCodes.CARD_GONE, "talking to a card", "made up");
          }
          return answer(List.of(ISD_R), Map.of(GET_EID, TOLD + "9000"), command);
        });
    Device device = device(card);
    device.connect();
    assertEquals(Polled.SAME, device.poll());
    pulled[0] = true;
    assertEquals(Polled.SILENT, device.poll());
    var deadline = time.deadline(java.time.Duration.ofSeconds(20));
    while (device.view().get().state() != Attachment.State.GONE && !deadline.passed()) {
      time.sleep(java.time.Duration.ofMillis(10));
    }
    Attachment now = device.view().get();
    assertEquals(Attachment.State.GONE, now.state());
    Rung rung = failing(now.snapshot());
    assertEquals(Rung.Step.CARD, rung.step());
    assertEquals("The card was pulled", rung.words());
    explained(rung);
  }

  @Test
  void aReaderKnowsNoAtCommands() {
    Device device = device(card(List.of(), Map.of()));
    device.connect();
    Fault fault = assertThrows(Fault.class, device::at);
    assertEquals(DeviceCodes.NO_MODEM, fault.code());
  }

  @Test
  void theChannelToTheUsimIsGivenBackWhereReadingItBreaks() {
    FaultCode busy = new FaultCode("cme", "14");
    MadeUpCard card =
        new MadeUpCard(command -> {
          if (command.ins() == 0xb0 && command.cls().channel() > 0) {
            throw new Fault(busy, "reading the IMSI", "made up");
          }
          return answer(List.of("A0000000871002"), Map.of(), command);
        });
    Device device = device(card);
    assertEquals(busy, assertThrows(Fault.class, device::connect).code());
    assertEquals("00708001", card.asked.getLast());
  }
}
