package simwright.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.Deadline;
import simwright.time.SystemTime;
import simwright.tlv.Octets;

/// A card port writes everything down, bounds every wait, and ends once.
class CardPortTest {
  private static final LinkAddress WHERE = LinkAddress.parse("card:made up");
  private static final Command STATUS = Command.of(0x80, 0xf2, 0, 0);

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private final CountDownLatch held = new CountDownLatch(1);

  @AfterEach
  void release() {
    held.countDown();
    time.close();
  }

  private CardPort open(MadeUpCard card) {
    return new Links(List.of(card.provider()), folder, address -> false, time)
        .openCard(WHERE, soon());
  }

  private Deadline soon() {
    return time.deadline(Duration.ofSeconds(20));
  }

  private static String written(CardPort port) throws Exception {
    return Files.readString(port.transcript().file());
  }

  @Test
  void everyCommandStandsInTheTranscriptAndNoPinDoes() throws Exception {
    MadeUpCard card = new MadeUpCard(command -> Response.of(0x9000));
    CardPort port = open(card);
    port.transmit(STATUS, soon());
    port.transmit(Command.of(0, 0x20, 0, 1).with(Octets.hex("31323334FFFFFFFF")), soon());
    port.close();
    String text = written(port);
    assertTrue(text.contains(" ! card T=0, ATR 3B00\n"), text);
    assertTrue(text.contains(" > 80F20000\n"), text);
    assertTrue(text.contains(" < 9000\n"), text);
    assertTrue(text.contains(" > 0020****\n"), text);
    assertFalse(text.contains("31323334"), text);
    assertTrue(text.contains(" ! ended: link/closed"), text);
    assertEquals(1, card.closed);
    assertEquals("002000010831323334FFFFFFFF", card.asked.getLast(), "the card got it whole");
  }

  @Test
  void whatIsMeantForAClosedChannelIsNotSaidToHaveBeenSent() throws Exception {
    MadeUpCard card = new MadeUpCard(command -> Response.of(0x9000));
    CardPort port = open(card);
    card.channels = java.util.Set.of(0);
    assertEquals(0x6881, port.transmit(Command.of(0, 0x70, 0x80, 1), soon()).status().value());
    assertEquals(
        0x6881, port.transmit(Command.of(1, 0xc0, 0, 0).expecting(1), soon()).status().value());
    port.close();
    assertEquals(List.of(), card.asked);
    assertTrue(written(port).contains("not sent, as channel 1 is closed"), written(port));
    assertFalse(written(port).contains(" > "), written(port));
  }

  @Test
  void aReaderThatDoesNotComeBackIsGivenUp() {
    MadeUpCard card = new MadeUpCard(command -> waiting());
    CardPort port = open(card);
    Deadline brief = time.deadline(Duration.ofMillis(100));
    Fault late = assertThrows(Fault.class, () -> port.transmit(STATUS, brief));
    assertEquals(LinkCodes.CARD_TIMEOUT, late.code());
    assertFalse(port.isOpen());
    Fault again = assertThrows(Fault.class, () -> port.transmit(STATUS, soon()));
    assertEquals(LinkCodes.CARD_TIMEOUT, again.code(), "and the reason stays");
  }

  private Response waiting() {
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return Response.of(0x9000);
  }

  @Test
  void aPulledCardEndsThePortAndWhoListensIsTold() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    FaultCode[] why = new FaultCode[1];
    MadeUpCard card =
        new MadeUpCard(command -> {
          throw new Fault(LinkCodes.CARD_GONE, "talking to a card", "made up");
        });
    CardPort port = open(card);
    port.whenEnded(code -> {
      why[0] = code;
      told.countDown();
    });
    Fault gone = assertThrows(Fault.class, () -> port.transmit(STATUS, soon()));
    assertEquals(LinkCodes.CARD_GONE, gone.code());
    assertTrue(told.await(20, java.util.concurrent.TimeUnit.SECONDS));
    assertEquals(LinkCodes.CARD_GONE, why[0]);
    assertEquals(1, card.closed);
  }

  @Test
  void aReaderThatCannotBeHadLeavesNoTranscript() {
    LinkProvider empty =
        new MadeUpCard(command -> Response.of(0x9000)) {
          @Override
          public CardLink opened() {
            throw new Fault(LinkCodes.NO_CARD, "opening a card", "made up");
          }
        }.provider();
    Links links = new Links(List.of(empty), folder.resolve("none"), address -> false, time);
    Fault fault = assertThrows(Fault.class, () -> links.openCard(WHERE, soon()));
    assertEquals(LinkCodes.NO_CARD, fault.code());
    assertFalse(Files.exists(folder.resolve("none")), "a poll would make one each second");
  }
}
