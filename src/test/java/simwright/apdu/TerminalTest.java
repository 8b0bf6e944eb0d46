package simwright.apdu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import simwright.time.Deadline;
import simwright.time.HandTime;
import simwright.tlv.Octets;

/// What a terminal owes its card after 91xx (ETSI TS 102 223 clauses 6.4.7 and 6.8).
class TerminalTest {
  private static final String REFRESH = "D009810301010482028182";
  private static final String DISPLAY = "D00D8103012180820281028D020441";

  private final Deadline deadline = new HandTime().deadline(Duration.ofMinutes(1));
  private final List<String> resets = new ArrayList<>();
  private final List<String> waiting = new ArrayList<>();
  private final ScriptedCard card = new ScriptedCard(this::answer);

  private Response answer(Command command) {
    return switch (command.ins()) {
      case 0xe2 -> Response.of(pending(0x9000));
      case 0x12 ->
          waiting.isEmpty()
              ? Response.of(0x6985)
              : new Response(Octets.hex(waiting.removeFirst()), StatusWord.OK);
      case 0x14 -> Response.of(pending(0x9000));
      default -> Response.of(0x6d00);
    };
  }

  private int pending(int otherwise) {
    return waiting.isEmpty() ? otherwise : 0x9100 | waiting.getFirst().length() / 2;
  }

  private List<String> asked() {
    return card.asked.stream().map(each -> each.encode().hex()).toList();
  }

  private Response store() {
    Terminal terminal = new Terminal(card, within -> resets.add("reset"));
    return terminal.transmit(Command.of(0x81, 0xe2, 0x91, 0).with(Octets.of(1)), deadline);
  }

  @Test
  void aRefreshIsFetchedAnsweredAndFollowedByAReset() {
    waiting.add(REFRESH);
    assertEquals(0x910b, store().status().value(), "the caller sees what the card said");
    assertEquals(
        List.of("81E291000101", "801200000B", "801400000C810301010482028281830100"), asked());
    assertEquals(List.of("reset"), resets);
  }

  @Test
  void whatThisTerminalDoesNotDoIsDeclinedAndTheNextOneFetched() {
    waiting.add(DISPLAY);
    waiting.add(REFRESH);
    store();
    assertEquals(
        List.of(
            "81E291000101",
            "801200000F",
            "801400000C810301218082028281830130",
            "801200000B",
            "801400000C810301010482028281830100"),
        asked());
    assertEquals(List.of("reset"), resets);
  }

  @Test
  void aCardWithAnotherWishOnlyIsNotReset() {
    waiting.add(DISPLAY);
    store();
    assertEquals(List.of(), resets);
  }

  @Test
  void aWishThatCannotBeReadEndsInAReset() {
    waiting.add("D003810199");
    store();
    assertEquals(List.of("81E291000101", "8012000005"), asked());
    assertEquals(List.of("reset"), resets);
  }

  @Test
  void aCardThatNeverStopsWishingIsReset() {
    for (int i = 0; i < 50; i++) {
      waiting.add(DISPLAY);
    }
    store();
    assertEquals(List.of("reset"), resets);
    assertEquals(21, card.asked.size());
  }

  @Test
  void nothingIsFetchedWhereNothingWaits() {
    store();
    assertEquals(1, card.asked.size());
    assertEquals(List.of(), resets);
  }

  @Test
  void theTerminalSaysThatAnAssistantIsThere() {
    Terminal.introduce(card, deadline);
    assertEquals(List.of("80AA00000AA9088100820101830107"), asked());
  }
}
