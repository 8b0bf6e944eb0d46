package simwright.catalog.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Profiles;
import simwright.fault.Fault;

class ProfileCheckTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  @TempDir Path folder;

  private Rules rules() {
    return Rules.of(folder, folder.resolve("none"));
  }

  private List<Finding> found(CatalogProfile... profiles) {
    return ProfileCheck.of(List.of(profiles), rules(), TODAY);
  }

  @Test
  void aProfileThatIsAsItSaysHasNoFinding() {
    assertEquals(List.of(), found(Profiles.profile(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "imsi, 262011234567890, imsi",
    "plmn, 26201, iccid",
    "operator, Vodafone, operator",
    "expiry, 2026-06-20, expiry",
    "expiry, 2026-05-20, expiry",
    "name, PROD-DE-PARIS-2026, name",
    "eid, 89049032000000000000000000000001, digits"
  })
  void whatDoesNotFitIsFound(String field, String value, String check) {
    List<Finding> found = found(Profiles.profile(1, field, value));
    assertTrue(
        found.stream().anyMatch(each -> each.check().equals(check)),
        () -> found.stream().map(Finding::words).toList().toString());
  }

  @Test
  void aTariffThatWasNotOrderedIsFound() {
    List<Finding> found = found(Profiles.profile(1, "tariffOrdered", "A", "tariffFound", "B"));
    assertEquals("ordered was 'A', found is 'B'", found.getFirst().words());
  }

  @Test
  void aLocalProfileOfAnotherCountryIsFound() {
    List<Finding> found = found(Profiles.profile(1, "region", "DE", "name", "PROD-DE-PARIS-2026"));
    assertEquals(List.of("region"), found.stream().map(Finding::check).toList());
    assertEquals(
        List.of(),
        found(
            Profiles.profile(
                1, "region", "EU", "coverage", "regional", "name", "PROD-EU-PARIS-2026")));
  }

  @Test
  void anImsiOfTwoProfilesIsFoundOnceAndWhatIsGoneDoesNotCount() {
    assertEquals(
        List.of("duplicate"),
        found(Profiles.profile(1), Profiles.profile(2, "imsi", "208010000000001")).stream()
            .map(Finding::check)
            .toList());
    assertEquals(
        List.of(),
        found(
            Profiles.profile(1, "state", "revoked", "name", "wrong"),
            Profiles.profile(2, "imsi", "208010000000001")));
  }

  @Test
  void aContractThatEndsIsToldOnceAndProfilesThatOutliveItEach() throws IOException {
    Files.writeString(
        folder.resolve("operators.yaml"),
        "operators: [{name: Orange, from: 2025-07-01, until: 2026-07-01}]\n");
    List<Finding> found =
        found(
            Profiles.profile(1),
            Profiles.profile(2, "expiry", "2026-07-01", "imsi", "208010000000002"));
    assertEquals(
        List.of(
            "Orange: its contract ends in 30 days, on 2026-07-01",
            "it outlives the contract with Orange, which ends on 2026-07-01",
            "it expires in 30 days, on 2026-07-01"),
        found.stream().map(Finding::words).toList());
    assertEquals("contract", found.getFirst().check());
  }

  @Test
  void anOperatorsOwnRangesAndAccessPointsHold() throws IOException {
    Files.writeString(
        folder.resolve("operators.yaml"),
        """
        operators:
          - name: Orange
            networks: ["20801"]
            iccids: ["893399"]
            imsis: ["2080155"]
            apns: [iot.example]
        """);
    List<Finding> found = found(Profiles.profile(1, "apns", "iot.exampel"));
    assertEquals(List.of("iccid", "imsi", "apn"), found.stream().map(Finding::check).toList());
    assertEquals(Optional.of("iot.example"), found.getLast().fix());
  }

  @Test
  void ownRegionsAddToThoseThatShip() throws IOException {
    Files.writeString(
        folder.resolve("regions.yaml"),
        "regions: 1\ngroups:\n  DACH: {name: D-A-CH, countries: [AT, CH, DE]}\n");
    assertTrue(rules().regions().holds("DACH", "CH"));
    assertTrue(rules().regions().holds("EU", "FR"));
    Files.writeString(
        folder.resolve("regions.yaml"),
        "regions: 1\ncountries:\n  FR: {mccs: [\"20\"], calling: \"33\"}\n");
    Fault broken = assertThrows(Fault.class, this::rules);
    assertTrue(broken.evidence().orElseThrow().startsWith("line 3"), broken.evidence().get());
  }
}
