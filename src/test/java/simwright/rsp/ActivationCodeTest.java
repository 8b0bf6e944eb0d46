package simwright.rsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.fault.Fault;

/// The examples are those of SGP.22 clause 4.1.
class ActivationCodeTest {
  private static final String TOKEN = "04386-AGYFT-A74Y8-3F815";

  @ParameterizedTest
  @CsvSource({
    "1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815, false, ''",
    "1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815$$1, true, ''",
    "1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815$1.3.6.1.4.1.31746$1, true, 1.3.6.1.4.1.31746",
    "1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815$1.3.6.1.4.1.31746, false, 1.3.6.1.4.1.31746",
    "LPA:1$smdp.gsma.com$04386-AGYFT-A74Y8-3F815, false, ''",
    "lpa:1$smdp.gsma.com$04386-AGYFT-A74Y8-3F815$$, false, ''",
    "Lpa://1$smdp.gsma.com$04386-AGYFT-A74Y8-3F815, false, ''"
  })
  void theExamplesOfTheStandardAndWhatPeopleMakeOfThem(String text, boolean needed, String oid) {
    ActivationCode code = ActivationCode.read("  " + text + " ");
    assertEquals("smdp.gsma.com", code.host());
    assertEquals(TOKEN, code.matchingId());
    assertEquals(needed, code.confirmationNeeded());
    assertEquals(Optional.of(oid).filter(each -> !each.isEmpty()), code.oid());
    assertEquals(code, ActivationCode.read(code.text()));
  }

  @Test
  void theMatchingIdentifierMayBeEmptyAndKeepsItsCase() {
    assertEquals("", ActivationCode.read("1$SMDP.GSMA.COM$").matchingId());
    assertEquals("aBc", ActivationCode.read("1$a$aBc").matchingId());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|rsp/code-empty",
        "LPA:|rsp/code-empty",
        "2$a.b$C|rsp/code-format",
        "a.b$C|rsp/code-format",
        "https://a.b/1$a$b|rsp/code-format",
        "1|rsp/code-fields",
        "1$a.b|rsp/code-fields",
        "1$a.b$C$$1$x|rsp/code-fields",
        "1$$C|rsp/code-host",
        "1$https://a.b$C|rsp/code-host",
        "1$a..b$C|rsp/code-host",
        "1$-a.b$C|rsp/code-host",
        "1$a.b:443$C|rsp/code-host",
        "1$a b$C|rsp/code-host",
        "1$a.b$C_D|rsp/code-token",
        "1$a.b$C$x|rsp/code-oid",
        "1$a.b$C$3.1|rsp/code-oid",
        "1$a.b$C$1.02|rsp/code-oid",
        "1$a.b$C$$0|rsp/code-flag",
        "1$a.b$C$$true|rsp/code-flag"
      })
  void eachFaultHasACodeOfItsOwn(String text, String code) {
    assertEquals(code, refused(text).code().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1$a.b$SECRET-TOKEN!", "1$a.b$SECRET-TOKEN$x$y", "SECRET-TOKEN"})
  void noFaultCarriesTheCode(String text) {
    Fault fault = refused(text);
    assertFalse((fault.getMessage() + fault.evidence()).contains("SECRET"), fault.getMessage());
    assertFalse(ActivationCode.read("1$a.b$SECRET").toString().contains("SECRET"));
  }

  @Test
  void aCodeLongerThanTheStandardAllowsIsRefused() {
    assertEquals(RspCodes.CODE_LONG, refused("1$a.b$" + "C".repeat(250)).code());
  }

  private static Fault refused(String text) {
    return assertThrows(Fault.class, () -> ActivationCode.read(text));
  }
}
