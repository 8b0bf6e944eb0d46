package simwright.catalog.region;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import simwright.catalog.provider.Provider;
import simwright.catalog.provider.Providers;
import simwright.identity.Plmn;

class RegionsTest {
  private static final Regions REGIONS = Regions.shipped();

  @Test
  void everyMemberOfAGroupIsACountry() {
    List<String> strangers = new ArrayList<>();
    REGIONS
        .groups()
        .values()
        .forEach(group ->
            group.countries().stream()
                .filter(each -> !REGIONS.countries().containsKey(each))
                .forEach(strangers::add));
    assertEquals(List.of(), strangers);
    assertEquals(27, REGIONS.groups().get("EU").countries().size());
  }

  /// Two lists made apart from each other agree; Uganda's entry of the providers has a network of
  /// Russia, and the islands without a code here share one.
  @Test
  void theCodesOfCountriesAreThoseOfTheProviders() {
    Set<String> apart = new TreeSet<>();
    for (Provider provider : Providers.shipped().all()) {
      for (Plmn plmn : provider.networks()) {
        if (!REGIONS.ofMcc(plmn.mcc()).contains(provider.country())
            && REGIONS.countries().containsKey(provider.country())) {
          apart.add(provider.country() + " " + plmn.mcc());
        }
      }
    }
    assertEquals(Set.of("UG 250"), apart);
  }

  @Test
  void aNameOrACodeIsARegion() {
    assertEquals("FR", REGIONS.meant("france").orElseThrow());
    assertEquals("NO", REGIONS.meant("no").orElseThrow());
    assertEquals("EU", REGIONS.meant("European Union").orElseThrow());
  }
}
