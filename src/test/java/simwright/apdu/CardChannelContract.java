package simwright.apdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.Deadline;
import simwright.time.HandTime;
import simwright.tlv.Octets;

/// What holds for every card channel, whatever stands below it. A subclass says how its channel is
/// made over a wire.
abstract class CardChannelContract {
  static final FaultCode BROKEN = new FaultCode("link", "gone");

  final HandTime time = new HandTime();
  final Deadline deadline = time.deadline(Duration.ofSeconds(10));

  /// The channel under test, over this wire.
  abstract CardChannel over(CardChannel wire);

  @Test
  void aCommandReachesTheCardWithItsDataAndTheAnswerComesBackWhole() {
    Command command = Command.parse(Octets.hex("80E2910003BF2D0000"));
    Response answer = Response.parse(Octets.hex("BF2D02A0009000"));
    ScriptedCard card = new ScriptedCard(_ -> answer);
    assertEquals(answer, over(card).transmit(command, deadline));
    Command sent = card.asked.getLast();
    assertEquals(command.with(sent.cls()), sent);
    assertTrue(sent.cls().proprietary());
  }

  @ParameterizedTest
  @ValueSource(ints = {0x9000, 0x9110, 0x6283, 0x63c1, 0x6985, 0x6a82, 0x6f00, 0x9300})
  void aStatusWordIsAnAnswerAndNoFault(int status) {
    CardChannel channel = over(new ScriptedCard(_ -> Response.of(status)));
    Response said = channel.transmit(Command.of(0x80, 0xe2, 0x91, 0), deadline);
    assertEquals(status, said.status().value());
  }

  @Test
  void aBrokenWireIsTheSameFaultAbove() {
    Fault broken = new Fault(BROKEN, "sending", "the wire");
    CardChannel channel =
        over(
            new ScriptedCard(_ -> {
              throw broken;
            }));
    assertSame(
        broken,
        assertThrows(
            Fault.class, () -> channel.transmit(Command.of(0x80, 0xe2, 0x91, 0), deadline)));
  }

  @Test
  void theWireNeverGetsMoreTimeThanTheCallerHas() {
    ScriptedCard card = new ScriptedCard(_ -> Response.of(0x9000));
    over(card).transmit(Command.of(0x80, 0xe2, 0x91, 0), deadline);
    assertFalse(card.deadlines.isEmpty());
    card.deadlines.forEach(given -> assertTrue(given.left().compareTo(deadline.left()) <= 0));
  }
}
