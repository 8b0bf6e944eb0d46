package simwright.failover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Coverage;
import simwright.catalog.LifecycleState;
import simwright.catalog.region.Country;
import simwright.catalog.region.Group;
import simwright.catalog.region.Regions;
import simwright.failover.policy.Policies;
import simwright.failover.policy.Policy;

/// Regions against the cards that the catalog knows. A card has to serve in each region that one of
/// its local or regional profiles is for, and there the same is missing on it that a drill would
/// miss. Profiles whose card nobody told count as if they were on one card.
public final class CoverageMap {
  private static final int TOLD = 3;
  private static final String NO_CARD = "";

  private final Policies policies;
  private final Regions regions;
  private final Map<Optional<String>, Policy> chosen = new HashMap<>();

  /// By these policies, in these regions.
  public CoverageMap(Policies policies, Regions regions) {
    this.policies = policies;
    this.regions = regions;
  }

  /// What was found so far of a region.
  private static final class Region {
    private final Map<Holes.Kind, List<List<Holes.Hole>>> missing = new TreeMap<>();
    private final int[] viable = new int[Coverage.values().length];
    private Set<String> cards = new HashSet<>();
    private int waiting;
    private String policy = Policies.USUAL;
  }

  /// A row for each region that a profile is for, those with holes first.
  public List<RegionCoverage> of(Collection<CatalogProfile> profiles, Instant at) {
    Map<String, List<CatalogProfile>> cards = new LinkedHashMap<>();
    Map<String, Region> found = new TreeMap<>();
    for (CatalogProfile each : profiles) {
      if (!each.alive()) {
        continue;
      }
      if (Candidates.installed(each, false).isPresent()) {
        String card = each.eid().map(eid -> eid.value()).orElse(NO_CARD);
        cards.computeIfAbsent(card, _ -> new ArrayList<>()).add(each);
      } else if (wanted(each)) {
        found.computeIfAbsent(each.region(), _ -> new Region()).waiting++;
      }
    }
    cards.forEach((card, on) -> serve(card, on, found, at));
    List<RegionCoverage> rows = new ArrayList<>();
    found.forEach((region, seen) -> rows.add(row(region, seen)));
    rows.sort(Comparator.comparing(each -> each.holes().isEmpty()));
    return List.copyOf(rows);
  }

  private static boolean wanted(CatalogProfile profile) {
    return profile.coverage() != Coverage.GLOBAL && !profile.region().isEmpty();
  }

  private void serve(
      String card, List<CatalogProfile> profiles, Map<String, Region> found, Instant at) {
    boolean told = profiles.stream().anyMatch(each -> each.state() == LifecycleState.ENABLED);
    Map<String, List<Candidate>> local = new HashMap<>();
    List<Candidate> others = new ArrayList<>();
    Set<String> wanted = new HashSet<>();
    for (CatalogProfile each : profiles) {
      boolean enabled =
          each.state() == LifecycleState.ENABLED
              || each.state() == LifecycleState.EXPIRING && !told;
      Candidate candidate = Candidates.installed(each, enabled).orElseThrow();
      if (each.coverage() == Coverage.LOCAL) {
        local.computeIfAbsent(each.region(), _ -> new ArrayList<>()).add(candidate);
      } else {
        others.add(candidate);
      }
      if (wanted(each)) {
        wanted.add(each.region());
      }
    }
    for (String region : wanted) {
      List<Candidate> all = new ArrayList<>(others);
      local.forEach((home, own) -> {
        if (home.equals(region) || !card.equals(NO_CARD)) {
          all.addAll(own);
        }
      });
      judge(found.computeIfAbsent(region, _ -> new Region()), card, all, mcc(region, local), at);
    }
  }

  private void judge(
      Region region, String card, List<Candidate> all, Optional<String> mcc, Instant at) {
    Policy policy = chosen.computeIfAbsent(mcc, policies::in);
    Holes.Found there = new Holes(policy).on(all, mcc, at);
    region.cards.add(card);
    region.policy = policy.name();
    there.viable().forEach(each -> region.viable[each.coverage().ordinal()]++);
    Map<Holes.Kind, List<Holes.Hole>> kinds = new TreeMap<>();
    there
        .holes()
        .forEach(each -> kinds.computeIfAbsent(each.kind(), _ -> new ArrayList<>()).add(each));
    kinds.forEach(
        (kind, holes) -> region.missing.computeIfAbsent(kind, _ -> new ArrayList<>()).add(holes));
  }

  /// A country of a region by its mobile country code; of a group one that is no local profile's
  /// home, as there the others have to do.
  private Optional<String> mcc(String region, Map<String, List<Candidate>> homes) {
    Optional<Country> country = Optional.ofNullable(regions.countries().get(region));
    return country
        .or(() ->
            Optional.ofNullable(regions.groups().get(region)).stream()
                .flatMap(group -> group.countries().stream())
                .sorted(
                    Comparator.<String, Boolean>comparing(homes::containsKey)
                        .thenComparing(Comparator.naturalOrder()))
                .flatMap(code -> Optional.ofNullable(regions.countries().get(code)).stream())
                .findFirst())
        .map(each -> each.mccs().getFirst());
  }

  private RegionCoverage row(String region, Region seen) {
    List<Holes.Hole> holes = new ArrayList<>();
    seen.missing.forEach((kind, cards) -> holes.add(sum(region, kind, cards, seen.cards.size())));
    if (seen.cards.isEmpty()) {
      holes.add(
          new Holes.Hole(
              region,
              Holes.Kind.VIABLE,
              "no profile for "
                  + region
                  + " is on a card; in the catalog "
                  + (seen.waiting == 1 ? "waits 1" : "wait " + seen.waiting)));
    }
    return new RegionCoverage(
        region,
        name(region),
        seen.policy,
        seen.cards.size(),
        seen.waiting,
        seen.viable[Coverage.LOCAL.ordinal()],
        seen.viable[Coverage.REGIONAL.ordinal()],
        seen.viable[Coverage.GLOBAL.ordinal()],
        holes);
  }

  private static Holes.Hole sum(
      String region, Holes.Kind kind, List<List<Holes.Hole>> cards, int all) {
    List<String> words =
        cards.stream().flatMap(List::stream).map(Holes.Hole::words).distinct().toList();
    String told = String.join("; ", words.subList(0, Math.min(TOLD, words.size())));
    return new Holes.Hole(
        region,
        kind,
        (all > 1 ? "on " + cards.size() + " of " + all + " cards " : "")
            + told
            + (words.size() > TOLD ? "; and " + (words.size() - TOLD) + " more" : ""));
  }

  private String name(String region) {
    return Optional.ofNullable(regions.countries().get(region))
        .map(Country::name)
        .or(() -> Optional.ofNullable(regions.groups().get(region)).map(Group::name))
        .orElse(region);
  }
}
