package simwright.failover;

import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Coverage;
import simwright.catalog.LifecycleState;
import simwright.catalog.Use;
import simwright.catalog.naming.Grammar;
import simwright.catalog.naming.Named;
import simwright.catalog.naming.Naming;
import simwright.catalog.region.Group;
import simwright.catalog.region.Regions;
import simwright.identity.Iccid;

/// The profiles of a card as candidates: what the catalog says of them, and where it does not know
/// one, what its name and its owner say.
public final class Candidates {
  private static final Set<LifecycleState> ON_CARDS =
      EnumSet.of(
          LifecycleState.INSTALLED,
          LifecycleState.ENABLED,
          LifecycleState.DISABLED,
          LifecycleState.EXPIRING);

  private final Function<Iccid, Optional<CatalogProfile>> catalog;
  private final Regions regions = Regions.shipped();
  private final Naming naming = new Naming(Grammar.shipped(), regions);

  /// With this catalog.
  public Candidates(Function<Iccid, Optional<CatalogProfile>> catalog) {
    this.catalog = catalog;
  }

  /// Those of a card, whose data nobody counted.
  public List<Candidate> of(List<OnCard> card) {
    return of(card, _ -> Optional.empty());
  }

  /// Those of a card; `left` tells how many bytes a profile has left, by the name that it has
  /// there.
  public List<Candidate> of(List<OnCard> card, Function<String, Optional<Long>> left) {
    return card.stream()
        .map(each ->
            catalog
                .apply(each.iccid())
                .map(known -> known(each, known))
                .orElseGet(() -> named(each))
                .with(left.apply(each.name())))
        .toList();
  }

  private static Candidate known(OnCard card, CatalogProfile known) {
    return new Candidate(
        card.iccid(),
        known.name(),
        known.plmn().or(card::owner),
        known.region(),
        known.coverage(),
        known.use(),
        true,
        card.enabled(),
        known.expiry().map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()),
        Optional.empty(),
        known.alive()
            ? barred(card)
            : Optional.of("it is " + known.state().key() + " in the catalog"));
  }

  /// A profile that stands in the catalog as one on a card, in use or not; nothing where it is not
  /// on a card, or its number is forgotten.
  static Optional<Candidate> installed(CatalogProfile profile, boolean enabled) {
    return profile
        .iccid()
        .filter(_ -> ON_CARDS.contains(profile.state()))
        .map(iccid ->
            known(
                new OnCard(
                    iccid,
                    profile.name(),
                    profile.plmn(),
                    profile.use() == Use.TEST,
                    false,
                    enabled),
                profile));
  }

  private Candidate named(OnCard card) {
    Optional<Named> says = naming.check(card.name()).says();
    String region = says.map(Named::region).orElse("");
    return new Candidate(
        card.iccid(),
        card.name(),
        card.owner(),
        region,
        coverage(region),
        use(card, says),
        true,
        card.enabled(),
        Optional.empty(),
        Optional.empty(),
        barred(card));
  }

  private static Optional<String> barred(OnCard card) {
    return card.provisioning()
        ? Optional.of("it is only for fetching other profiles")
        : Optional.empty();
  }

  /// A name that tells no region is of a profile that holds at home.
  private Coverage coverage(String region) {
    Group group = regions.groups().get(region);
    return group == null
        ? Coverage.LOCAL
        : group.countries().isEmpty() ? Coverage.GLOBAL : Coverage.REGIONAL;
  }

  private static Use use(OnCard card, Optional<Named> says) {
    Optional<Use> told = says.flatMap(Named::use);
    if (card.test()) {
      return Use.TEST;
    }
    return told.filter(use -> use != Use.FALLBACK && says.filter(Named::standby).isPresent())
        .map(unused -> Use.STANDBY)
        .or(() -> told)
        .orElse(Use.PRODUCTION);
  }
}
