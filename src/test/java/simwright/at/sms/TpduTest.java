package simwright.at.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Messages of real networks, from ModemManager's message tests (03223fe7), private numbers
/// changed.
class TpduTest {
  private static final String LONG =
      "07912104442961F4040B915155101021F30000112082110505"
          + "0A6AC8B2BC7C9A83C220F6DB7D2ECB41EDF27C1E3E97411BDE06754FD3D1A0F9BB5D0695F1F4B29B5C26"
          + "83C6E8B03C3CA697E5F34D6AE303D1D1F2F7DD0D4ABB59A0797D8C0685E7A00028EC26832A960B28EC26"
          + "83BE6050780EBA97D96C17";
  private static final String CYRILLIC =
      "07919730071111F10414D04937BD2C7797E9D3E6140008113092910240610804420435" + "04410442";
  private static final String EIGHT_BIT =
      "07912143658709F1040B918100551512F20004111010214365000AE8329BFD4697D9EC37DE";
  private static final String PREPAID =
      "07911356131313F64004850120390011609232239180A006080400100201D7327BFD6EB340E232"
          + "1BF46E83EA7790F59D1E97DBE1341B442F83C465763D3DA797E56537C81D0ECB41AB59CC1693C1"
          + "6031D96C064241E5656838AF03A96230982A269BCD462917C8FA4E8FCBED709A0D7ABBE9F6B0FB"
          + "5C7683D27350984D4FABC9A0B33C4C4FCF5D20EBFB2D079DCB62793DBD06D9C36E50FB2D4E97D9"
          + "A0B49B5E96BBCB";
  private static final String SECOND =
      "07912160130320F6440B915155101021F3000021405291651569320500034C0202E9E8301D4447"
          + "9741F0B09C3E0785E56590BCCC0ED3CB6410FD0D7ABBCBA0B0FB4D4797E52E10";
  private static final String STORED =
      "002100098155555555F50008224F60597D4F60597D4F60597D4F60597D4F60597D4F60597D4F60597D4F6059"
          + "7D4F60";
  private static final String REPORT =
      "07914356060013F1065A098155555555F5219011700463802190117004638030";

  private static Tpdu.Deliver deliver(String hex) {
    return assertInstanceOf(Tpdu.Deliver.class, Tpdu.read(hex).orElseThrow());
  }

  @Test
  void aLongMessageInTheDefaultAlphabetWithItsExtensions() {
    Tpdu.Deliver message = deliver(LONG);
    assertEquals("+15550101123".length(), message.from().length());
    assertEquals(Optional.of(OffsetDateTime.parse("2011-02-28T11:50:50-05:00")), message.time());
    assertEquals(
        "Here's a longer message [{with some extended characters}] "
            + "thrown in, such as £ and ΩΠΨ and §¿ as well.",
        message.body().text());
    assertEquals(Optional.empty(), message.body().part());
  }

  @Test
  void aNameAsSenderAndTwoOctetCharacters() {
    Tpdu.Deliver message = deliver(CYRILLIC);
    assertEquals("InternetSMS", message.from());
    assertEquals("тест", message.body().text());
    assertEquals(Coding.UCS2, message.body().coding());
    assertEquals(Optional.of(OffsetDateTime.parse("2011-03-29T19:20:04+04:00")), message.time());
  }

  @Test
  void octetsAreNoText() {
    Tpdu.Deliver message = deliver(EIGHT_BIT);
    assertEquals("+18005551212", message.from());
    assertEquals(Coding.OCTETS, message.body().coding());
    assertEquals("", message.body().text());
    assertEquals("E8329BFD4697D9EC37DE", message.body().hex());
    Tpdu.Deliver national =
        deliver(EIGHT_BIT.replace("0B9181", "0B8181").replace("F20004", "F200F4"));
    assertEquals("18005551212", national.from());
    assertEquals(Coding.OCTETS, national.body().coding());
  }

  @Test
  void partsAreNumberedWithReferencesOfOneOctetAndOfTwo() {
    Body first = deliver(PREPAID).body();
    assertEquals(Optional.of(new Body.Part(0x10, 2, 1)), first.part());
    assertTrue(first.text().startsWith("Welkom, bel om uw Voicemail te beluisteren"), first.text());
    assertTrue(first.text().endsWith("Voor gebruik van mobiel interne"), first.text());
    assertEquals("1002", deliver(PREPAID).from());
    Body second = deliver(SECOND).body();
    assertEquals(Optional.of(new Body.Part(0x4c, 2, 2)), second.part());
    assertEquals("that the parts are related to one another. ", second.text());
  }

  @Test
  void aStoredMessageOfOurOwnAndAReport() {
    Tpdu.Submit stored = assertInstanceOf(Tpdu.Submit.class, Tpdu.read(STORED).orElseThrow());
    assertEquals("555555555", stored.to());
    assertEquals("你好".repeat(8) + "你", stored.body().text());
    Tpdu.StatusReport report =
        assertInstanceOf(Tpdu.StatusReport.class, Tpdu.read(REPORT).orElseThrow());
    assertEquals(0x5a, report.reference());
    assertEquals(0x30, report.status());
    assertEquals(Optional.of(OffsetDateTime.parse("2012-09-11T07:40:36+02:00")), report.time());
  }

  @Test
  void aMessageThatEndsTooEarlyIsNoneWhereverItIsCut() {
    for (String whole : new String[] {LONG, CYRILLIC, EIGHT_BIT, PREPAID, SECOND, STORED, REPORT}) {
      for (int cut = 0; cut < whole.length(); cut++) {
        assertEquals(
            Optional.empty(), Tpdu.read(whole.substring(0, cut)), whole + " cut at " + cut);
      }
      assertTrue(Tpdu.read(whole).isPresent());
    }
    assertEquals(Optional.empty(), Tpdu.read("no digits"));
    assertEquals(Optional.empty(), Tpdu.read("000300"));
  }

  @Test
  void nonsenseIsReadOrRefusedButNeverThrows() {
    Random random = new Random(23_040);
    StringBuilder hex = new StringBuilder();
    for (int round = 0; round < 20_000; round++) {
      hex.setLength(0);
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        hex.append(String.format(java.util.Locale.ROOT, "%02X", random.nextInt(256)));
      }
      assertTrue(Tpdu.read(hex.toString()).map(unit -> !unit.toString().isEmpty()).orElse(true));
    }
  }
}
