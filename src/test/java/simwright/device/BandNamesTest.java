package simwright.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.hardware.HardwareProfile.BandCoding;

/// Bands in the codings that hardware profiles name.
class BandNamesTest {
  private static String named(
      BandCoding.Coding coding, Map<String, String> places, String command, String said) {
    return BandNames.of(Map.of(command, said), Optional.of(new BandCoding(coding, places)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0x93,0x800d5,0x0|GSM/UMTS 0x93; LTE 1 3 5 7 8 20",
        "0x0,0x0|GSM/UMTS 0x0; LTE none",
        "0x93|GSM/UMTS 0x93",
        "0x93,strange|GSM/UMTS 0x93; LTE strange"
      })
  void aMaskNumbersItsBitsFromOne(String said, String names) {
    assertEquals(
        names,
        named(
            BandCoding.Coding.MASK_HEX,
            Map.of("GSM/UMTS", "2", "LTE", "3"),
            "AT+QCFG=\"band\"",
            said));
  }

  @Test
  void aDecimalMaskIsReadAsOne() {
    assertEquals(
        "LTE 1 3 8", named(BandCoding.Coding.MASK_DECIMAL, Map.of("LTE", "2"), "AT#BND?", "133"));
  }

  @Test
  void oneListHoldsThreeTechnologies() {
    assertEquals(
        "UMTS 1 8; LTE 1 7 66; NR 1 41 78",
        named(
            BandCoding.Coding.PREFIXED,
            Map.of("all", "4"),
            "AT+GTACT?",
            "20,6,3,1,8,101,107,166,501,5041,5078"));
  }

  @Test
  void settingsAreNamedByTheirTechnology() {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("AT+QNWPREFCFG=\"lte_band\"", "1:3");
    told.put("AT+QNWPREFCFG=\"nr5g_band\"", "78");
    assertEquals(
        "LTE 1 3; NR 78",
        BandNames.of(
            told,
            Optional.of(
                new BandCoding(
                    BandCoding.Coding.LIST, Map.of("LTE", "lte_band", "NR", "nr5g_band")))));
  }

  @Test
  void withoutAKnownCodingTheModemsOwnWordsStand() {
    assertEquals("0,0,524420", BandNames.of(Map.of("AT#BND?", "0,0,524420"), Optional.empty()));
    assertEquals("x", named(BandCoding.Coding.LIST, Map.of("LTE", "lte_band"), "AT+OTHER", "x"));
  }
}
