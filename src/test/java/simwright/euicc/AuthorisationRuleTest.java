package simwright.euicc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.identity.Plmn;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// A row of the rules authorisation table is for the owners it names, with E for any digit.
class AuthorisationRuleTest {
  private static AuthorisationRule row(String code, String gid1) {
    Tlv plmn = Tlv.of(Tag.of(0x80), Octets.hex(code));
    Tlv group = Tlv.of(Tag.of(0x81), Octets.hex(gid1));
    Tlv owner = gid1.isEmpty() ? Tlv.of(Tag.of(0x30), plmn) : Tlv.of(Tag.of(0x30), plmn, group);
    return new AuthorisationRule(PolicyRules.NONE, List.of(owner), false);
  }

  private static Optional<Owner> owner(String plmn, String gid1) {
    Optional<Octets> group = Optional.of(gid1).filter(hex -> !hex.isEmpty()).map(Octets::hex);
    return Optional.of(new Owner(Plmn.parse(plmn), group, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "EEEEEE, 00101, true",
    "EEEEEE, 310410, true",
    "00F110, 00101, true",
    "00F110, 00102, false",
    "00F110, 001010, false",
    "130014, 310410, true",
    "13E0EE, 310410, true",
    "13E0EE, 311410, false",
    "130014, 31041, false"
  })
  void digitsAreComparedOneByOne(String code, String plmn, boolean is) {
    assertEquals(is, row(code, "").isFor(owner(plmn, "")));
  }

  @Test
  void aGroupCountsWhereTheRowNamesOne() {
    assertTrue(row("EEEEEE", "01").isFor(owner("00101", "01")));
    assertTrue(row("EEEEEE", "").isFor(owner("00101", "01")));
    assertEquals(false, row("EEEEEE", "01").isFor(owner("00101", "02")));
    assertEquals(false, row("EEEEEE", "01").isFor(owner("00101", "")));
  }

  @Test
  void aProfileOfNobodyIsOnlyInRowsForAll() {
    assertTrue(row("EEEEEE", "").isFor(Optional.empty()));
    assertEquals(false, row("00F110", "").isFor(Optional.empty()));
  }
}
