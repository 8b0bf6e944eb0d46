package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What users leave on a modem stays there over starts, is listed and deleted as the standard and
/// its maker say, and what is not there is refused.
class LeftTracesTest {
  @Test
  void aPhoneBookIsKeptByTheCardOrByTheDevice() {
    Typed typed = new Typed("ec25");
    assertEquals("+CPBS: \"SM\",0,250|OK", typed.type("AT+CPBS?"));
    assertEquals("OK", typed.type("AT+CPBW=,\"+999001\",145,\"Anna\""));
    assertEquals("OK", typed.type("AT+CPBW=7,\"112\",129,\"Help\""));
    assertEquals("+CPBR: 1,\"+999001\",145,\"Anna\"|OK", typed.type("AT+CPBR=1"));
    assertEquals("OK", typed.type("AT+CPBS=\"ME\""));
    assertEquals("+CPBS: \"ME\",0,50|OK", typed.type("AT+CPBS?"));
    assertEquals("OK", typed.type("AT+CPBW=2,\"4711\",129,\"Desk\""));
    typed.modem.powerOn();
    String unused = typed.wait(Duration.ofSeconds(20)) + typed.type("ATE0+CMEE=1");
    assertEquals("+CPBS: \"SM\",2,250|OK", typed.type("AT+CPBS?"), "chosen anew at a start");
    assertEquals("OK", typed.type("AT+CPBW=1"));
    assertEquals("+CPBR: 7,\"112\",129,\"Help\"|OK", typed.type("AT+CPBR=1,250"));
    assertEquals("OK", typed.type("AT+CPBS=\"ME\""));
    assertTrue(typed.type("AT+CPBR=1,50").contains("Desk"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      textBlock =
          """
          AT+CPBS="XX";                +CME ERROR: 3
          AT+CPBR=0;                   +CME ERROR: 21
          AT+CPBR=251;                 +CME ERROR: 21
          AT+CPBR=x;                   +CME ERROR: 50
          AT+CPBR=5;                   +CME ERROR: 22
          AT+CPBR=1,250;               OK
          AT+CPBW=251,"1";             +CME ERROR: 21
          AT+CPBW=1,"a";               +CME ERROR: 27
          AT+CPBW=1,"1",129,"A very long name"; +CME ERROR: 24
          AT+QFDEL="none";             +CME ERROR: 405
          AT+ULSTFILE=0;               +CME ERROR: 4
          AT%CMNG=1;                   +CME ERROR: 4
          """)
  void whatIsNotThereIsRefused(String line, String answer) {
    assertEquals(answer, new Typed("ec25").type(line));
  }

  @Test
  void filesAndCertificatesAreTheMakersOwn() {
    Typed quectel = new Typed("ec25");
    quectel.modem.used();
    assertEquals(
        "+QFLST: \"cacert.pem\",1216|+QFLST: \"settings.txt\",120|OK",
        quectel.type("AT+QFLST=\"*\""));
    assertEquals("OK", quectel.type("AT+QFDEL=\"cacert.pem\""));
    assertEquals("+CME ERROR: 405", quectel.type("AT+QFDEL=\"cacert.pem\""));
    quectel.modem.powerOn();
    String unused = quectel.wait(Duration.ofSeconds(20)) + quectel.type("ATE0+CMEE=1");
    assertEquals("+QFLST: \"settings.txt\",120|OK", quectel.type("AT+QFLST=\"*\""));

    Typed ublox = new Typed("sara-r5");
    ublox.modem.used();
    assertTrue(ublox.type("AT+USECMNG=3").startsWith("+USECMNG: \"CA\",\"ca\","));
    assertEquals("+CME ERROR: 22", ublox.type("AT+USECMNG=2,\"PK\",\"ca\""));
    assertEquals("OK", ublox.type("AT+USECMNG=2,\"CA\",\"ca\""));
    assertEquals("OK", ublox.type("AT+USECMNG=3"));
    assertEquals("+CME ERROR: 22", ublox.type("AT+UDELFILE=\"none\""));
  }

  @Test
  void contextsAndForbiddenNetworksAreLeftToo() {
    Typed typed = new Typed("ec25");
    typed.modem.used();
    assertTrue(typed.type("AT+CGDCONT?").contains("corp.example"));
    assertTrue(typed.type("AT+CGAUTH?").contains("anna"));
    assertTrue(typed.type("AT+CRSM=176,28539,0,0,12").contains("00F130"));
    assertTrue(typed.type("AT+CPMS?").startsWith("+CPMS: \"SM\",1,10"));
  }
}
