package simwright.at;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.at.DangerousCommands.Rule;

/// What must not leave this program, however it is spelt.
class DangerousCommandsTest {
  private final DangerousCommands guard =
      new DangerousCommands(List.of("AT+LOSTFOREVER"), List.of("AT+ODDMODE="));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AT+EGMR=1,7,\"490154203237518\"",
        "at + egmr = 1 , 7,\"490154203237518\"",
        "AT+CSQ;+EGMR=1,7,\"490154203237518\"",
        "ATE0+EGMR=1,7,\"490154203237518\"",
        "ATS0=1+EGMR=1,7,\"490154203237518\"",
        "noise AT+EGMR=1,7,\"490154203237518\"",
        "AT+CMGS=\"open;+EGMR=1,7,490154203237518",
        "AT+SIMEI=490154203237518",
        "AT+GTSN=1,7,\"490154203237518\"",
        "AT+LCTSN=1,7,\"490154203237518\"",
        "AT+QFASTBOOT",
        "AT+QPRTPARA=3",
        "AT!BOOTHOLD",
        "at^datalock=\"1234\"",
        "AT+KGLOCK=1",
        "AT+LOSTFOREVER=9"
      })
  void someIsNeverSent(String line) {
    assertEquals(Rule.NEVER, guard.check(line, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AT+QCFG=\"usbcfg\",0x2C7C,0x0125,1,1,1,1,1,0,0",
        "at+qcfg = \"USBNET\" ,1",
        "AT+QCFG=usbnet,1",
        "AT+QCFG=\"usbnet,1",
        "AT+QPCIE=\"adb\",1",
        "AT+GTUSBMODE=41",
        "AT!USBCOMP=1,1,100D",
        "AT$MYCONFIG=\"usbnetmode\",0",
        "AT+CUSBPIDSWITCH=9001,1,1",
        "AT^SETPORT=\"FF;10,12\"",
        "AT+FACTORST=0,0",
        "AT+UFACTORY=2,2",
        "AT+ODDMODE=1",
        "AT+CGLA=1,22,\"80E2910006BF34\"",
        "AT+CSIM=10,\"80FE000000\""
      })
  void someOnlyAfterATypedConfirmation(String line) {
    assertEquals(Rule.CONFIRM_FIRST, guard.check(line, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AT",
        "ATI",
        "ATE0V1",
        "AT+CGSN",
        "AT+EGMR=0,7",
        "AT+QCFG=\"usbnet\"",
        "AT+GTUSBMODE=?",
        "AT+ODDMODE=?",
        "AT!USBCOMP?",
        "AT+CMGS=\"+EGMR=1,7\"",
        "AT+CMGS=\"text;+EGMR=1,7\"",
        "AT+CGLA=1,22,\"81E2910006BF3E035C015A\"",
        "AT+CGLA=1,520,\"80E2110208BF34000000000000\"",
        "AT+CSIM=10,\"0070000001\"",
        "A/"
      })
  void theRestIsSent(String line) {
    assertEquals(Rule.ALLOWED, guard.check(line, "AT+CSQ"));
  }

  @Test
  void repeatingMeansTheLineBefore() {
    assertEquals(Rule.NEVER, guard.check(" a/ ", "AT+QFASTBOOT"));
  }

  @Test
  void aHostileLineIsJudgedInNoTime() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (String piece : List.of("AB", "A1", "\"", ";", "=,", "S0=1")) {
            assertEquals(Rule.ALLOWED, guard.check("AT" + piece.repeat(2000), ""));
          }
        });
  }
}
