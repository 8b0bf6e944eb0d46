package simwright.job;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which lines use up a try of a PIN, in any spelling.
class LastTryLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AT+CPIN=\"1234\"",
        "at + cpin = 1234",
        "AT+CMEE=1;+CPIN=\"1234\"",
        "AT+CPIN=\"12345678\",\"1234\"",
        "AT+CLCK=\"SC\",1,\"1234\"",
        "AT+CLCK=SC,0,1234",
        "AT+CPWD=\"SC\",\"1234\",\"4321\""
      })
  void theseDo(String line) {
    assertTrue(LastTry.usesOne(line), line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AT+CPIN?",
        "AT+CPIN=?",
        "AT+CLCK=\"SC\",2",
        "AT+CLCK=\"PN\",1,\"1234\"",
        "AT+CPINR",
        "AT+CMGS=\"+CPIN=1\"",
        "AT"
      })
  void theseDoNot(String line) {
    assertFalse(LastTry.usesOne(line), line);
  }
}
