package simwright.apdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.fault.Fault;
import simwright.tlv.Cards;
import simwright.tlv.Octets;

class CommandTest {
  @ParameterizedTest
  @CsvSource({
    "00700080, 1, 0, 0, false",
    "0070000001, 2, 0, 1, false",
    "00C0000000, 2, 0, 256, false",
    "00A40004023F00, 3, 2, 0, false",
    "81E2910003BF2D0000, 4, 3, 256, false",
    "81E2910003BF2D0010, 4, 3, 16, false",
    "00B000000000FF, 2, 0, 255, true",
    "00B00000000000, 2, 0, 65536, true",
    "00D60000000002AABB, 3, 2, 0, true",
    "00CB0000000002AABB0000, 4, 2, 65536, true",
    "00CB0000000002AABB0005, 4, 2, 5, true"
  })
  void everyCaseIsReadAndWrittenAsTheSameBytes(
      String hex, int kind, int brings, int expects, boolean extended) {
    Command command = Command.parse(Octets.hex(hex));
    assertEquals(kind, command.kind());
    assertEquals(brings, command.data().length());
    assertEquals(expects, command.ne());
    assertEquals(extended, command.extended());
    assertEquals(hex, command.encode().hex());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00A400",
        "FFA40000",
        "00A4000002AA",
        "00A4000001AABBCC",
        "00A4000000AA",
        "00B000000000",
        "00B00000000002AA",
        "00B000000000AABB",
        "00D60000000002AA",
        "00D60000000002AABB00"
      })
  void whatIsNoCommandIsAFault(String hex) {
    Octets bytes = Octets.hex(hex);
    assertEquals(ApduCodes.COMMAND, assertThrows(Fault.class, () -> Command.parse(bytes)).code());
  }

  @Test
  void whateverCanBeReadIsWrittenTheSame() {
    Random random = new Random(11);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(14)];
      random.nextBytes(bytes);
      if (bytes.length > 4 && random.nextBoolean()) {
        bytes[4] = (byte) random.nextInt(10);
      }
      if (bytes.length > 6 && bytes[4] == 0) {
        bytes[5] = 0;
        bytes[6] = (byte) random.nextInt(8);
      }
      try {
        assertEquals(Octets.of(bytes), Command.parse(Octets.of(bytes)).encode());
        read++;
      } catch (Fault refused) {
        assertEquals(ApduCodes.COMMAND, refused.code());
      }
    }
    assertTrue(read > 2_000, read + " commands");
  }

  @Test
  void aCommandGrowsIntoTheExtendedFormOnlyWhereItMust() {
    Command store = Command.of(0x80, 0xe2, 0x91, 0).with(Octets.of(new byte[255]));
    assertFalse(store.extended());
    assertTrue(store.with(Octets.of(new byte[256])).extended());
    assertFalse(store.expecting(256).extended());
    assertTrue(store.expecting(257).extended());
    assertThrows(IllegalArgumentException.class, () -> store.expecting(65_537));
    assertThrows(IllegalArgumentException.class, () -> Command.of(0, 256, 0, 0));
  }

  @Test
  void itsWordsLeaveTheDataOut() {
    Command pin = Command.parse(Octets.hex("00200001083132333400FFFFFF"));
    assertEquals("00200001, 8 bytes", pin.toString());
  }

  @Test
  void recordedCommandsAndAnswersAreReadAndWrittenUnchanged() {
    int seen = 0;
    for (Cards.Recorded one : Cards.lifecycle()) {
      assertEquals(one.command(), Command.parse(one.command()).encode());
      assertEquals(one.response(), Response.parse(one.response()).encode());
      seen++;
    }
    assertTrue(seen > 200, seen + " exchanges");
  }
}
