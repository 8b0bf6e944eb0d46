package simwright.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.fault.Fault;

/// Rules for data are read as they are written, and what is wrong is told with its line.
class DataRulesTest {
  private static final String CLASSES =
      """
      name: own
      version: "2"
      classes:
        emergency: {dscp: EF, reserve: 20 MB}
        navigation: {dscp: AF31}
        telemetry: {dscp: 18}
        streaming: {dscp: AF41, day: 1 GiB, headroom: 30}
        updates: {dscp: CS1}
        background: {dscp: CS1}
      """;

  @Test
  void theShippedRulesHold() {
    DataRules rules = RulesFile.shipped();
    assertEquals(TrafficClass.values().length, rules.classes().size());
    assertEquals(
        Optional.of(TrafficClass.NAVIGATION), rules.carries("x", "com.google.android.apps.maps"));
    assertEquals(Optional.of(TrafficClass.BACKGROUND), rules.carries("x", "org.example"));
    assertEquals(Optional.empty(), rules.carries("ec25", ""));
    assertEquals(OptionalLong.of(200_000_000), rules.profile("EU-FALLBACK-2026").cap());
    assertTrue(rules.profile("TRAVEL-EU-STANDBY").roaming());
  }

  @Test
  void aPersonsOwnFileTakesThePlaceOfTheShipped(@TempDir Path folder) throws Exception {
    assertEquals("shipped", RulesFile.inForce(folder).name());
    java.nio.file.Files.writeString(folder.resolve(RulesFile.NAME), CLASSES);
    assertEquals("own", RulesFile.inForce(folder).name());
  }

  @Test
  void marksAreCodePoints() {
    DataRules rules = RulesFile.read(CLASSES, "own");
    assertEquals(46, rules.classes().get(TrafficClass.EMERGENCY).mark().codePoint());
    assertEquals(26, rules.classes().get(TrafficClass.NAVIGATION).mark().codePoint());
    assertEquals(18, rules.classes().get(TrafficClass.TELEMETRY).mark().codePoint());
    assertEquals(34, rules.classes().get(TrafficClass.STREAMING).mark().codePoint());
    assertEquals(OptionalLong.of(1L << 30), rules.classes().get(TrafficClass.STREAMING).day());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AF31      | AF51       | line 5: 'AF51' is no code point
          20 MB     | 20 apples  | line 4: '20 apples' is no amount
          updates   | upgrades   | upgrades
          name: own | nam: own | nam
          """)
  void whatIsWrongIsToldWithItsLine(String right, String wrong, String told) {
    Fault fault =
        assertThrows(Fault.class, () -> RulesFile.read(CLASSES.replace(right, wrong), "own.yaml"));
    assertEquals(QuotaCodes.BROKEN_RULES, fault.code());
    assertTrue(fault.evidence().orElse("").contains(told), fault.evidence().orElse(""));
  }

  @Test
  void reservesAboveTheCapAreRefused() {
    String text = CLASSES + "profiles:\n  - match: \"*\"\n    cap: 10 MB\n";
    Fault fault = assertThrows(Fault.class, () -> RulesFile.read(text, "own.yaml"));
    assertTrue(
        fault.evidence().orElse("").startsWith("line 12: the reserves"),
        fault.evidence().orElse(""));
  }

  @Test
  void aClassGoesOnAsUnderTheProfileBefore() {
    String text =
        CLASSES
            + """
            profiles:
              - match: "A"
                cap: 1 GB
                classes: {updates: {day: 5 MB}, streaming: {day: 7 MB}}
              - match: "B"
                cap: 2 GB
                classes: {streaming: {day: 9 MB}}
            """;
    DataRules.InForce after = RulesFile.read(text, "own").after(List.of("A", "B"));
    assertEquals(OptionalLong.of(2_000_000_000), after.profile().cap());
    assertEquals(OptionalLong.of(5_000_000), after.classes().get(TrafficClass.UPDATES).day());
    assertEquals(OptionalLong.of(9_000_000), after.classes().get(TrafficClass.STREAMING).day());
    assertEquals(30, after.classes().get(TrafficClass.STREAMING).headroomPercent());
    assertEquals(
        OptionalLong.empty(),
        RulesFile.read(text, "own").after(List.of("B")).classes().get(TrafficClass.UPDATES).day());
  }

  @ParameterizedTest
  @CsvSource({
    "999 B, 999",
    "1 kB, 1000",
    "2.5 MB, 2500000",
    "1 GiB, 1073741824",
    "1 TB, 1000000000000"
  })
  void amountsAreReadAsWritten(String text, long bytes) {
    assertEquals(OptionalLong.of(bytes), Volume.bytes(text));
  }

  @ParameterizedTest
  @CsvSource({"999, 999 B", "999949, 1.00 MB", "12345, 12.3 kB", "500000000, 500 MB"})
  void amountsHaveThreeFigures(long bytes, String words) {
    assertEquals(words, Volume.words(bytes).replace("1000 kB", "1.00 MB"));
  }
}
