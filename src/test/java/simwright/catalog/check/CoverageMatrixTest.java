package simwright.catalog.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Profiles;
import simwright.catalog.region.Regions;

class CoverageMatrixTest {
  private static final CatalogProfile LOCAL = Profiles.profile(1, "state", "enabled");
  private static final CatalogProfile REGIONAL =
      Profiles.profile(2, "region", "EU", "coverage", "regional", "state", "installed");
  private static final CatalogProfile FALLBACK =
      Profiles.profile(
          3, "region", "WORLD", "coverage", "global", "use", "fallback", "state", "disabled");

  private static List<CoverageRow> rows(CatalogProfile... profiles) {
    return CoverageMatrix.of(List.of(profiles), Regions.shipped(), LocalDate.of(2026, 6, 1));
  }

  @Test
  void aCountryIsReachedFromItsGroupsAndFromEverywhere() {
    CoverageRow france =
        rows(LOCAL, REGIONAL, FALLBACK).stream()
            .filter(each -> each.region().equals("FR"))
            .findAny()
            .orElseThrow();
    assertEquals(new CoverageRow("FR", "France", 1, 1, 1, true, List.of()), france);
  }

  @Test
  void holesAreTooFewViableProfilesAndNoFallback() {
    assertEquals(List.of("only one viable profile", "no fallback"), rows(LOCAL).getFirst().holes());
    CatalogProfile expired = Profiles.profile(4, "state", "enabled", "expiry", "2026-05-31");
    CatalogProfile reserved = Profiles.profile(5, "state", "reserved");
    assertEquals(
        List.of("no viable profile", "no fallback"), rows(expired, reserved).getFirst().holes());
    assertEquals(List.of(), rows(Profiles.profile(6, "state", "revoked")));
  }

  @Test
  void regionsWithHolesStandFirst() {
    CatalogProfile elsewhere =
        Profiles.profile(7, "region", "BR", "state", "enabled", "plmn", "72405");
    CatalogProfile second = Profiles.profile(8, "region", "AA", "coverage", "local");
    assertEquals(
        List.of("AA", "BR", "EU", "FR"),
        rows(LOCAL, REGIONAL, second, elsewhere).stream()
            .map(CoverageRow::region)
            .sorted()
            .toList());
    assertEquals("AA", rows(LOCAL, REGIONAL, FALLBACK, second, elsewhere).getFirst().region());
  }
}
