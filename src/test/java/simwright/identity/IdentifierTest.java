package simwright.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.identity.Identifier.Check;

class IdentifierTest {
  /// 490154203237518 is the example of 3GPP TS 23.003 literature; the EIDs are those of SGP.29 and
  /// of public logs.
  @Test
  void checkDigitsOfPublishedExamplesAreRight() {
    assertEquals(Check.RIGHT, new Imei("490154203237518").check());
    assertEquals(Check.RIGHT, new Eid("89049032123451234512345678901235").check());
    assertEquals(Check.RIGHT, new Iccid("8988211000000000003").check());
    assertEquals(Check.RIGHT, new Iccid("89014103211118510720").check());
  }

  @Test
  void aWrongCheckDigitIsToldAndNotRefused() {
    assertEquals(Check.WRONG, new Imei("490154203237519").check());
    assertEquals(Check.WRONG, new Eid("89049032123451234512345678901236").check());
    assertEquals(Check.WRONG, new Iccid("8988211000000000004").check());
  }

  @Test
  void anImeisvAndAShortIccidCarryNoCheckDigit() {
    assertEquals(Check.NONE, new Imei("4901542032375101").check());
    assertEquals(Check.NONE, new Iccid("898821100000000000").check());
  }

  @Test
  void paddingAndGroupingAreTakenOff() {
    assertEquals("8988211000000000003", new Iccid("8988 2110 0000 0000 003F").value());
    assertEquals("490154203237518", new Imei("49-015420-323751-8").value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12345", "49015420323751x", "F490154203237518", "4901542032375181234"})
  void whatIsNoImeiIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> new Imei(text));
  }

  @Test
  void printingAnIdentifierNeverShowsItWhole() {
    Imsi imsi = new Imsi("001010123456789");
    assertFalse(imsi.toString().contains("0123456"));
    assertFalse(("" + new Imei("490154203237518")).contains("154203237"));
    assertEquals(new Plmn("001", "01"), imsi.plmn(2));
  }

  @ParameterizedTest
  @CsvSource({
    "internet, internet.mnc001.mcc001.gprs, true",
    "Internet, internet, true",
    "'', anything, true",
    "internet, ims, false"
  })
  void accessPointNamesAreComparedByNetworkIdentifier(String a, String b, boolean same) {
    assertEquals(same, new Apn(a).matches(new Apn(b)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IMEI 490154203237518 seen",
        "+CCID: 8988211000000000003F",
        "\"001010123456789\"",
        "EID:89049032123451234512345678901235",
        "8988 2110 0000 0000 003 on card",
        "call +15550100100 now",
        "a=490154203237518,b=001010123456789"
      })
  void redactingLeavesNoLongNumberInText(String text) {
    String redacted = Redactor.redact(text);
    assertFalse(redacted.matches("(?s).*[0-9]{8}.*"), redacted);
    assertTrue(redacted.contains("…"));
  }

  @Test
  void anActivationCodeIsToldByItsServerAlone() {
    assertEquals(
        "answered: LPA:1$smdp.example.com$… or 1$a.b$…, and 'lpa:1$x:8443$…'",
        Redactor.redact(
            "answered: LPA:1$smdp.example.com$MATCHING-77 or 1$a.b$K-2$1.3.6$1, and"
                + " 'lpa:1$x:8443$ABC'"));
    assertEquals("costs 1$ or 21$a$b", Redactor.redact("costs 1$ or 21$a$b"));
  }

  @Test
  void redactingLeavesMeasurementsAndShortNumbersAlone() {
    String text = "RSRP -93 dBm, cell 251941991, 2026-11-21T02:00:00Z, port 20000000, cause 8";
    assertEquals(text, Redactor.redact(text));
  }
}
