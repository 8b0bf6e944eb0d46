package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.sim.euicc.EuiccCard;
import simwright.sim.euicc.Upp;
import simwright.sim.network.Subscription;
import simwright.sim.server.Offer;
import simwright.tlv.Octets;

/// What modems do with an eUICC: how they reach it, what follows a switch of profiles, and what
/// they say without one; each by the habits of its family.
class EuiccModemTest {
  private static final String ICCID = "8988211000000900011";
  private static final String SWAPPED = "988812010000900010F1";
  private static final String ISD_R = "A0000005591010FFFFFFFF8900000100";
  private static final Duration WHILE = Duration.ofSeconds(15);

  /// A modem with a second profile on its card, for a subscriber of this network.
  private static Typed with(String device, String plmn) {
    Typed typed = new Typed(device);
    String imsi = plmn + "0009000001";
    Octets k = Octets.of(new byte[16]);
    Upp upp = Upp.write("B", ICCID, imsi, new Upp.Aka(Upp.Aka.MILENAGE, k, k), "1234", "12345678");
    Offer offer =
        new Offer(
            "B",
            "B",
            upp,
            ProfileInfo.ProfileClass.OPERATIONAL,
            PolicyRules.NONE,
            Optional.of(plmn),
            List.of());
    card(typed).issue(offer.metadata(), upp, false);
    typed.network.subscribe(new Subscription(imsi, ICCID, new byte[16], new byte[16], 0));
    return typed;
  }

  private static EuiccCard card(Typed typed) {
    return typed.who.euicc().orElseThrow();
  }

  private static String handle(Typed typed) {
    String said = typed.type("AT+CCHO=\"" + ISD_R + "\"");
    assertTrue(said.endsWith("|OK"), said);
    return said.replace("+CCHO: ", "").replace("|OK", "");
  }

  private static String store(Typed typed, String handle, String data) {
    String apdu = "80E29100" + String.format("%02X", data.length() / 2) + data;
    return typed.type("AT+CGLA=" + handle + "," + apdu.length() + ",\"" + apdu + "\"");
  }

  private static String enable(Typed typed, String handle) {
    return store(typed, handle, "BF3111A00C5A0A" + SWAPPED + "8101FF");
  }

  private static void disableHome(Typed typed) {
    String iccid = typed.who.sims().getFirst().subscription().iccid();
    String padded = iccid + "F".repeat(20 - iccid.length());
    StringBuilder swapped = new StringBuilder();
    for (int i = 0; i < padded.length(); i++) {
      swapped.append(padded.charAt(i ^ 1));
    }
    String said = store(typed, handle(typed), "BF3211A00C5A0A" + swapped + "8101FF");
    assertTrue(said.contains("6106"), said);
    String got = typed.type("AT+CGLA=1,10,\"81C0000006\"");
    assertTrue(got.contains("BF3203800100910B"), got);
  }

  private static void switched(Typed typed) {
    String handle = handle(typed);
    String said = enable(typed, handle);
    assertTrue(said.contains("6106"), said);
    String got = typed.type("AT+CGLA=" + handle + ",10,\"81C0000006\"");
    assertTrue(got.contains("BF3103800100910B"), got);
    assertTrue(registered(typed), "not before the modem has noticed");
    String unused = typed.wait(Duration.ofMillis(300));
  }

  private static boolean registered(Typed typed) {
    return typed.type("AT+CREG?").matches("\\+CREG: [0-9],[15].*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ec25", "quectel-rm5xx"})
  void registrationContextsAndChannelsAreLostAndTheCardIsBusy(String device) {
    Typed typed = with(device, "00101");
    assertEquals("OK", typed.type("AT+CGACT=1,1"));
    switched(typed);
    assertFalse(registered(typed));
    String contexts = typed.type("AT+CGACT?");
    assertFalse(contexts.contains(",1|"), contexts);
    assertEquals("+CME ERROR: 14", typed.type("AT+CIMI"));
    String unused = typed.wait(WHILE);
    assertEquals("+CME ERROR: 50", store(typed, "1", "BF2000"), "the handle is an old one");
  }

  @Test
  void oneKindReadsTheCardAgainAndRegistersWithWhatItFinds() {
    Typed typed = with("ec25", "00101");
    switched(typed);
    String unused = typed.wait(WHILE);
    assertEquals("001010009000001|OK", typed.type("AT+CIMI"));
    assertTrue(typed.type("AT+CRSM=176,12258,0,0,10").contains(SWAPPED));
    assertTrue(typed.type("AT+CREG?").matches("\\+CREG: [0-9],1.*"));
  }

  @Test
  void oneKindShowsTheFormerIdentityUntilACycleOfTheRadio() {
    Typed typed = with("quectel-rm5xx", "00101");
    String before = typed.type("AT+CIMI");
    switched(typed);
    String unused = typed.wait(Duration.ofMinutes(5));
    assertEquals(before, typed.type("AT+CIMI"));
    assertFalse(registered(typed));
    assertEquals("OK", typed.type("AT+CFUN=0"));
    assertTrue(typed.type("AT+CFUN=1").endsWith("OK"));
    unused = typed.wait(WHILE);
    assertEquals("001010009000001|OK", typed.type("AT+CIMI"));
    assertTrue(registered(typed));
  }

  @Test
  void oneKindVanishesAndComesBack() {
    Typed typed = with("sara-r5", "00101");
    int[] gone = new int[1];
    typed.modem.reenumerating(() -> gone[0]++);
    switched(typed);
    assertEquals(1, gone[0]);
    assertEquals("", typed.type("AT"), "nobody answers at the old place");
    typed.modem.powerOn();
    String unused = typed.wait(WHILE);
    assertTrue(typed.type("ATE0").endsWith("OK"));
    assertEquals("001010009000001|OK", typed.type("AT+CIMI"));
    assertTrue(registered(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "ec25, +CME ERROR: 10, true",
    "fibocom-fm350, +CPIN: EMPTY_EUICC|OK, true",
    "bg95, +CME ERROR: 10, false"
  })
  void withoutAProfileEachSaysItInItsWay(String device, String pin, boolean reached) {
    Typed typed = new Typed(device);
    disableHome(typed);
    String unused = typed.wait(WHILE);
    assertEquals(pin, typed.type("AT+CPIN?"));
    assertEquals("+CME ERROR: 10", typed.type("AT+CIMI"));
    assertFalse(registered(typed));
    String opened = typed.type("AT+CCHO=\"" + ISD_R + "\"");
    assertEquals(reached, opened.endsWith("|OK"), opened);
    if (!reached) {
      assertEquals("+CME ERROR: 10", opened);
      assertEquals("+CME ERROR: 10", typed.type("AT+CSIM=10,\"0070000001\""));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ec25, '\\+CCHO: 1\\|OK', OK",
    "fibocom-fm350, '1\\|OK', ERROR",
    "sierra-em75xx, '\\+CCHO: [0-9A-F]{16}\\|OK', ERROR"
  })
  void handlesLookAsTheFamilyPrintsThem(String device, String shape, String test) {
    Typed typed = new Typed(device);
    String said = typed.type("AT+CCHO=\"" + ISD_R + "\"");
    assertTrue(said.matches(shape), said);
    String handle = said.replace("+CCHO: ", "").replace("|OK", "");
    assertTrue(store(typed, handle, "BF3E035C015A").contains("6115"));
    assertTrue(
        typed.type("AT+CGLA=" + handle + ",10,\"80C0000015\"").contains("BF3E125A10"),
        "the class byte without a channel will do");
    assertEquals("OK", typed.type("AT+CCHC=" + handle));
    assertEquals("+CME ERROR: 50", typed.type("AT+CCHC=" + handle));
    assertEquals(test, typed.type("AT+CCHO=?").replace("+CME ERROR: 4", "ERROR"));
  }

  @ParameterizedTest
  @CsvSource({"ec25, 255, 0", "sara-r5, 120, 121"})
  void longCommandsGoThroughAsFarAsTheFamilyTakesThem(String device, int longest, int tooLong) {
    Typed typed = new Typed(device);
    String handle = handle(typed);
    String fits = block(typed, handle, longest);
    assertTrue(fits.contains("9000"), fits);
    if (tooLong > 0) {
      assertEquals("+CME ERROR: 50", block(typed, handle, tooLong));
    }
  }

  private static String block(Typed typed, String handle, int bytes) {
    String apdu = "80E21100" + String.format("%02X", bytes) + "00".repeat(bytes);
    return typed.type("AT+CGLA=" + handle + "," + apdu.length() + ",\"" + apdu + "\"");
  }

  @Test
  void aSubscriberOfAnotherNetworkRoams() {
    Typed typed = with("ec25", "99970");
    switched(typed);
    String unused = typed.wait(WHILE);
    String said = typed.type("AT+CREG?");
    assertTrue(said.matches("\\+CREG: [0-9],5.*"), said);
  }

  @Test
  void aSubscriberOfTheOtherNetworkFindsItFirst() {
    Typed typed = with("ec25", "00102");
    switched(typed);
    String unused = typed.wait(WHILE);
    assertTrue(typed.type("AT+CREG?").matches("\\+CREG: [0-9],1.*"));
    String operator = typed.type("AT+COPS?");
    assertTrue(operator.contains("Simwright Roaming") || operator.contains("00102"), operator);
  }

  @Test
  void aSwitchWithoutTheFlagIsNotNoticedUntilAReset() {
    Typed typed = with("ec25", "00101");
    String before = typed.type("AT+CIMI");
    String handle = handle(typed);
    assertTrue(store(typed, handle, "BF3111A00C5A0A" + SWAPPED + "810100").contains("6106"));
    String unused = typed.wait(WHILE);
    assertEquals(before, typed.type("AT+CIMI"));
    assertTrue(store(typed, handle, "BF2000").contains("61"), "the channel stays");
    assertEquals("OK", typed.type("AT+CFUN=0"));
    assertTrue(typed.type("AT+CFUN=1").endsWith("OK"));
    unused = typed.wait(WHILE);
    assertEquals("001010009000001|OK", typed.type("AT+CIMI"));
  }

  @ParameterizedTest
  @CsvSource({
    "ec25.usim, +CME ERROR: 22, ''",
    "ec25.sgp02, +CCHO: 1|OK, 6A88",
    "ec25.sgp32, +CCHO: 1|OK, 6115",
    "ec25.other-aid, +CME ERROR: 22, ''",
    "ec25.slow-card, +CCHO: 1|OK, 6115"
  })
  void otherCardsAreChosenWithTheDevice(String device, String opened, String eid) {
    Typed typed = new Typed(device);
    assertTrue(registered(typed), "its first subscription works in any case");
    assertEquals(opened, typed.type("AT+CCHO=\"" + ISD_R + "\""));
    if (!eid.isEmpty()) {
      String said = store(typed, "1", "BF3E035C015A");
      assertTrue(said.contains(eid), said);
    }
  }

  @Test
  void aSlowCardKeepsTheModemWaiting() {
    Typed typed = new Typed("ec25.slow-card");
    String handle = handle(typed);
    assertEquals(
        "", store(typed, handle, "BF38113004800201025F3701000401003000A000"), "nothing yet");
    String came = typed.wait(Duration.ofSeconds(3));
    assertTrue(came.contains("+CGLA:"), came);
  }
}
