package simwright.catalog.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.catalog.CatalogCodes;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Profiles;
import simwright.catalog.Use;
import simwright.catalog.region.Regions;
import simwright.fault.Fault;

class NamingTest {
  private static final Naming NAMING = new Naming(Grammar.shipped(), Regions.shipped());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PROD-FR-PARIS-2026",
        "TRAVEL-EU-STANDBY",
        "TEST-NO-2030",
        "FALLBACK-WORLD-STANDBY",
        "PROD-US-NEWYORK-STANDBY"
      })
  void namesOfTheGrammarFit(String name) {
    assertEquals(List.of(), NAMING.check(name).wrong());
  }

  @ParameterizedTest
  @CsvSource({
    "prod-fr-paris-2026, PROD-FR-PARIS-2026",
    "PRODUCTION FR PARIS 2026, PROD-FR-PARIS-2026",
    "Prod_France_Paris_26, PROD-FR-PARIS-2026",
    "travel-eu-standby, TRAVEL-EU-STANDBY",
    "TEST.Türkiye.Kars.2027, TEST-TR-KARS-2027"
  })
  void whatWasMeantIsProposed(String name, String meant) {
    NameCheck check = NAMING.check(name);
    assertEquals(Optional.of(meant), check.proposal());
    assertTrue(!check.fits());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "PROD",
        "PROD-FR",
        "PROD-XX-2026",
        "PROD-FR-PARIS-1999",
        "PROD-FR-PARIS-NORTH-2026",
        "GIFT-FR-2026",
        "PROD-FR--2026"
      })
  void whatDoesNotFitIsSaidAndNothingWrongIsProposed(String name) {
    NameCheck check = NAMING.check(name);
    assertTrue(!check.fits());
    check.proposal().ifPresent(other -> assertTrue(NAMING.check(other).fits(), other));
  }

  @Test
  void aNameSaysItsParts() {
    assertEquals(
        Optional.of(
            new Named(Optional.of(Use.PRODUCTION), "FR", "PARIS", OptionalInt.of(2026), false)),
        NAMING.check("PROD-FR-PARIS-2026").says());
    assertEquals(
        Optional.of(new Named(Optional.of(Use.TRAVEL), "EU", "", OptionalInt.empty(), true)),
        NAMING.check("TRAVEL-EU-STANDBY").says());
  }

  @ParameterizedTest
  @CsvSource({
    "expiry, 2027-06-30, PROD-FR-PARIS-2027",
    "region, DE, PROD-DE-PARIS-2026",
    "use, travel, TRAVEL-FR-PARIS-2026",
    "place, Saint-Étienne, PROD-FR-SAINTETIENNE-2026",
    "staged, true, PROD-FR-PARIS-STANDBY",
    "use, standby, PROD-FR-PARIS-STANDBY"
  })
  void aNameIsHeldAgainstWhatTheProfileSays(String field, String value, String proposed) {
    CatalogProfile profile = Profiles.profile(1, field, value);
    NameCheck check = NAMING.check(profile);
    assertEquals(1, check.wrong().size(), check.wrong().toString());
    assertEquals(Optional.of(proposed), check.proposal());
    assertTrue(NAMING.check(Profiles.profile(1, field, value, "name", proposed)).fits());
  }

  @Test
  void aProfileThatSaysTooLittleGetsNoProposal() {
    CatalogProfile profile = Profiles.profile(1, "name", "wrong", "expiry", "");
    assertEquals(Optional.empty(), NAMING.check(profile).proposal());
  }

  @Test
  void aPersonsOwnGrammarHolds() {
    Naming own =
        new Naming(
            Grammar.read(
                """
                naming: 1
                separator: "_"
                parts:
                  - part: region
                  - part: use
                    words: {LIVE: production, LAB: test}
                  - part: ending
                    standby: SPARE
                """,
                "naming.yaml"),
            Regions.shipped());
    assertEquals("REGION_USE_YEAR or SPARE", own.grammar().words());
    assertTrue(own.check("FR_LIVE_2026").fits());
    assertEquals(Optional.of("FR_LIVE_2026"), own.proposed(Profiles.profile(1)));
  }

  @Test
  void aBrokenGrammarNamesTheLine() {
    Fault broken =
        assertThrows(
            Fault.class,
            () ->
                Grammar.read(
                    "naming: 1\nseparator: \"-\"\nparts:\n  - part: colour\n", "naming.yaml"));
    assertEquals(CatalogCodes.BROKEN_RULES, broken.code());
    assertEquals("line 4: a part is use, region, place or ending", broken.evidence().orElseThrow());
  }
}
