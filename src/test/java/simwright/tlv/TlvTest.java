package simwright.tlv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

class TlvTest {
  /// A profile list with one profile, made by hand.
  private static final String LIST =
      "BF2D24A022E320"
          + "5A0A98001032547698103214"
          + "9F700101"
          + "910753696D77726967"
          + "950102"
          + "99020560";

  @Test
  void whatIsReadIsWrittenAsTheSameBytes() {
    Tlv list = Tlv.read(Octets.hex(LIST));
    assertEquals(LIST, list.raw().hex());
    assertEquals("BF2D24", list.header().hex());
    Tlv profile = list.get(Tag.of(0xA0), Tag.of(0xE3));
    assertEquals("89000123456789012341", Asn1.digits(profile.get(Tag.of(0x5A)), true));
    assertEquals(1, Asn1.integer(profile.get(Tag.of(0x9F70))));
    assertEquals(5, profile.position());
    assertEquals(5, profile.children().size());
    assertEquals(8, list.tree().size());
  }

  @Test
  void lengthsInMoreBytesThanNeededStayAsTheyWere() {
    Octets odd = Octets.hex("A0 84 00 00 00 05  04 82 00 01 2A");
    Tlv read = Tlv.read(odd);
    assertEquals(odd, read.raw());
    assertEquals("2A", read.get(Tag.of(0x04)).value().hex());
    assertEquals(odd, Tlv.of(Tag.of(0x30), read).value());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0400",
    "127, 047F",
    "128, 048180",
    "255, 0481FF",
    "256, 04820100",
    "65535, 0482FFFF",
    "65536, 0483010000"
  })
  void lengthsAreWrittenInTheFewestBytes(int length, String header) {
    Tlv made = Tlv.of(Tag.of(0x04), Octets.of(new byte[length]));
    assertEquals(header, made.header().hex());
    assertEquals(made, Tlv.read(made.raw()));
  }

  @Test
  void everyCutIsAFaultThatTellsItsPlace() {
    Octets whole = Octets.hex(LIST);
    for (int end = 0; end < whole.length(); end++) {
      Octets cut = whole.part(0, end);
      Fault fault = assertThrows(Fault.class, () -> Tlv.read(cut));
      assertEquals(TlvCodes.CUT, fault.code());
      assertTrue(fault.where().startsWith("byte "));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0480, length",
    "0485000000000000, length",
    "04FF, length",
    "04847FFFFFFF00, cut",
    "0484FFFFFFFF00, cut",
    "0000, tag",
    "FF00, tag",
    "1F8000, tag",
    "5F80, cut",
    "7F818100, tag",
    "3F, cut",
    "30020400FF, rest",
    "300304FF00, length",
    "A00304020A, cut",
    "30030402, cut"
  })
  void whatIsHostileIsNamed(String hex, String code) {
    Fault fault = assertThrows(Fault.class, () -> Tlv.read(Octets.hex(hex)));
    assertEquals(new FaultCode("tlv", code), fault.code());
  }

  @Test
  void anObjectInAnObjectEndsBeforeTheOuterOne() {
    Fault fault = assertThrows(Fault.class, () -> Tlv.readAll(Octets.hex("A0030402AABBCC")));
    assertEquals(TlvCodes.CUT, fault.code());
    assertEquals("byte 2", fault.where());
  }

  @Test
  void depthAndNumberAreBounded() {
    Octets deep = Octets.NONE;
    for (int i = 0; i < 60; i++) {
      deep = Octets.of(0x30).then(TlvWriter.length(deep.length())).then(deep);
    }
    Octets tower = deep;
    assertEquals(TlvCodes.DEEP, assertThrows(Fault.class, () -> Tlv.read(tower)).code());
    Octets many =
        Octets.of(new byte[] {4, 0})
            .then(Octets.join(Collections.nCopies(TlvReader.MOST, Octets.of(4, 0))));
    assertEquals(TlvCodes.DEEP, assertThrows(Fault.class, () -> Tlv.readAll(many)).code());
  }

  @Test
  void faultsNameNoContent() {
    Tlv list = Tlv.read(Octets.hex(LIST));
    Fault fault = assertThrows(Fault.class, () -> list.get(Tag.of(0xA0), Tag.of(0xBF22)));
    assertEquals(TlvCodes.MISSING, fault.code());
    assertEquals("A0 at byte 3", fault.where());
    assertFalse((fault.getMessage() + list + list.value()).contains("9800"));
  }

  @Test
  void anythingMadeIsReadAgain() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      Tlv made = any(random, 0);
      Tlv read = Tlv.read(made.raw());
      assertEquals(made, read);
      assertEquals(made.hashCode(), read.hashCode());
      assertEquals(made.tree().size(), read.tree().size());
      for (int end = 0; end < made.raw().length(); end += 1 + end / 16) {
        Octets cut = made.raw().part(0, end);
        assertThrows(Fault.class, () -> Tlv.read(cut));
      }
    }
  }

  @Test
  void aRecordedLifeOfACardIsReadAndWrittenUnchanged() {
    List<Octets> answers = Cards.answers();
    int read = 0;
    for (Octets answer : answers) {
      if (answer.length() > 1) {
        List<Tlv> all = Tlv.readAll(answer);
        assertEquals(answer, Octets.join(all.stream().map(Tlv::raw).toList()));
        read += all.getFirst().tree().size();
      }
    }
    assertTrue(read > 300, read + " data objects");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void publishedPackagesFallIntoTheirPublishedSegments(int number) {
    Tlv bound = Tlv.read(Cards.bound(number));
    List<Octets> cut = new ArrayList<>();
    cut.add(bound.header().then(bound.get(Tag.of(0xBF23)).raw()));
    for (Tlv part : bound.children()) {
      switch (part.tag().value()) {
        case 0xA0, 0xA2 -> {
          cut.add(part.header().then(part.children().getFirst().raw()));
          part.children().stream().skip(1).map(Tlv::raw).forEach(cut::add);
        }
        case 0xA1, 0xA3 -> {
          cut.add(part.header());
          part.children().stream().map(Tlv::raw).forEach(cut::add);
        }
        default -> assertEquals(Tag.of(0xBF23), part.tag());
      }
    }
    assertEquals(Cards.segments(number), cut);
  }

  @Test
  void whatHoldsAValueHoldsNoObjects() {
    assertThrows(IllegalArgumentException.class, () -> Tlv.of(Tag.of(0x80), List.of()));
    Tlv given = Tlv.of(Tag.of(0xA0), Octets.hex("80012A"));
    assertEquals(42, Asn1.integer(given.children().getFirst()));
    assertThrows(Fault.class, () -> Tlv.of(Tag.of(0xA0), Octets.hex("8002")));
    assertNotEquals(given, Tlv.read(Octets.hex("A003800101")));
    assertEquals(List.of(), given.all(Tag.of(0x81)));
  }

  private static Tlv any(Random random, int depth) {
    boolean made = depth < 6 && random.nextInt(3) > 0;
    int[] values = {0x04, 0x80, 0x5A, 0x9F70, 0x5F37, 0x9F8101};
    int[] holders = {0x30, 0xA0, 0xE3, 0xBF22, 0xBF8101};
    if (made) {
      List<Tlv> parts = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        parts.add(any(random, depth + 1));
      }
      return Tlv.of(Tag.of(holders[random.nextInt(holders.length)]), parts);
    }
    byte[] value = new byte[random.nextInt(300)];
    random.nextBytes(value);
    return Tlv.of(Tag.of(values[random.nextInt(values.length)]), Octets.of(value));
  }
}
