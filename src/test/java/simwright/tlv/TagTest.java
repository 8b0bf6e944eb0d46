package simwright.tlv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {
  @ParameterizedTest
  @CsvSource({
    "04, 1, UNIVERSAL, 4, false",
    "30, 1, UNIVERSAL, 16, true",
    "5A, 1, APPLICATION, 26, false",
    "A0, 1, CONTEXT, 0, true",
    "E3, 1, PRIVATE, 3, true",
    "9F70, 2, CONTEXT, 112, false",
    "BF2D, 2, CONTEXT, 45, true",
    "5F37, 2, APPLICATION, 55, false",
    "7F8101, 3, APPLICATION, 129, true"
  })
  void aTagKnowsItsParts(String hex, int length, Tag.Kind kind, int number, boolean constructed) {
    Tag tag = Tag.parse(hex);
    assertEquals(length, tag.length());
    assertEquals(kind, tag.kind());
    assertEquals(number, tag.number());
    assertEquals(constructed, tag.constructed());
    assertEquals(hex, tag.toString());
    assertEquals(Octets.hex(hex), tag.octets());
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 0xFF, 0x1F, 0x5F, 0x3F80, 0x1234, 0xFF01, 0x7F8000, 0x7F0101, 0x7F8181, -1})
  void whatIsNoTagIsRefused(int value) {
    assertThrows(IllegalArgumentException.class, () -> Tag.of(value));
  }

  @Test
  void aContextTagHasItsNameFromItsPlace() {
    Tags info = Tags.root().in(Tag.of(0xBF22)).orElseThrow();
    assertEquals("EuiccInfo2", info.name());
    assertEquals("svn", info.in(Tag.of(0x82)).orElseThrow().name());
    assertEquals("SGP.22 5.7.8", info.in(Tag.of(0x82)).orElseThrow().clause());
    Tags file = Tags.root().in(Tag.of(0x62)).orElseThrow();
    assertEquals("fileDescriptor", file.in(Tag.of(0x82)).orElseThrow().name());
    assertTrue(Tags.root().in(Tag.of(0x82)).isEmpty());
    assertEquals("signature", info.in(Tag.of(0x5F37)).orElseThrow().name());
    assertEquals("ProfileInfo", Tags.root().in(Tag.of(0xE3)).orElseThrow().name());
    assertFalse(Tags.root().known().isEmpty());
  }

  @Test
  void everyTypeOfTheDictionaryIsOneThatCanBeRead() {
    walk(Tags.root());
  }

  @Test
  void aRecordedLifeOfACardHasNamesForWhatItSays() {
    int named = 0;
    int all = 0;
    for (Octets answer : Cards.answers()) {
      if (answer.length() > 1) {
        for (Tlv tlv : Tlv.readAll(answer)) {
          all++;
          named += Tags.root().in(tlv.tag()).isPresent() ? 1 : 0;
        }
      }
    }
    assertEquals(all, named);
  }

  private static void walk(Tags here) {
    for (Tag tag : here.known()) {
      Tags entry = here.in(tag).orElseThrow();
      assertTrue(
          entry
              .type()
              .matches(
                  "-|text|int|bool|version|oid|iccid|eid|plmn|hex|bits:[\\w,-]+|enum:(?:[0-9]+=\\w+,?)+"),
          entry.name() + " " + entry.type());
      assertTrue(!tag.constructed() || entry.type().equals("-"), entry.name());
      assertFalse(entry.clause().isBlank(), entry.name());
      walk(entry);
    }
  }
}
