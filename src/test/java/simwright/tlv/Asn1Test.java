package simwright.tlv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.fault.Fault;

class Asn1Test {
  @ParameterizedTest
  @CsvSource({"0, 00", "127, 7F", "128, 0080", "-1, FF", "-129, FF7F", "65536, 010000"})
  void integersAreWrittenInTheFewestBytes(int value, String hex) {
    assertEquals(hex, Asn1.integer(value).hex());
    assertEquals(value, Asn1.integer(tlv(hex)));
  }

  /// The event bits of a real card's notifications (facts of the shared reference).
  @ParameterizedTest
  @CsvSource({"0, 0780", "1, 0640", "2, 0520", "3, 0410"})
  void namedBitsLeaveTrailingZerosOut(int bit, String hex) {
    BitSet bits = new BitSet();
    bits.set(bit);
    assertEquals(hex, Asn1.bits(bits).hex());
    assertEquals(bits, Asn1.bits(tlv(hex)));
    assertEquals("00", Asn1.bits(new BitSet()).hex());
    assertTrue(Asn1.bits(tlv("00")).isEmpty());
  }

  /// 2.23.146.1.2.1.4 is the DPauth policy of SGP.22; 2.999 is X.660's example.
  @ParameterizedTest
  @CsvSource({
    "2.23.146.1.2.1.4, 678112010201 04",
    "2.999.1, 88 37 01",
    "1.2.840.10045.2.1, 2A8648CE3D0201",
    "0.0, 00",
    "1.39.16384, 4F 81 80 00"
  })
  void objectIdentifiersAreReadAndWritten(String dotted, String hex) {
    assertEquals(Octets.hex(hex), Asn1.oid(dotted));
    assertEquals(dotted, Asn1.oid(tlv(hex)));
  }

  @Test
  void theOtherTypesAreRead() {
    assertEquals("2.2.2", Asn1.version(tlv("020202")));
    assertEquals("é€", Asn1.text(Tlv.of(Tag.of(0x0C), Asn1.text("é€"))));
    assertTrue(Asn1.bool(tlv("01")));
    assertEquals("8900012345678901234", Asn1.digits(tlv("980010325476981032F4"), true));
    assertEquals(
        "89049032123451234512345678901235",
        Asn1.digits(tlv("89049032123451234512345678901235"), false));
    assertEquals(BigInteger.TWO.pow(64), Asn1.bigInteger(tlv("010000000000000000")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "08", "0180", "0500AA01FF8080", "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF7F"})
  void whatIsOfNoTypeIsAFaultAndNothingElse(String hex) {
    Tlv tlv = tlv(hex);
    List<Function<Tlv, Object>> readers =
        List.of(
            Asn1::integer,
            Asn1::bigInteger,
            Asn1::bool,
            Asn1::bits,
            Asn1::text,
            Asn1::oid,
            Asn1::version,
            one -> Asn1.digits(one, true));
    int faults = 0;
    for (Function<Tlv, Object> reader : readers) {
      try {
        assertNotEquals("", reader.apply(tlv).toString() + "x");
      } catch (Fault fault) {
        assertEquals(TlvCodes.VALUE, fault.code());
        faults++;
      }
    }
    assertTrue(faults > 0);
  }

  @Test
  void bytesAreWhatTheyWereMadeOf() {
    Octets bytes = Octets.hex("01 02:03");
    assertEquals(Octets.of(1, 2, 3), bytes);
    assertEquals(Octets.of(1, 2, 3).hashCode(), bytes.from(0).hashCode());
    assertEquals("0203", bytes.from(1).hex());
    assertEquals("3 bytes", bytes.toString());
    assertNotEquals(Octets.NONE, bytes);
    assertThrows(IndexOutOfBoundsException.class, () -> bytes.at(3));
    assertThrows(IndexOutOfBoundsException.class, () -> bytes.part(2, 1));
    assertThrows(IllegalArgumentException.class, () -> Octets.hex("1"));
    byte[] out = bytes.toArray();
    out[0] = 9;
    assertEquals(1, bytes.at(0));
  }

  private static Tlv tlv(String hex) {
    return Tlv.of(Tag.of(0x80), Octets.hex(hex));
  }
}
