package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.lab.Disturbance.AccessPoint.Place;

/// Access points are the network's to give: a wrong one is refused with its cause, and what is
/// defined anew holds from the next activation on.
class AccessPointTest {
  private static final Duration SEARCH = Duration.ofSeconds(3);
  private static final Duration T3411 = Duration.ofSeconds(11);

  private final Typed typed = new Typed("ec25");

  @ParameterizedTest
  @CsvSource({"nobody.knows, 27", "corporate.example, 33", "private.example, 29"})
  void theNetworkRefusesAContextWithItsCause(String apn, int cause) {
    String unused = typed.type("AT+CMEE=1;+CGDCONT=2,\"IP\",\"" + apn + "\"");
    assertEquals("+CME ERROR: " + (100 + cause), typed.type("AT+CGACT=1,2"));
    assertTrue(typed.type("AT+CGACT?").contains("+CGACT: 2,0"));
    assertTrue(typed.type("AT+CEER").contains("ESM cause " + cause));
  }

  @Test
  void whoSignsInRightlyIsLetIn() {
    String unused = typed.type("AT+CMEE=1;+CGDCONT=2,\"IP\",\"private.example\"");
    assertEquals("OK", typed.type("AT+CGAUTH=2,1,\"bench\",\"wrong\""));
    assertEquals("+CME ERROR: 129", typed.type("AT+CGACT=1,2"));
    assertEquals("OK", typed.type("AT+CGAUTH=2,1,\"bench\",\"simulated\""));
    assertEquals("+CGAUTH: 2,1,\"bench\"|OK", typed.type("AT+CGAUTH?"));
    assertEquals("OK", typed.type("AT+CGACT=1,2"));
  }

  @Test
  void anActiveContextKeepsWhatItHasUntilItIsActivatedAnew() {
    assertEquals("OK", typed.type("AT+CGDCONT=1,\"IP\",\"internet.second\""));
    assertTrue(typed.type("AT+CGCONTRDP").contains("\"internet.mnc001"));
    attachAnew();
    assertTrue(typed.type("AT+CGCONTRDP").contains("\"internet.second.mnc001"));
  }

  @Test
  void withAWrongFirstContextTheModemIsNotAttachedAndTriesAgain() {
    String unused = typed.type("AT+CMEE=1;+CGDCONT=1,\"IP\",\"nobody.knows\"");
    assertTrue(typed.type("AT+CREG?").contains(",1"), "nothing happens until it attaches anew");
    attachAnew();
    assertTrue(typed.type("AT+CREG=3;+CREG?").startsWith("+CREG: 3,3"));
    assertEquals("+CGATT: 0|OK", typed.type("AT+CGATT?"));
    assertTrue(typed.type("AT+CEER").contains("EMM cause 19, ESM cause 27"));
    assertEquals("OK", typed.type("AT+CGDCONT=1,\"IP\",\"internet\""));
    String later = typed.wait(T3411);
    assertTrue(later.contains("+CREG: 1"), later);
  }

  @Test
  void someFamiliesDefineNoActiveContextAnew() {
    Typed ublox = new Typed("sara-r5");
    String unused = ublox.type("AT+CMEE=1");
    assertEquals("+CME ERROR: 3", ublox.type("AT+CGDCONT=1,\"IP\",\"iot.example\""));
    assertEquals("OK", ublox.type("AT+CGATT=0"));
    assertEquals("OK", ublox.type("AT+CGDCONT=1,\"IP\",\"iot.example\""));
  }

  @Test
  void whoAsksForNothingGetsWhatIsUsual() {
    assertEquals("OK", typed.type("AT+CGDCONT=1,\"IP\",\"\""));
    attachAnew();
    assertTrue(typed.type("AT+CGCONTRDP").contains("\"internet.mnc001"));
  }

  @Test
  void theOperatorChangesItOverTheAir() {
    typed.modem.accessPoint("internet.second", Place.DEVICE);
    assertTrue(typed.type("AT+CGDCONT?").contains("\"internet.second\""));
    assertTrue(typed.type("AT+CGCONTRDP").contains("\"internet.second.mnc001"));
    typed.modem.accessPoint("iot.example", Place.NETWORK);
    assertTrue(typed.type("AT+CGDCONT?").contains("\"internet.second\""));
    assertTrue(typed.type("AT+CGCONTRDP").contains("\"iot.example.mnc001"));
    assertTrue(typed.type("AT+CRSM=176,28503,0,0,0").startsWith("+CRSM: 106,130"));
    typed.modem.accessPoint("ims", Place.CARD);
    String list = typed.type("AT+CRSM=176,28503,0,0,0");
    assertTrue(list.contains("01DD0403696D73"), list);
    assertFalse(typed.type("AT+CGDCONT?").contains("\"ims\""));
  }

  private void attachAnew() {
    String unused = typed.type("AT+CGATT=0") + typed.type("AT+CGATT=1") + typed.wait(SEARCH);
  }
}
