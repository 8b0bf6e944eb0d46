package simwright.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.tlv.Cards;

class ExplainTest {
  private static final Runbook RUNBOOK = Runbook.shipped();
  private final Explain explain = new Explain(RUNBOOK);

  @Test
  void aRegistrationIsReadWithStateAreaCellAndTechnology() {
    Explained said = explain.any("+CEREG: 2,5,\"1A2D\",\"01A2B3C4\",7");
    assertEquals("3GPP TS 27.007 10.1.22", said.clause());
    assertEquals(
        "Registration, LTE (EPS): state 5 (registered, roaming); tracking area 1A2D;"
            + " cell 01A2B3C4; technology LTE",
        said.sentence());
  }

  @Test
  void aRefusedRegistrationPointsToTheCauseOfItsDomain() {
    Explained said = explain.any("+CEREG: 3,3,\"002F\",\"0012BEEF\",7,0,13");
    assertEquals("[emm/13]", said.entries().toString());
    assertTrue(said.sentence().contains("registration denied"), said.sentence());
    assertEquals(
        "[mm/13]", explain.any("+CREG: 3,3,\"002F\",\"BEEF\",0,0,13").entries().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+CSQ: 18,99 | RSSI -77 dBm",
        "+CESQ: 99,99,255,255,19,51 | RSRP -90 dBm",
        "+CFUN: 4 | airplane",
        "+CPIN: SIM PIN | waits for its PIN",
        "+CME ERROR: 13 | SIM failure",
        "+CME ERROR: SIM busy | SIM busy",
        "+CMS ERROR: 330 | SMSC",
        "ERROR | ERROR",
        "+CGEV: NW DETACH | Event of the packet domain: by the network yes",
        "RDY | has started",
        "RING | somebody calls",
        "+CEREG: 5 | registered, roaming",
        "+COPS: 0,0,\"Net\",7 | mode 0 (automatic); name Net; technology LTE",
        "+CMEE: 2 | words",
        "+QSIMSTAT: 1,0 | the card is out",
        "+CBC: 0,85,3950 | 3.95 V",
        "+CGLA: 4,\"6A82\" | status word 6A82",
        "+CPINR: SIM PIN,3,3 | 3"
      })
  void aLineOfADeviceIsOneLineOfWords(String line, String words) {
    String said = explain.line(line);
    assertTrue(said.contains(words), line + " -> " + said);
  }

  @Test
  void aLineWithoutPrefixIsReadByTheCommandThatWasSent() {
    assertEquals("", explain.line("490154203237518"));
    String said = explain.line("AT+CGSN", "490154203237518");
    assertTrue(said.contains("IMEI 490154203237518 (check digits right)"), said);
    assertTrue(explain.line("AT+CGMI", "Quectel").contains("Quectel"));
    assertTrue(explain.any("AT+CIMI\n001010123456789\nOK").parts().size() == 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AT | asks whether anybody answers",
        "ATE0V1 | Echo of what is sent: off",
        "AT+CGDCONT=1,\"IP\",\"internet\" | context 1; type IP (IPv4); access point name internet",
        "at+creg? | reads: Registration",
        "AT+COPS=? | asks what is possible: Operator",
        "ATD*99# | Dials",
        "ATS0=1 | register S0",
        "AT+CFUN=1,1;+CREG=2 | reports with area and cell",
        "AT+CGLA=1,22,\"81E2910006BF3E035C015A\" | STORE DATA",
        "A/ | Repeats"
      })
  void aCommandLineIsReadWithItsValues(String line, String words) {
    Explained said = explain.any(line);
    String all = said.sentence() + said.meaning();
    assertTrue(all.contains(words), line + " -> " + all);
  }

  @Test
  void secretsAreNotRepeated() {
    for (String line :
        List.of(
            "AT+CPIN=\"4711\"", "AT+CPWD=\"SC\",\"4711\",\"0815\"", "AT+CLCK=\"SC\",1,\"4711\"")) {
      assertFalse(explain.any(line).toString().contains("4711"), line);
    }
    assertFalse(explain.any("0020000108343731310FFFFFFF").toString().contains("34373131"));
  }

  @Test
  void anApduIsReadDownToItsDataObjects() {
    Explained said = explain.any("81E2910006BF3E035C015A");
    assertTrue(said.meaning().startsWith("STORE DATA"));
    assertTrue(said.sentence().contains("proprietary class, logical channel 1"));
    assertEquals("SGP.22 5.7.2", said.clause());
    Explained select = explain.any("01A4040010A0000005591010FFFFFFFF8900000100");
    assertTrue(select.sentence().contains("ISD-R"), select.sentence());
    assertTrue(explain.any("00A40004022FE2").sentence().contains("EF_ICCID"));
  }

  @Test
  void anAnswerOfACardIsReadWithItsStatusWord() {
    Explained said = explain.any("BF3E125A10890490321234512345123456789012359000");
    assertEquals("answer of the card", said.meaning());
    Explained eid = said.parts().getFirst().parts().getFirst();
    assertEquals("89049032123451234512345678901235", eid.value());
    assertEquals("[sw/9000]", said.entries().toString());
    assertTrue(explain.any("6C10").meaning().endsWith("the right length is 16"));
    assertTrue(explain.any("SW 63C2").meaning().endsWith("2 tries left"));
  }

  @Test
  void bitsVersionsAndResultsOfACardAreNamed() {
    String said = explain.any("BF2D18A016E3145A0A989209010000000000709F70010199020560").toString();
    assertTrue(said.contains("1 enabled"), said);
    assertTrue(said.contains("ppr1-may-not-be-disabled"), said);
    assertTrue(explain.any("BF3103800105").toString().contains("5 catBusy"));
    assertTrue(explain.any("BF2005820302030 2").toString().contains("2.3.2"));
  }

  @Test
  void everyExchangeOfARecordedLifeOfACardHasWords() {
    for (Cards.Recorded one : Cards.lifecycle()) {
      Explained command = explain.any(one.command().hex());
      assertTrue(command.understood() && !command.clause().isEmpty(), one.command().hex());
      if (one.response().length() == 2) {
        assertTrue(explain.any(one.response().hex()).understood(), one.response().hex());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "?",
        "garbage%%",
        "facade",
        "+",
        "+XYZ: 1,2",
        "ZZ",
        "0",
        "AT+NOSUCH=1",
        "cme/99999",
        "\u0000\u0001",
        "%XMONITOR: ",
        "+CEREG: ",
        "::::"
      })
  void garbageIsNotUnderstoodAndNeverThrows(String text) {
    Explained said = explain.any(text);
    assertTrue(
        said.sentence().isEmpty()
            || text.startsWith("%")
            || text.startsWith("+CEREG")
            || text.startsWith("AT"),
        text + " -> " + said);
  }

  @Test
  void noBytesAndNoLineThrow() {
    Random random = new Random(3);
    List<String> seeds =
        List.of(
            "+CEREG: 2,5,\"1A2D\",\"01\",7",
            "BF2D18A016E3145A0A98",
            "AT+CGDCONT=1,\"IP\"",
            "6A82",
            "+QENG: \"servingcell\",\"LTE\"",
            "+CME ERROR: 13",
            "81E2910006BF3E035C015A");
    int understood = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = seeds.get(i % seeds.size()).getBytes(StandardCharsets.ISO_8859_1);
      for (int k = random.nextInt(4); k > 0; k--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      String cut = text.substring(0, random.nextInt(text.length()) + 1);
      understood += explain.any(cut).understood() ? 1 : 0;
      understood += explain.line("AT+CEREG?", cut).isEmpty() ? 0 : 1;
    }
    assertTrue(understood > 100, understood + " understood");
  }
}
