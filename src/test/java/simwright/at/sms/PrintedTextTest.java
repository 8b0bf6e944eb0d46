package simwright.at.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers of networks as modems print them. `konta atlikums` stands in MikroTik's manual of
/// RouterOS, the Cyrillic line in a public program's test.
class PrintedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EBB79B1E0685E9ECF4BADE9E03|0|konta atlikums",
        "0421043F0430044104380431043E|72|Спасибо",
        "004F004B|72|OK",
        "00480069|15|Hi",
        "Your balance is 49.10|64|Your balance is 49.10",
        "1234567890|15|1234567890",
        "20|0|20",
        "DEADBEEF|68|DEADBEEF"
      })
  void theCodingSchemeAndTheLookTell(String printed, int scheme, String text) {
    assertEquals(text, PrintedText.of(printed, OptionalInt.of(scheme)));
  }

  @Test
  void withoutASchemeOnlyTheLookTells() {
    assertEquals("Hi", PrintedText.of("00480069", OptionalInt.empty()));
    assertEquals("0421043F", PrintedText.of("0421043F", OptionalInt.empty()));
    assertEquals("00010002", PrintedText.of("00010002", OptionalInt.empty()));
  }

  /// 3GPP TS 23.038 clauses 4 and 5.
  @ParameterizedTest
  @CsvSource({
    "0,GSM7,GSM7",
    "4,OCTETS,GSM7",
    "8,UCS2,GSM7",
    "15,GSM7,GSM7",
    "17,GSM7,UCS2",
    "24,UCS2,GSM7",
    "32,COMPRESSED,GSM7",
    "68,OCTETS,OCTETS",
    "72,UCS2,UCS2",
    "96,COMPRESSED,COMPRESSED",
    "148,GSM7,OCTETS",
    "192,GSM7,GSM7",
    "208,GSM7,GSM7",
    "224,UCS2,GSM7",
    "240,GSM7,GSM7",
    "244,OCTETS,OCTETS"
  })
  void theSchemesOfMessagesAndOfBroadcasts(int scheme, Coding message, Coding broadcast) {
    assertEquals(message, Coding.ofMessage(scheme));
    assertEquals(broadcast, Coding.ofBroadcast(scheme));
  }
}
