package simwright.catalog.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Coverage;
import simwright.catalog.LifecycleState;
import simwright.catalog.Use;
import simwright.catalog.region.Country;
import simwright.catalog.region.Group;
import simwright.catalog.region.Regions;

/// Regions against the profiles that reach them. A profile is viable when its life has come as far
/// as release and it has neither expired nor been withdrawn; a region wants two, and a fallback.
public final class CoverageMatrix {
  private static final int LEAST = 2;

  private CoverageMatrix() {}

  /// A row for each region that a profile is for, those with holes first.
  public static List<CoverageRow> of(
      Collection<CatalogProfile> profiles, Regions regions, LocalDate today) {
    TreeSet<String> wanted = new TreeSet<>();
    List<CatalogProfile> viable = new ArrayList<>();
    for (CatalogProfile each : profiles) {
      boolean counts = each.alive() && !each.region().isEmpty();
      if (counts && each.coverage() != Coverage.GLOBAL) {
        wanted.add(each.region());
      }
      if (counts && viable(each, today)) {
        viable.add(each);
      }
    }
    List<CoverageRow> rows = new ArrayList<>();
    for (String region : wanted) {
      rows.add(row(region, viable, regions));
    }
    rows.sort((one, other) -> Boolean.compare(one.holes().isEmpty(), other.holes().isEmpty()));
    return List.copyOf(rows);
  }

  private static boolean viable(CatalogProfile profile, LocalDate today) {
    return profile.state() != LifecycleState.RESERVED
        && profile.expiry().filter(last -> last.isBefore(today)).isEmpty();
  }

  private static CoverageRow row(String region, List<CatalogProfile> viable, Regions regions) {
    int[] counts = new int[Coverage.values().length];
    boolean fallback = false;
    for (CatalogProfile each : viable) {
      if (reaches(each, region, regions)) {
        counts[each.coverage().ordinal()]++;
        fallback |= each.use() == Use.FALLBACK;
      }
    }
    int all = counts[0] + counts[1] + counts[2];
    List<String> holes = new ArrayList<>();
    if (all < LEAST) {
      holes.add(all == 0 ? "no viable profile" : "only one viable profile");
    }
    if (!fallback) {
      holes.add("no fallback");
    }
    return new CoverageRow(
        region, name(region, regions), counts[0], counts[1], counts[2], fallback, holes);
  }

  /// A local profile reaches its own region; a regional one also the countries in it; a global one
  /// all.
  private static boolean reaches(CatalogProfile profile, String region, Regions regions) {
    return switch (profile.coverage()) {
      case LOCAL -> profile.region().equals(region);
      case REGIONAL -> regions.holds(profile.region(), region);
      case GLOBAL -> true;
    };
  }

  private static String name(String region, Regions regions) {
    return Optional.ofNullable(regions.countries().get(region))
        .map(Country::name)
        .or(() -> Optional.ofNullable(regions.groups().get(region)).map(Group::name))
        .orElse(region);
  }
}
