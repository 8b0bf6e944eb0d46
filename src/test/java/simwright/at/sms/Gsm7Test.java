package simwright.at.sms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The default alphabet of 3GPP TS 23.038. The packed texts are not of our making: `hellohello` is
/// in everybody's tests since the first public pages on PDU mode, the others are those of
/// ModemManager's message tests (03223fe7).
class Gsm7Test {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hellohello|E8329BFD4697D9EC37",
        "This is really cool ΔΔΔΔΔ|54747A0E4ACF41F27298CDCE83C6EF371B0481402010",
        "Hi there...Tue 17th Jan 2012 05:30.18 pm (GMT+1) ΔΔΔΔΔ"
            + "|C834888E2ECBCB2E978B5A2F8362373A1AA40CBB4132584C0682D57433982B8603C1DB20D4B1495DC552"
            + "200804028100"
      })
  void textsArePackedAsOthersPackThem(String text, String hex) {
    byte[] septets = Gsm7.septets(text).orElseThrow();
    assertEquals(hex, HexFormat.of().withUpperCase().formatHex(Gsm7.pack(septets, 0)));
    byte[] octets = HexFormat.of().parseHex(hex);
    assertEquals(text, Gsm7.text(Gsm7.unpack(octets, septets.length, 0).orElseThrow()));
  }

  @Test
  void everyCharacterOfBothTablesComesBack() {
    StringBuilder all = new StringBuilder("\f^{}\\[~]|€");
    for (int i = 0; i < 128; i++) {
      if (i != 0x1b) {
        all.append(Gsm7.text(new byte[] {(byte) i}));
      }
    }
    byte[] septets = Gsm7.septets(all.toString()).orElseThrow();
    assertEquals(10 * 2 + 127, septets.length);
    assertEquals(all.toString(), Gsm7.text(septets));
    assertEquals(127 + 10, all.chars().distinct().count());
  }

  @Test
  void knownPlacesOfTheTables() {
    assertArrayEquals(new byte[] {0, 1, 2, 0x24, 0x10}, Gsm7.septets("@£$¤Δ").orElseThrow());
    assertArrayEquals(new byte[] {0x1b, 0x65}, Gsm7.septets("€").orElseThrow());
    assertEquals("é", Gsm7.text(new byte[] {0x1b, 0x05}), "no such extension: the basic one");
    assertEquals(Optional.empty(), Gsm7.septets("Да"));
    assertEquals(Optional.empty(), Gsm7.septets("\u001b"));
  }

  @Test
  void anyLengthAfterAnyFillComesBackAndTooFewOctetsAreNoText() {
    Random random = new Random(23_038);
    for (int length = 0; length <= 40; length++) {
      for (int fill = 0; fill < 7; fill++) {
        byte[] septets = new byte[length];
        for (int i = 0; i < length; i++) {
          septets[i] = (byte) random.nextInt(128);
        }
        byte[] octets = Gsm7.pack(septets, fill);
        assertArrayEquals(septets, Gsm7.unpack(octets, length, fill).orElseThrow());
        if (octets.length > 0) {
          byte[] cut = Arrays.copyOf(octets, octets.length - 1);
          assertTrue(Gsm7.unpack(cut, length, fill).isEmpty());
        }
      }
    }
  }
}
