package simwright.at.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.fault.FaultCode;

/// Registration of every domain, in the shapes of the collected replies and of TS 27.007.
class RegistrationTest {
  private static Registration read(String line) {
    String text = "AT" + line.substring(0, line.indexOf(':')) + "?";
    return ReadRegistration.of(text).orElseThrow().parse(List.of(line)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "0,OFF",
    "1,HOME",
    "2,SEARCHING",
    "3,DENIED",
    "4,UNKNOWN",
    "5,ROAMING",
    "6,HOME",
    "7,ROAMING",
    "8,EMERGENCY",
    "9,HOME",
    "10,ROAMING",
    "11,EMERGENCY",
    "90,UNKNOWN"
  })
  void everyStateHasItsMeaning(int stat, Registration.State state) {
    assertEquals(state, read("+CREG: 0," + stat).state());
    assertEquals(stat, read("+CEREG: 0," + stat).stat());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+CREG: 3,3,\"002F\",\"0012BEEF\",7,0,13|mm/13",
        "+CEREG: 3,3,\"002F\",\"0012BEEF\",7,0,15|emm/15",
        "+CGREG: 3,3,\"002F\",\"0012BEEF\",7,\"01\",0,7|gmm/7",
        "+CGREG: 3,3,\"002F\",\"0012BEEF\",7,0,7|gmm/7",
        "+C5GREG: 3,3,\"002F\",\"0012BEEF\",11,,,0,62|5gmm/62"
      })
  void aCauseBelongsToItsDomain(String line, String code) {
    assertEquals(Optional.of(FaultCode.parse(code)), read(line).cause());
  }

  @Test
  void aVendorsCauseIsNotTakenForTheStandards() {
    assertEquals(Optional.empty(), read("+CREG: 3,3,\"002F\",\"0012BEEF\",7,1,13").cause());
    assertEquals(Optional.empty(), read("+CEREG: 4,5,,,,,,,\"00000000\",\"01100000\"").cause());
  }

  @Test
  void brokenQuotesAreReadAsFarAsTheyGo() {
    assertEquals(Registration.State.HOME, read("+CREG: 2,1,\"0B,\"0100701\",7").state());
    assertEquals(Registration.State.HOME, read("+CREG: 2,1,\"5E25").state());
    assertEquals(Optional.empty(), read("+CREG: 2,1,\"\",\"605F\"").area());
    assertEquals(Optional.of("605F"), read("+CREG: 2,1,\"\",\"605F\"").cell());
  }

  @Test
  void aReportIsReadWithoutItsFirstNumber() {
    Registration report =
        ReadRegistration.unsolicited("+CEREG: 5,\"2046\",\"07ba7016\",7").orElseThrow();
    assertEquals(Registration.State.ROAMING, report.state());
    assertTrue(report.state().registered());
    assertEquals(Optional.of("LTE"), report.technology());
    assertEquals(Optional.of("2046"), report.area());
    assertTrue(ReadRegistration.unsolicited("+CSQ: 1,2").isEmpty());
    assertTrue(ReadRegistration.unsolicited("+CREG: nonsense").isEmpty());
    assertFalse(Registration.State.DENIED.registered());
    assertTrue(ReadRegistration.of("AT+CSQ").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "0,GSM",
    "1,GSM",
    "2,UMTS",
    "3,EDGE",
    "4,HSDPA",
    "5,HSUPA",
    "6,HSPA",
    "7,LTE",
    "8,EC-GSM-IoT",
    "9,NB-IoT",
    "10,LTE (5GC)",
    "11,NR",
    "12,NG-RAN",
    "13,EN-DC",
    "14,satellite",
    "77,technology 77"
  })
  void everyAccessTechnologyHasItsName(int number, String name) {
    assertEquals(
        Optional.of(name), read("+CREG: 2,1,\"00C3\",\"0001A2B3\"," + number).technology());
  }
}
