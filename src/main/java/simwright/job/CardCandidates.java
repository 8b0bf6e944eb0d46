package simwright.job;

import java.util.List;
import java.util.Optional;
import simwright.acceptance.CardWork;
import simwright.catalog.Coverage;
import simwright.catalog.Use;
import simwright.catalog.naming.Named;
import simwright.catalog.naming.Naming;
import simwright.catalog.region.Regions;
import simwright.failover.Candidate;
import simwright.identity.Iccid;

/// The profiles of a card as a policy sees them: use, region and coverage are what their names say
/// by the naming grammar; one whose name says nothing is taken for production at home.
final class CardCandidates {
  private static final String WORLD = "WORLD";

  private final Naming naming;
  private final Regions regions;

  CardCandidates(Naming naming, Regions regions) {
    this.naming = naming;
    this.regions = regions;
  }

  List<Candidate> of(CardWork.Reading card) {
    return card.all().stream()
        .flatMap(each -> each.iccid().map(iccid -> candidate(each, iccid)).stream())
        .toList();
  }

  private Candidate candidate(CardWork.Profile profile, Iccid iccid) {
    Optional<Named> says = naming.check(profile.name()).says();
    String region = says.map(Named::region).orElse("");
    return new Candidate(
        iccid,
        profile.name(),
        profile.operator(),
        region,
        coverage(region),
        says.filter(Named::standby).isPresent()
            ? Use.STANDBY
            : says.flatMap(Named::use).orElse(Use.PRODUCTION),
        true,
        profile.enabled(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Coverage coverage(String region) {
    if (region.equals(WORLD)) {
      return Coverage.GLOBAL;
    }
    return region.isEmpty() || regions.countries().containsKey(region)
        ? Coverage.LOCAL
        : Coverage.REGIONAL;
  }
}
