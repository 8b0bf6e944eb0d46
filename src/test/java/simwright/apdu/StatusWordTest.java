package simwright.apdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.fault.Fault;
import simwright.tlv.Octets;

class StatusWordTest {
  @ParameterizedTest
  @CsvSource({
    "9000, DONE, true, 9000",
    "910B, DONE_PROACTIVE, true, 91xx",
    "6100, DONE_MORE, true, 61xx",
    "9201, DONE_RETRIED, true, 92xx",
    "9240, EXECUTION_ERROR, false, 9240",
    "6281, WARNING, true, 6281",
    "63F1, WARNING, true, 63F1",
    "63C2, TRIES_LEFT, false, 63Cx",
    "6581, EXECUTION_ERROR, false, 6581",
    "6C12, WRONG_LENGTH, false, 6Cxx",
    "6A82, REFUSED, false, 6A82",
    "6F00, REFUSED, false, 6F00",
    "9300, BUSY, false, 9300",
    "9862, APPLICATION, false, 9862",
    "9001, APPLICATION, false, 9001",
    "6000, IMPOSSIBLE, false, 6000",
    "1234, IMPOSSIBLE, false, 1234"
  })
  void theRangeSaysWhetherTheCommandWasDone(
      String hex, StatusWord.Range range, boolean done, String code) {
    StatusWord status = new StatusWord(Integer.parseInt(hex, 16));
    assertEquals(range, status.range());
    assertEquals(done, status.succeeded());
    assertEquals("sw/" + code, status.code().toString());
    assertEquals(range != StatusWord.Range.IMPOSSIBLE, status.possible());
  }

  @Test
  void everyWordHasOneRange() {
    int done = 0;
    for (int value = 0; value <= 0xffff; value++) {
      StatusWord status = new StatusWord(value);
      assertNotEquals("", status.code().code());
      done += status.succeeded() ? 1 : 0;
    }
    // 9000, 256 of 91xx, 256 of 61xx, 64 of 92xx, 256 of 62xx, 240 of 63xx
    assertEquals(1 + 256 + 256 + 64 + 256 + 240, done);
  }

  @Test
  void countsAreReadFromTheSecondByte() {
    assertEquals(256, new StatusWord(0x6100).bytes());
    assertEquals(18, new StatusWord(0x6c12).bytes());
    assertEquals(3, new StatusWord(0x63c3).tries());
    assertThrows(IllegalArgumentException.class, () -> new StatusWord(0x10000));
  }

  @Test
  void anAnswerWithoutAStatusWordIsAFault() {
    for (String hex : new String[] {"", "90", "5A10", "00112233"}) {
      Octets bytes = Octets.hex(hex);
      assertEquals(
          ApduCodes.NO_STATUS, assertThrows(Fault.class, () -> Response.parse(bytes)).code());
    }
  }

  @Test
  void aRefusalIsAFaultWithTheStatusWordAsItsCode() {
    Response refused = Response.of(0x6a82);
    Fault fault = assertThrows(Fault.class, () -> refused.done("selecting", "the card"));
    assertEquals("sw/6A82", fault.code().toString());
    assertEquals("0 bytes, 6A82", refused.toString());
    Response done = Response.parse(Octets.hex("BF2E009103"));
    assertEquals(done, done.done("reading", "the card"));
  }
}
