package simwright.apdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.Deadline;
import simwright.time.HandTime;
import simwright.tlv.Octets;

/// An application is opened on a channel of its own, and nothing stays open where there is none.
class SelectedApplicationTest {
  private static final Octets HERE = Octets.hex("A000000001");
  private static final Octets ELSEWHERE = Octets.hex("A000000002");
  private static final Octets BREAKS = Octets.hex("A000000003");

  private final Deadline deadline = new HandTime().deadline(Duration.ofMinutes(1));
  private final List<String> tried = new ArrayList<>();
  private int channels = 1;
  private boolean closes = true;
  private final ScriptedCard card =
      new ScriptedCard(command ->
          switch (command.ins()) {
            case 0x70 -> {
              if (command.p1() == 0x80 && !closes) {
                throw broken("closing");
              }
              yield command.p1() == 0x80 || channels == 0
                  ? Response.of(channels == 0 ? 0x6a81 : 0x9000)
                  : new Response(Octets.of(2), StatusWord.OK);
            }
            case 0xa4 -> {
              if (command.data().equals(BREAKS)) {
                throw broken("selecting");
              }
              yield Response.of(command.data().equals(HERE) ? 0x9000 : 0x6a82);
            }
            default -> Response.of(0x6d00);
          });

  private static Fault broken(String doing) {
    return new Fault(new FaultCode("at", "timeout"), doing, "the modem");
  }

  private List<String> asked() {
    return card.asked.stream().map(each -> each.encode().hex()).toList();
  }

  @Test
  void theFirstThatIsThereIsSelectedAndClosedInTheEnd() {
    var opened =
        SelectedApplication.open(card, List.of(ELSEWHERE, HERE), "reader", tried, deadline)
            .orElseThrow();
    assertEquals(HERE, opened.aid());
    assertEquals(List.of("SELECT 6A82"), tried);
    opened.close(deadline);
    assertEquals(
        List.of("0070000001", "02A4040005A00000000200", "02A4040005A00000000100", "00708002"),
        asked());
  }

  @Test
  void whereNoneIsThereTheChannelIsGivenBack() {
    assertTrue(
        SelectedApplication.open(card, List.of(ELSEWHERE), "reader", tried, deadline).isEmpty());
    assertEquals("00708002", asked().getLast());
  }

  @Test
  void whereTheWireBreaksAtSelectTheChannelIsGivenBackToo() {
    Fault fault =
        assertThrows(
            Fault.class,
            () ->
                SelectedApplication.open(
                    card, List.of(ELSEWHERE, BREAKS), "reader", tried, deadline));
    assertEquals("selecting", fault.doing());
    assertEquals("00708002", asked().getLast());
    closes = false;
    Fault both =
        assertThrows(
            Fault.class,
            () -> SelectedApplication.open(card, List.of(BREAKS), "reader", tried, deadline));
    assertEquals("selecting", both.doing(), "what broke first is told");
    assertEquals(1, both.getSuppressed().length);
  }

  @Test
  void aCardWithoutAFreeChannelIsSaid() {
    channels = 0;
    assertTrue(SelectedApplication.open(card, List.of(HERE), "reader", tried, deadline).isEmpty());
    assertEquals(List.of("MANAGE CHANNEL: status word 6A81"), tried);
  }
}
