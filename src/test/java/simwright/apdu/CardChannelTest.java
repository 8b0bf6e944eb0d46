package simwright.apdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.fault.Fault;
import simwright.tlv.Cards;
import simwright.tlv.Octets;

class CardChannelTest {
  private static final Command STORE = Command.parse(Octets.hex("81E2910003BF3E00"));

  @Nested
  class WholeAnswersTest extends CardChannelContract {
    @Override
    CardChannel over(CardChannel wire) {
      return new WholeAnswers(wire);
    }

    /// A real card answered a notification list as 6100 6100 617D 9000.
    @Test
    void aChainIsPutTogether() {
      ScriptedCard card = chain("6100", "01026100", "036102", "04059105");
      Response whole = over(card).transmit(STORE, deadline);
      assertEquals("0102030405", whole.data().hex());
      assertEquals(0x9105, whole.status().value());
      assertEquals("01C0000000", card.asked.get(1).encode().hex());
      assertEquals("01C0000002", card.asked.get(3).encode().hex());
    }

    @ParameterizedTest
    @CsvSource({"6E00, 81", "6D00, 81"})
    void aCardThatWantsItsOwnClassGetsItAndIsRemembered(String refusal, String cls) {
      ScriptedCard card =
          new ScriptedCard(command ->
              command.ins() != 0xc0
                  ? Response.of(0x6101)
                  : Response.parse(Octets.hex(command.cls().proprietary() ? "AA9000" : refusal)));
      CardChannel channel = over(card);
      assertEquals("AA", channel.transmit(STORE, deadline).data().hex());
      assertEquals(3, card.asked.size());
      assertEquals("AA", channel.transmit(STORE, deadline).data().hex());
      assertEquals(5, card.asked.size());
      assertEquals(cls, card.asked.getLast().cls().toString());
    }

    @Test
    void aCardThatNeverEndsIsStopped() {
      ScriptedCard card = new ScriptedCard(_ -> Response.of(0x6110));
      Fault fault = assertThrows(Fault.class, () -> over(card).transmit(STORE, deadline));
      assertEquals(ApduCodes.ENDLESS, fault.code());
      assertEquals(WholeAnswers.ROUNDS + 1, card.asked.size());
    }

    @Test
    void aRecordedLifeOfACardGivesTheSameAnswers() {
      Deque<Cards.Recorded> wire = new ArrayDeque<>();
      List<Command> asked = new ArrayList<>();
      for (Cards.Recorded one : Cards.lifecycle()) {
        Command command = Command.parse(one.command());
        Command as = command.ins() == 0xc0 ? command.with(command.cls().plain()) : command;
        wire.add(new Cards.Recorded(as.encode(), one.response()));
        if (command.ins() != 0xc0 && command.ins() != 0xa4) {
          asked.add(command);
        }
      }
      wire.removeIf(one -> Command.parse(one.command()).ins() == 0xa4);
      CardChannel channel =
          over((command, _) -> {
            Cards.Recorded next = wire.remove();
            assertEquals(next.command().hex(), command.encode().hex());
            return Response.parse(next.response());
          });
      List<Octets> answers = new ArrayList<>();
      for (Command command : asked) {
        Response whole = channel.transmit(command, deadline);
        assertTrue(whole.status().succeeded(), command.toString());
        if (!whole.data().isEmpty()) {
          answers.add(whole.data());
        }
      }
      assertTrue(wire.isEmpty());
      assertEquals(Cards.answers(), answers);
    }
  }

  @Nested
  class RightLengthTest extends CardChannelContract {
    @Override
    CardChannel over(CardChannel wire) {
      return new RightLength(wire);
    }

    @Test
    void theLengthTheCardNamesIsAskedForOnce() {
      ScriptedCard card = chain("6C01", "019000");
      Response said = over(card).transmit(Command.of(0, 0x70, 0, 0), deadline);
      assertEquals("01", said.data().hex());
      assertEquals("0070000001", card.asked.getLast().encode().hex());
      ScriptedCard stubborn = new ScriptedCard(_ -> Response.of(0x6c00));
      assertEquals(0x6c00, over(stubborn).transmit(STORE, deadline).status().value());
      assertEquals(2, stubborn.asked.size());
    }
  }

  @Nested
  class TimedTest extends CardChannelContract {
    @Override
    CardChannel over(CardChannel wire) {
      return new Timed(wire, _ -> Duration.ofSeconds(3));
    }

    @Test
    void eachCommandHasTheTimeOfItsKindAndNothingIsSentTooLate() {
      ScriptedCard card = new ScriptedCard(_ -> Response.of(0x9000));
      over(card).transmit(STORE, deadline);
      assertEquals(Duration.ofSeconds(3), card.deadlines.getFirst().left());
      time.advance(Duration.ofSeconds(11));
      Fault late = assertThrows(Fault.class, () -> over(card).transmit(STORE, deadline));
      assertEquals(ApduCodes.LATE, late.code());
      assertEquals(1, card.asked.size());
    }
  }

  @Nested
  class RecordingTest extends CardChannelContract {
    private final List<Object> recorded = new ArrayList<>();

    @Override
    CardChannel over(CardChannel wire) {
      return new Recording(wire, into(recorded));
    }

    @Test
    void aCommandIsToldBeforeItIsSentAndItsAnswerAfterwards() {
      Response said = Response.parse(Octets.hex("BF3E009000"));
      ScriptedCard card =
          new ScriptedCard(command -> {
            assertEquals(List.of(command), recorded);
            return said;
          });
      assertEquals(said, over(card).transmit(STORE, deadline));
      assertEquals(List.of(STORE, said), recorded);
      ScriptedCard mute =
          new ScriptedCard(_ -> {
            throw new Fault(ApduCodes.LATE, "sending", "the card");
          });
      assertThrows(Fault.class, () -> over(mute).transmit(STORE, deadline));
      assertEquals(List.of(STORE, said, STORE), recorded, "what was never answered stands there");
    }
  }

  @Nested
  class LogicalChannelTest extends CardChannelContract {
    @Override
    CardChannel over(CardChannel wire) {
      return new LogicalChannel(wire, 5);
    }

    @Test
    void aChannelIsOpenedSelectedUsedAndClosed() {
      ScriptedCard card = chain("029000", "612F", "9000", "9000");
      LogicalChannel channel = LogicalChannel.open(card, deadline);
      Octets aid = Octets.hex("A0000005591010FFFFFFFF8900000100");
      assertEquals(0x612f, channel.select(aid, deadline).status().value());
      channel.transmit(Command.of(0x80, 0xe2, 0x91, 0), deadline);
      channel.close(deadline);
      assertEquals(
          List.of("0070000001", "02A4040010" + aid.hex() + "00", "82E29100", "00708002"),
          card.asked.stream().map(one -> one.encode().hex()).toList());
    }

    @ParameterizedTest
    @CsvSource({"6881", "6A81", "9000", "009000", "149000", "01029000"})
    void aCardThatNamesNoChannelIsAFaultWithWhatItSaid(String said) {
      ScriptedCard card = chain(said);
      Fault fault = assertThrows(Fault.class, () -> LogicalChannel.open(card, deadline));
      assertEquals(ApduCodes.NO_CHANNEL, fault.code());
      assertTrue(fault.evidence().orElseThrow().startsWith("status word "));
    }

    @Test
    void thereAreNineteen() {
      CardChannel card = chain("9000");
      assertThrows(IllegalArgumentException.class, () -> new LogicalChannel(card, 0));
      assertThrows(IllegalArgumentException.class, () -> new LogicalChannel(card, 20));
    }
  }

  @Nested
  class StackTest extends CardChannelContract {
    @Override
    CardChannel over(CardChannel wire) {
      CardChannel recorded = new Recording(new RightLength(wire), into(new ArrayList<>()));
      return new LogicalChannel(
          new WholeAnswers(new Timed(recorded, _ -> Duration.ofMinutes(5))), 1);
    }

    @Test
    void theDecoratorsStandOnEachOther() {
      ScriptedCard card = chain("6110", "6C04", "010203049000");
      Response whole = over(card).transmit(Command.of(0x80, 0xca, 0, 0), deadline);
      assertEquals("01020304", whole.data().hex());
      assertEquals("01C0000004", card.asked.getLast().encode().hex());
    }
  }

  private static Recording.Recorder into(List<Object> recorded) {
    return new Recording.Recorder() {
      @Override
      public void sent(Command command) {
        recorded.add(command);
      }

      @Override
      public void received(Response response) {
        recorded.add(response);
      }
    };
  }

  private static ScriptedCard chain(String... answers) {
    List<String> left = new ArrayList<>(List.of(answers));
    return new ScriptedCard(_ -> Response.parse(Octets.hex(left.removeFirst())));
  }
}
