package simwright.at.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Messages to send. The units are those of ModemManager's message tests (03223fe7) and the
/// `hellohello` that other programs write for it.
class SubmissionTest {
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  @Test
  void unitsAreAsOthersMakeThem() {
    assertEquals(
        List.of(new Submission.Unit("0011000B916407281553F80000AA0AE8329BFD4697D9EC37", 23)),
        new Submission("+46708251358", "hellohello", Duration.ofDays(4)).units(0));
    assertEquals(
        "0011000B915155551532F40008003A0414043000200437043404400430043204410442043204430435"
            + "04420020043A043E0440043E043B044C002C0020043404350442043A04300021",
        new Submission("+15555551234", "Да здравствует король, детка!", FIVE_MINUTES)
            .units(0)
            .getFirst()
            .hex());
    assertEquals(
        "0011000B915155661632F40000001954747A0E4ACF41F27298CDCE83C6EF371B0481402010",
        new Submission("+15556661234", "This is really cool ΔΔΔΔΔ", FIVE_MINUTES)
            .units(0)
            .getFirst()
            .hex());
    Submission.Unit unbounded =
        new Submission("+15556661234", "This is really cool ΔΔΔΔΔ", Duration.ZERO)
            .units(0)
            .getFirst();
    assertEquals(
        "0001000B915155661632F400001954747A0E4ACF41F27298CDCE83C6EF371B0481402010",
        unbounded.hex());
    assertEquals(unbounded.hex().length() / 2 - 1, unbounded.length());
  }

  @Test
  void aLongTextIsCutWhereOthersCutIt() {
    assertEquals(List.of(160), lengths("0123456789".repeat(16)));
    assertEquals(List.of(153, 8), lengths("0123456789".repeat(16) + "0"));
    assertEquals(List.of(70), lengths("你好".repeat(35)));
    assertEquals(List.of(67, 4), lengths("你好".repeat(35) + "好"));
  }

  @Test
  void nothingIsCutInsideACharacter() {
    assertEquals(List.of(152, 9), lengths("a".repeat(152) + "€" + "b".repeat(8)));
    assertEquals(List.of(66, 5), lengths("你".repeat(66) + "😀" + "好".repeat(3)));
  }

  private static List<Integer> lengths(String text) {
    List<Submission.Unit> units = new Submission("+15550100", text, Duration.ZERO).units(7);
    List<Body> bodies = units.stream().map(SubmissionTest::body).toList();
    assertEquals(text, bodies.stream().map(Body::text).collect(Collectors.joining()));
    for (int i = 0; i < units.size(); i++) {
      assertTrue(units.get(i).length() <= 164, units.get(i).toString());
      Optional<Body.Part> part =
          units.size() == 1 ? Optional.empty() : Optional.of(new Body.Part(7, units.size(), i + 1));
      assertEquals(part, bodies.get(i).part());
    }
    return bodies.stream().map(body -> body.text().length()).toList();
  }

  private static Body body(Submission.Unit unit) {
    return assertInstanceOf(Tpdu.Submit.class, Tpdu.read(unit.hex()).orElseThrow()).body();
  }

  /// 3GPP TS 23.040 clause 9.2.3.12.1.
  @ParameterizedTest
  @CsvSource({
    "5, 00",
    "10, 01",
    "720, 8F",
    "750, 90",
    "1440, A7",
    "2880, A8",
    "43200, C4",
    "50400, C5",
    "635040, FF",
    "9999999, FF"
  })
  void theValidityIsCodedInItsSteps(int minutes, String octet) {
    String hex = new Submission("+1", "x", Duration.ofMinutes(minutes)).units(0).getFirst().hex();
    assertEquals(octet, hex.substring(16, 18));
  }

  @Test
  void aNumberHasDigits() {
    assertThrows(IllegalArgumentException.class, () -> new Submission("+1\r", "x", Duration.ZERO));
    assertEquals(
        "555",
        ((Tpdu.Submit)
                Tpdu.read(new Submission("555", "x", Duration.ZERO).units(0).getFirst().hex())
                    .orElseThrow())
            .to());
  }
}
