package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.hardware.HardwareProfiles;

/// A simulated modem answers as ITU-T V.250, 3GPP TS 27.007 and TS 27.005 say, refusals included:
/// one that says yes to everything proves nothing.
class StandardAnswersTest {
  private final Typed typed = new Typed("ec25");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      textBlock =
          """
          AT;                          OK
          at+cgmm;                     EC25|OK
          AT+CFUN=2;                   +CME ERROR: 50
          AT+CFUN=1,2;                 +CME ERROR: 50
          AT+CFUN=1,0,0;               +CME ERROR: 50
          AT+CREG=4;                   +CME ERROR: 50
          AT+CREG=x;                   +CME ERROR: 50
          AT+COPS=9;                   +CME ERROR: 50
          AT+COPS=3,5;                 +CME ERROR: 50
          AT+COPS=1,2,"99999";         +CME ERROR: 50
          AT+CGDCONT=17,"IP","a";      +CME ERROR: 50
          AT+CGDCONT=x;                +CME ERROR: 50
          AT+CGDCONT=3,"FOO","a";      +CME ERROR: 50
          AT+CGDCONT=1;                +CME ERROR: 3
          AT+CGACT=2,1;                +CME ERROR: 50
          AT+CGACT=1,9;                +CME ERROR: 50
          AT+CGACT=1,x;                +CME ERROR: 50
          AT+CGPADDR=x;                +CME ERROR: 50
          AT+CGATT=2;                  +CME ERROR: 50
          AT+CGAUTH=1,9;               +CME ERROR: 50
          AT+CGAUTH=9,1,"a","b";       +CME ERROR: 50
          AT+CGEREP=9;                 +CME ERROR: 50
          AT+CMEE=3;                   +CME ERROR: 50
          AT+CPIN="1234";              +CME ERROR: 3
          AT+CLCK="XX",2;              +CME ERROR: 4
          AT+CLCK="SC",5;              +CME ERROR: 50
          AT+CRSM=1;                   +CME ERROR: 50
          AT+CRSM=999,28589;           '+CRSM: 109,0|OK'
          AT+CRSM=176,9999,0,0,1;      '+CRSM: 106,130|OK'
          AT+CSCS="FOO";               +CME ERROR: 50
          AT+CMGF=2;                   +CME ERROR: 50
          AT+CMGR=99;                  +CMS ERROR: 321
          AT+CMGD=99;                  +CMS ERROR: 321
          AT+CSQ?;                     +CME ERROR: 4
          AT+CSQ=1;                    +CME ERROR: 50
          AT+CIMI?;                    +CME ERROR: 4
          AT+CGSN=9;                   +CME ERROR: 50
          AT+CUSD=5;                   +CME ERROR: 50
          AT+CCLK="x";                 +CME ERROR: 50
          AT+CCLK="26/13/41,25:00:00"; +CME ERROR: 50
          AT+IPR=7;                    +CME ERROR: 50
          AT+NOSUCH;                   +CME ERROR: 4
          ATK;                         ERROR
          ATV2;                        ERROR
          ATE5;                        ERROR
          ATS0?;                       000|OK
          ATS99?;                      ERROR
          ATS0=999;                    ERROR
          """)
  void everyWrongArgumentIsRefusedAndTheRestGoesOn(String line, String answer) {
    assertEquals(answer, typed.type(line));
    assertEquals("EC25|OK", typed.type("AT+CGMM"));
  }

  @ParameterizedTest
  @CsvSource({"E0,V0", "E0,V1", "E1,V0", "E1,V1"})
  void echoAndWordsAreOnTheWireAsTheStandardShows(String echo, String words) {
    String unused = typed.type("AT" + echo + words);
    String before = echo.equals("E1") ? "AT+CGMM\r" : "";
    String after = words.equals("V1") ? "\r\nEC25\r\n\r\nOK\r\n" : "EC25\r\n0\r";
    assertEquals(before + after, typed.raw("AT+CGMM\r"));
    String refused = words.equals("V1") ? "\r\nERROR\r\n" : "4\r";
    assertEquals((echo.equals("E1") ? "ATK\r" : "") + refused, typed.raw("ATK\r"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 'ERROR', '+CMS ERROR: 310'",
    "1, '+CME ERROR: 10', '+CMS ERROR: 310'",
    "2, '+CME ERROR: SIM not inserted', '+CMS ERROR: SIM not inserted'"
  })
  void errorsAreShownAsAskedFor(int cmee, String card, String message) {
    typed.modem.card(false);
    assertEquals("OK", typed.type("AT+CMEE=" + cmee));
    assertEquals(card, typed.type("AT+CIMI"));
    assertEquals(message, typed.type("AT+CMGR=1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AT+CGMM", "AT+NOSUCH", "ATK", "AT+CMGR=99"})
  void aQuietModemSendsNoResults(String line) {
    String loud = typed.type(line);
    String unused = typed.type("ATQ1");
    String quiet = typed.type(line);
    assertEquals(loud.startsWith("EC25") ? "EC25" : "", quiet);
    assertEquals("OK", typed.type("ATQ0"));
  }

  @Test
  void aLineEndsAtItsFirstError() {
    assertEquals("EC25|+CME ERROR: 4", typed.type("AT+CGMM;+NOSUCH;+CGMI"));
    assertEquals("EC25|Quectel|OK", typed.type("AT+CGMM;+CGMI"));
  }

  @Test
  void withoutRadioNothingOfTheNetworkWorks() {
    assertEquals("OK", typed.type("AT+CFUN=4"));
    assertEquals("+CREG: 0,0|OK", typed.type("AT+CREG?"));
    assertEquals("+CSQ: 99,99|OK", typed.type("AT+CSQ"));
    assertEquals("+COPS: 0|OK", typed.type("AT+COPS?"));
    assertEquals("+CME ERROR: 3", typed.type("AT+COPS=?"));
    assertEquals("+CME ERROR: 30", typed.type("AT+CGACT=1,1"));
    assertEquals("+CME ERROR: 30", typed.type("AT+CGATT=1"));
    assertEquals("+CGACT: 1,0|OK", typed.type("AT+CGACT?"));
    assertEquals("+CPIN: READY|OK", typed.type("AT+CPIN?"));
    assertEquals("OK", typed.type("AT+CFUN=1"));
    String unused = typed.wait(Duration.ofSeconds(5));
    assertEquals("+CREG: 0,1|OK", typed.type("AT+CREG?"));
    assertEquals("+CGACT: 1,1|OK", typed.type("AT+CGACT?"));
  }

  @Test
  void minimumFunctionalitySwitchesTheCardOffToo() {
    assertEquals("OK", typed.type("AT+CFUN=0"));
    assertEquals("+CME ERROR: 13", typed.type("AT+CPIN?"));
    assertEquals("+CME ERROR: 13", typed.type("AT+CIMI"));
    assertEquals("+CMS ERROR: 313", typed.type("AT+CMGR=1"));
    assertEquals("OK", typed.type("AT+CFUN=1"));
    assertEquals("+CME ERROR: 14", typed.type("AT+CIMI"));
    String unused = typed.wait(Duration.ofSeconds(10));
    assertEquals("001010001000001|OK", typed.type("AT+CIMI"));
  }

  @Test
  void aLockedCardRefusesUntilItsPinAndCountsOnlyRealTries() {
    typed.modem.cardLocked();
    String unused = typed.wait(Duration.ofSeconds(10));
    assertEquals("+CPIN: SIM PIN|OK", typed.type("AT+CPIN?"));
    assertEquals("+CME ERROR: 11", typed.type("AT+CIMI"));
    assertEquals("+CMS ERROR: 311", typed.type("AT+CMGR=1"));
    assertEquals("+CME ERROR: 4", typed.type("AT+NOSUCH"));
    assertEquals("+CME ERROR: 50", typed.type("AT+CPIN=\"12\""));
    assertEquals("+CME ERROR: 50", typed.type("AT+CPIN=\"abcd\""));
    assertTrue(typed.type("AT+CPINR").startsWith("+CPINR: SIM PIN,3,3"));
    assertEquals("+CME ERROR: 16", typed.type("AT+CPIN=\"0000\""));
    assertTrue(typed.type("AT+CPINR").startsWith("+CPINR: SIM PIN,2,3"));
    assertEquals("+CPIN: READY|OK", typed.type("AT+CPIN=\"1234\""));
    assertTrue(typed.type("AT+CPINR").startsWith("+CPINR: SIM PIN,3,3"));
    assertEquals("001010001000001|OK", typed.type("AT+CIMI"));
  }

  @Test
  void threeWrongPinsAskForThePukAndTenWrongPuksEndTheCard() {
    typed.modem.cardLocked();
    String unused = typed.wait(Duration.ofSeconds(10));
    for (String expected : List.of("16", "16", "12", "12")) {
      assertEquals("+CME ERROR: " + expected, typed.type("AT+CPIN=\"0000\""));
    }
    assertEquals("+CPIN: SIM PUK|OK", typed.type("AT+CPIN?"));
    assertEquals("+CME ERROR: 12", typed.type("AT+CIMI"));
    assertEquals("+CMS ERROR: 316", typed.type("AT+CMGR=1"));
    for (int i = 1; i <= 10; i++) {
      String expected = i < 10 ? "16" : "13";
      assertEquals("+CME ERROR: " + expected, typed.type("AT+CPIN=\"00000000\",\"1111\""));
    }
    assertEquals("+CME ERROR: 13", typed.type("AT+CPIN?"));
    assertEquals("+CME ERROR: 13", typed.type("AT+CPIN=\"12345678\",\"1111\""));
  }

  @Test
  void theRightPukSetsANewPinThatHoldsOverARestart() {
    typed.modem.cardLocked();
    String unused = typed.wait(Duration.ofSeconds(10));
    for (int i = 0; i < 3; i++) {
      String wrong = typed.type("AT+CPIN=\"0000\"");
      assertTrue(wrong.startsWith("+CME"), wrong);
    }
    assertEquals("+CPIN: READY|OK", typed.type("AT+CPIN=\"12345678\",\"4321\""));
    assertEquals("OK", typed.type("AT+CFUN=1,1"));
    String booted = typed.wait(Duration.ofSeconds(60));
    assertTrue(booted.contains("+CPIN: SIM PIN"), booted);
    String again = typed.type("ATE0+CMEE=1");
    assertTrue(again.endsWith("OK"), again);
    assertEquals("+CME ERROR: 16", typed.type("AT+CPIN=\"1234\""));
    assertEquals("+CPIN: READY|OK", typed.type("AT+CPIN=\"4321\""));
  }

  @Test
  void eachContextHasAStateOfItsOwn() {
    assertEquals("OK", typed.type("AT+CGDCONT=2,\"IP\",\"ims\";+CGDCONT=3,\"IPV6\",\"mms\""));
    assertEquals("+CGACT: 1,1|+CGACT: 2,0|+CGACT: 3,0|OK", typed.type("AT+CGACT?"));
    assertEquals("+CGPADDR: 2,\"\"|OK", typed.type("AT+CGPADDR=2"));
    assertEquals("OK", typed.type("AT+CGACT=1,2"));
    assertEquals("+CGPADDR: 2,\"192.0.2.18\"|OK", typed.type("AT+CGPADDR=2"));
    assertEquals("OK", typed.type("AT+CGACT=1"));
    assertEquals("+CGACT: 1,1|+CGACT: 2,1|+CGACT: 3,1|OK", typed.type("AT+CGACT?"));
    assertEquals("OK", typed.type("AT+CGACT=0,2"));
    assertEquals("+CGACT: 1,1|+CGACT: 2,0|+CGACT: 3,1|OK", typed.type("AT+CGACT?"));
    assertEquals("OK", typed.type("AT+CGDCONT=2"));
    assertEquals("+CGACT: 1,1|+CGACT: 3,1|OK", typed.type("AT+CGACT?"));
    assertEquals("OK", typed.type("AT+CGATT=0"));
    assertEquals("+CGACT: 1,0|+CGACT: 3,0|OK", typed.type("AT+CGACT?"));
  }

  @Test
  void aRestartForgetsSettingsAndKeepsWhatIsStored() {
    assertEquals("OK", typed.type("AT+CMEE=2;+CGDCONT=2,\"IP\",\"kept\""));
    assertEquals("OK", typed.type("AT+CFUN=1,1"));
    assertEquals("", typed.type("AT"), "it is off");
    String booted = typed.wait(Duration.ofSeconds(60));
    assertTrue(booted.contains("RDY"), booted);
    assertEquals("AT+CMEE?|+CMEE: 0|OK", typed.type("AT+CMEE?"));
    assertTrue(typed.type("AT+CGDCONT?").contains("\"kept\""));
  }

  @Test
  void theClockIsWhatWasSetAndGoesOn() {
    assertEquals("OK", typed.type("AT+CCLK=\"30/02/03,04:05:06+00\""));
    String unused = typed.wait(Duration.ofSeconds(4));
    assertEquals("+CCLK: \"30/02/03,04:05:10+00\"|OK", typed.type("AT+CCLK?"));
  }

  @Test
  void whatIsTypedWhileAnAnswerIsUnderWayIsLostAndAScanEndsAtAKey() {
    assertEquals("", typed.type("AT+COPS=?"));
    assertEquals("", typed.type("AT"), "too early to end it");
    String nothing = typed.wait(Duration.ofSeconds(1));
    assertEquals("", nothing);
    assertEquals("OK", typed.type("AT"));
    assertEquals("", typed.type("AT+COPS=?"));
    assertTrue(typed.wait(Duration.ofSeconds(200)).contains("+COPS: (2,\"Simwright Test\""));
  }

  @Test
  void everyShippedFamilyIsOfferedAndSaysWhoItIs() {
    for (var profile : HardwareProfiles.shipped().all()) {
      Typed each = new Typed(profile.name());
      String maker = each.type("AT+CGMI");
      String model = each.type("AT+CGMM");
      assertTrue(maker.endsWith("|OK") && model.endsWith("|OK"), profile.name());
      assertEquals(
          profile.name(),
          HardwareProfiles.shipped()
              .confirm(maker.replace("|OK", ""), model.replace("|OK", ""))
              .name());
    }
  }
}
