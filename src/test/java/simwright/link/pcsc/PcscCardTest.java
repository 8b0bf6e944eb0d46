package simwright.link.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.fault.Fault;
import simwright.link.CardLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.PortInfo;
import simwright.link.PortRole;
import simwright.time.SystemTime;
import simwright.tlv.Octets;

/// How commands go through Java's library, and what its errors mean.
class PcscCardTest {
  private static final LinkAddress WHERE = LinkAddress.parse("pcsc:Reader 0");
  private static final LinkAddress SHARED = LinkAddress.parse("pcsc:Reader 0?shared");
  private static final Command OPEN = Command.of(0, 0x70, 0, 0).expecting(1);

  private final MadeUpReader service = new MadeUpReader();
  private final SystemTime time = new SystemTime();
  private final PcscLinks links = new PcscLinks(() -> service, () -> true, true, time);

  private static Command parsed(String hex) {
    return Command.parse(Octets.hex(hex));
  }

  @Test
  void manageChannelIsTheLibrarysAndClassBytesCarryTheChannel() {
    service.answer = command -> command.equals("0070000001") ? "019000" : "9000";
    CardLink card = links.openCard(WHERE);
    assertEquals(Octets.hex("019000").hex(), card.transmit(OPEN).encode().hex());
    Response selected = card.transmit(parsed("01A4040002A00000"));
    Response stored = card.transmit(parsed("81E2910001BF"));
    Response basic = card.transmit(parsed("80F20000"));
    Response closed = card.transmit(parsed("00708001"));
    assertEquals(
        List.of("0070000001", "01a4040002a00000", "81e2910001bf", "80f20000", "01708001"),
        service.wire);
    assertEquals(
        List.of("9000", "9000", "9000", "9000"),
        List.of(selected, stored, basic, closed).stream()
            .map(each -> each.status().toString())
            .toList());
    assertEquals(false, card.hasChannel(1));
  }

  @Test
  void aRefusedChannelIsWhatTheCardSaid() {
    service.answer = command -> "6A81";
    assertEquals(0x6a81, links.openCard(WHERE).transmit(OPEN).status().value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"T=0", "T=1"})
  void announcedAnswersStayRawInBothProtocols(String protocol) {
    service.protocol = protocol;
    service.answer = command -> "6112";
    CardLink card = links.openCard(WHERE);
    assertEquals(protocol, card.protocol());
    assertEquals(0x6112, card.transmit(parsed("80E2910001BF00")).status().value());
    assertEquals(1, service.wire.size());
  }

  @Test
  void aCardIsTakenAloneAndLeftReset() {
    CardLink card = links.openCard(WHERE);
    card.reset();
    card.close();
    assertEquals(
        List.of("connect *", "begin", "disconnect true", "connect *", "begin", "disconnect true"),
        service.calls);
  }

  @Test
  void aSharedCardIsLeftToTheOthersAsItIs() {
    links.openCard(SHARED).close();
    assertEquals(List.of("connect *", "disconnect false"), service.calls);
  }

  @Test
  void aChannelIsGoneAfterAReset() {
    service.answer = command -> command.equals("0070000001") ? "019000" : "9000";
    CardLink card = links.openCard(WHERE);
    card.transmit(OPEN);
    assertTrue(card.hasChannel(1));
    card.reset();
    assertEquals(false, card.hasChannel(1));
  }

  @ParameterizedTest
  @CsvSource({
    "SCARD_E_SHARING_VIOLATION, link/busy",
    "SCARD_E_NO_SMARTCARD, link/no-card",
    "SCARD_W_UNRESPONSIVE_CARD, link/card-mute",
    "SCARD_E_UNKNOWN_READER, link/absent",
    "SCARD_E_NO_SERVICE, link/reader-service-lost",
    "SCARD_W_SECURITY_VIOLATION, link/forbidden",
    "Exclusive access has already been assigned to Thread x, link/busy",
    "SCARD_E_UNEXPECTED, link/reader-error",
  })
  void whyACardCannotBeHad(String name, String code) {
    service.failure = name;
    Fault fault = assertThrows(Fault.class, () -> links.openCard(WHERE));
    assertEquals(code, fault.code().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "SCARD_W_REMOVED_CARD, link/card-gone",
    "SCARD_E_NO_SMARTCARD, link/card-gone",
    "SCARD_E_READER_UNAVAILABLE, link/card-gone",
    "SCARD_E_NOT_TRANSACTED, link/card-gone",
    "SCARD_W_RESET_CARD, link/card-reset",
    "SCARD_E_SERVICE_STOPPED, link/reader-service-lost",
    "SCARD_E_INVALID_HANDLE, link/reader-service-lost",
    "SCARD_F_COMM_ERROR, link/reader-service-lost",
  })
  void whyATalkEnds(String name, String code) {
    CardLink card = links.openCard(WHERE);
    service.failure = name;
    Fault fault = assertThrows(Fault.class, () -> card.transmit(parsed("80F20000")));
    assertEquals(code, fault.code().toString());
    assertEquals(name, fault.evidence().orElseThrow());
  }

  @Test
  void anAnswerWithoutAnyByteIsThatOfACardThatHasGone() {
    CardLink card = links.openCard(WHERE);
    service.answer = command -> "";
    Fault fault = assertThrows(Fault.class, () -> card.transmit(parsed("80F20000")));
    assertEquals("link/card-gone", fault.code().toString());
  }

  @Test
  void anUnknownReaderIsAbsent() {
    Fault fault =
        assertThrows(Fault.class, () -> links.openCard(LinkAddress.parse("pcsc:Nobody's")));
    assertEquals(LinkCodes.ABSENT, fault.code());
  }

  @Test
  void whereNoServiceIsNothingOfItIsLoaded() {
    PcscLinks none =
        new PcscLinks(
            () -> {
              throw new AssertionError("it was asked");
            },
            () -> false,
            true,
            time);
    assertEquals(List.of(), none.list());
    Fault fault = assertThrows(Fault.class, () -> none.openCard(WHERE));
    assertEquals(LinkCodes.READER_SERVICE, fault.code());
  }

  @Test
  void readersAreListedAndACardThatComesIsSeen() {
    service.inserted = false;
    PortInfo first = links.list().getFirst();
    assertEquals("pcsc:Reader 0", first.address().toString());
    assertEquals(PortRole.CARD_READER, first.role());
    assertEquals("empty", first.product());
    service.inserted = true;
    var deadline = time.deadline(java.time.Duration.ofSeconds(20));
    while (!links.list().getFirst().product().equals("with a card") && !deadline.passed()) {
      time.sleep(java.time.Duration.ofMillis(20));
    }
    assertEquals("with a card", links.list().getFirst().product());
    service.failure = "SCARD_E_NO_SERVICE";
    while (!links.list().isEmpty() && !deadline.passed()) {
      time.sleep(java.time.Duration.ofMillis(20));
    }
    assertEquals(List.of(), links.list(), "a service that stops has no readers, and is no fault");
  }
}
