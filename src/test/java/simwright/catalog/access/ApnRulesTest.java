package simwright.catalog.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Profiles;
import simwright.catalog.provider.Operators;
import simwright.catalog.provider.Providers;
import simwright.fault.Fault;
import simwright.identity.Imsi;

/// Who says which access points a profile ought to have: the nearer word comes first.
class ApnRulesTest {
  private static final String OWN =
      """
      operators:
        - name: Ours
          networks: ["20801"]
          iccids: ["893309"]
          apns: ["ours.example|default|ipv4"]
          variations:
            - name: prepaid
              tariffs: [Prepaid]
              apns: ["prepaid.example"]
            - name: fleet
              iccids: ["8933010000001"]
              apns: ["fleet.example"]
        - name: Orange
          networks: ["20801"]
      """;

  private final ApnRules rules =
      new ApnRules(new Operators(Operators.read(OWN, "operators.yaml"), Providers.shipped()));

  private Optional<ApnRule> rule(CatalogProfile profile) {
    return rules.of(new ApnRules.Subject(Optional.of(profile), profile.iccid(), profile.imsi()));
  }

  private static String first(ApnRule rule) {
    return rule.settings().getFirst().apn().value();
  }

  @Test
  void theProfilesOwnWordComesFirst() {
    ApnRule rule =
        rule(Profiles.profile(1, "operator", "Ours", "apns", "mine.example")).orElseThrow();
    assertEquals(ApnRule.Source.PROFILE, rule.source());
    assertEquals("mine.example", first(rule));
  }

  @Test
  void aVariationOfTheOperatorComesBeforeItsEntry() {
    ApnRule entry = rule(Profiles.profile(1, "operator", "ours")).orElseThrow();
    assertEquals(ApnRule.Source.OPERATOR, entry.source());
    assertEquals("ours.example", first(entry));
    ApnRule prepaid =
        rule(Profiles.profile(1, "operator", "Ours", "tariffFound", "prepaid")).orElseThrow();
    assertEquals(ApnRule.Source.VARIATION, prepaid.source());
    assertEquals("Ours, prepaid", prepaid.from());
    assertEquals("prepaid.example", first(prepaid));
    assertEquals(
        "fleet.example", first(rule(Profiles.profile(100_000, "operator", "Ours")).orElseThrow()));
  }

  @Test
  void whatIsInNoCatalogIsKnownByItsNumbersAndTheDirectoryByItsNetwork() {
    ApnRule directory =
        rules
            .of(
                new ApnRules.Subject(
                    Optional.empty(), Optional.empty(), Optional.of(new Imsi("208010000000001"))))
            .orElseThrow();
    assertEquals(ApnRule.Source.DIRECTORY, directory.source());
    assertTrue(directory.namesAlone());
    assertTrue(
        directory.settings().stream().anyMatch(each -> each.apn().value().equals("orange")),
        directory.toString());
    assertTrue(
        rules
            .of(
                new ApnRules.Subject(
                    Optional.empty(), Optional.empty(), Optional.of(new Imsi("001010000000001"))))
            .isEmpty(),
        "nobody knows a test network");
  }

  @Test
  void aVariationWithoutAccessPointsIsRefusedWithItsLine() {
    Fault broken =
        assertThrows(
            Fault.class,
            () ->
                Operators.read(
                    "operators:\n  - name: Ours\n    variations:\n      - name: none\n", "o.yaml"));
    assertTrue(broken.evidence().orElseThrow().startsWith("line 4"), broken.evidence().get());
    assertEquals(
        List.of(), Operators.read("operators:\n  - name: A\n", "o").getFirst().variations());
  }
}
