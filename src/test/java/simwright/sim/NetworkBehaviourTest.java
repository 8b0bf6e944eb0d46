package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import simwright.sim.network.Network.Trouble;

/// Registration needs authentication, and a refusal has the consequences it has on a real network.
class NetworkBehaviourTest {
  private static final Duration SEARCH = Duration.ofSeconds(3);

  private final Typed typed = new Typed("ec25");
  private final String imsi = typed.who.sims().getFirst().subscription().imsi();

  @Test
  void anUnknownSubscriberIsInvalidUntilReset() {
    typed.network.refuse(imsi, Optional.of(8));
    assertEquals("+CREG: 3,3,,,,0,8|OK", again());
    typed.network.refuse(imsi, Optional.empty());
    assertEquals("+CREG: 3,3,,,,0,8|OK", again());
    String unused = typed.type("AT+CFUN=0");
    assertTrue(again().startsWith("+CREG: 3,1"));
  }

  @Test
  void aWrongMacIsTheCardsRefusal() {
    typed.network.trouble(imsi, Set.of(Trouble.WRONG_MAC));
    assertTrue(again().startsWith("+CREG: 3,3"));
    assertTrue(typed.type("AT+CEER").contains("card 9862"));
  }

  @Test
  void anOldSequenceNumberIsResynchronised() {
    typed.network.forgetSequence(imsi);
    assertTrue(again().startsWith("+CREG: 3,1"));
    assertEquals(1, typed.network.resynchronisations());
  }

  @Test
  void aForbiddenNetworkIsWrittenToTheCardAndNotTriedAgain() {
    typed.network.refuse(imsi, Optional.of(11));
    String refused = again();
    assertTrue(refused.startsWith("+CREG: 3,3"), refused);
    String file = typed.type("AT+CRSM=176,28539,0,0,12");
    assertTrue(file.startsWith("+CRSM: 144,0,\"00F110"), file);
    typed.network.refuse(imsi, Optional.empty());
    assertTrue(again().startsWith("+CREG: 3,3"));
    assertEquals(
        "+CRSM: 144,0|OK", typed.type("AT+CRSM=214,28539,0,0,12,\"" + "FF".repeat(12) + "\""));
    assertTrue(again().startsWith("+CREG: 3,1"));
  }

  @Test
  void congestionKeepsTheModemWaitingForT3346() {
    typed.network.refuse(imsi, Optional.of(22));
    assertTrue(again().startsWith("+CREG: 3,2"));
    typed.network.refuse(imsi, Optional.empty());
    assertTrue(again().startsWith("+CREG: 3,2"), "back-off goes on");
    String unused = typed.wait(Duration.ofSeconds(70));
    assertTrue(typed.type("AT+CREG?").startsWith("+CREG: 3,1"));
  }

  @Test
  void withoutCoverageTheModemSearchesAndComesBack() {
    String unused = typed.type("AT+CREG=3");
    typed.modem.coverage(-140);
    assertEquals("+CREG: 3,2|OK", typed.type("AT+CREG?"));
    assertEquals("+CSQ: 99,99|OK", typed.type("AT+CSQ"));
    typed.modem.coverage(-110);
    String came = typed.wait(SEARCH);
    assertTrue(came.contains("+CREG: 1"), came);
  }

  @Test
  void onlyReceivedNetworksAreFoundAndOtherCountriesAreRoaming() {
    typed.modem.operators(List.of("00102"));
    String now = again();
    assertTrue(now.startsWith("+CREG: 3,5"), now);
    assertEquals("", typed.type("AT+COPS=?"));
    String found = typed.wait(Duration.ofSeconds(200));
    assertTrue(found.contains("00102") && !found.contains("\"00101\""), found);
  }

  @Test
  void whoeverIsSentAwayRegistersAnewUnderTheRulesOfNow() {
    String unused = typed.type("AT+CREG=3");
    typed.network.refuse(imsi, Optional.of(15));
    typed.modem.detached();
    String said = typed.wait(SEARCH);
    assertTrue(said.contains("+CREG: 3,,,,0,15"), said);
    typed.network.refuse(imsi, Optional.empty());
    typed.modem.detached();
    assertTrue(typed.wait(SEARCH).contains("+CREG: 1"));
  }

  /// The radio is switched off and on, and the search goes its way.
  private String again() {
    String off = typed.type("AT+CFUN?").contains("+CFUN: 0") ? "" : typed.type("AT+CFUN=4");
    String on = typed.type("AT+CREG=3;+CFUN=1");
    assertTrue((off + on).endsWith("OK"));
    String unused = typed.wait(Duration.ofSeconds(8));
    return typed.type("AT+CREG?");
  }
}
