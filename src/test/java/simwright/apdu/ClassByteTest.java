package simwright.apdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassByteTest {
  @ParameterizedTest
  @CsvSource({
    "00, false, 0, false, false", "03, false, 3, false, false", "10, false, 0, true, false",
    "0C, false, 0, false, true", "40, false, 4, false, false", "4F, false, 19, false, false",
    "60, false, 4, false, true", "5F, false, 19, true, false", "80, true, 0, false, false",
    "81, true, 1, false, false", "84, true, 0, false, true", "C0, true, 4, false, false",
    "CF, true, 19, false, false", "E2, true, 6, false, true", "A0, true, 0, false, false",
    "3F, false, 0, false, false"
  })
  void theByteSaysClassChannelChainAndSecurity(
      String hex, boolean proprietary, int channel, boolean chained, boolean secured) {
    ClassByte cls = new ClassByte(Integer.parseInt(hex, 16));
    assertEquals(proprietary, cls.proprietary());
    assertEquals(channel, cls.channel());
    assertEquals(chained, cls.chained());
    assertEquals(secured, cls.secured());
    assertEquals(hex, cls.toString());
    assertEquals(cls, cls.onChannel(cls.channel()));
  }

  @ParameterizedTest
  @CsvSource({
    "00, 1, 01",
    "00, 4, 40",
    "00, 19, 4F",
    "80, 1, 81",
    "80, 4, C0",
    "80, 19, CF",
    "10, 5, 51",
    "4F, 2, 02",
    "C3, 0, 80",
    "0C, 7, 63",
    "84, 4, E0",
    "E0, 1, 89"
  })
  void aClassMovesToAnotherChannel(String from, int channel, String to) {
    ClassByte moved = new ClassByte(Integer.parseInt(from, 16)).onChannel(channel);
    assertEquals(to, moved.toString());
    assertEquals(channel, moved.channel());
  }

  /// FF would be the last channel, chained and secured in a proprietary class: there is no such
  /// byte.
  @Test
  void everyByteSurvivesAnyChannelAndBack() {
    for (int value = 0; value < 0xff; value++) {
      ClassByte cls = new ClassByte(value);
      if (cls.hasChannel()) {
        for (int channel = 0; channel < ClassByte.LAST_CHANNEL; channel++) {
          ClassByte moved = cls.onChannel(channel);
          assertEquals(channel, moved.channel());
          assertEquals(cls.proprietary(), moved.proprietary());
          assertEquals(cls.chained(), moved.chained());
          assertEquals(cls.secured(), moved.secured());
          assertEquals(channel, cls.plain().onChannel(channel).channel());
        }
      }
    }
  }

  @Test
  void whatHasNoChannelIsNotMoved() {
    ClassByte gsm = new ClassByte(0xa0);
    assertEquals(gsm, gsm.onChannel(0));
    assertThrows(IllegalArgumentException.class, () -> gsm.onChannel(1));
    assertThrows(IllegalArgumentException.class, () -> new ClassByte(0).onChannel(20));
    assertThrows(IllegalArgumentException.class, () -> new ClassByte(0xff));
  }
}
