package simwright.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import simwright.audit.Actor;
import simwright.audit.Kept;
import simwright.catalog.Catalog;
import simwright.catalog.CatalogFilter;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Profiles;
import simwright.time.SystemTime;

/// How long a catalog of ten thousand profiles takes to be listed, filtered and searched while it
/// is open, and to be taken in and opened anew.
final class FullCatalog {
  private static final int PROFILES = 10_000;
  private static final int TIMES = 40;
  private static final double GOAL = 50;

  private FullCatalog() {}

  static List<Figure> figures() throws IOException {
    Path folder = Scratch.folder("catalog");
    try (SystemTime time = new SystemTime();
        Kept log = Kept.in(folder, new Actor("bench", Actor.Role.OPERATOR), time)) {
      Catalog catalog = catalog(log);
      List<CatalogProfile> fleet =
          IntStream.range(0, PROFILES).mapToObj(FullCatalog::profile).toList();
      long from = System.nanoTime();
      catalog.take(fleet, new Catalog.Source("fleet.csv", ""));
      double taken = seconds(from);
      from = System.nanoTime();
      int there = catalog.all().size();
      double first = seconds(from);
      if (there != PROFILES) {
        throw new IllegalStateException(there + " profiles");
      }
      from = System.nanoTime();
      int again = catalog(log).all().size();
      double next = seconds(from);
      if (again != PROFILES) {
        throw new IllegalStateException(again + " profiles");
      }
      return List.of(
          Figure.reported("taking in " + PROFILES + " profiles", taken, "s"),
          Figure.reported("opening a catalog of them", first, "s"),
          Figure.reported("opening it once more, as every command does", next, "s"),
          search(catalog, "", PROFILES, "listed"),
          search(catalog, "region:EU state:released", PROFILES / 2, "filtered by two fields"),
          search(catalog, "before:2027-01-01", PROFILES, "filtered by the last day"),
          search(catalog, "town77 ", 111, "searched for a word"),
          search(catalog, "nothing like this", 0, "searched for words that none has"));
    } finally {
      Scratch.delete(folder);
    }
  }

  private static Catalog catalog(Kept log) {
    return new Catalog(log.store(), log.audit(), log.audit()::reveal);
  }

  private static CatalogProfile profile(int i) {
    return Profiles.profile(
        i, "place", "Town" + i, "region", i % 2 == 0 ? "EU" : "FR", "state", "released");
  }

  private static Figure search(Catalog catalog, String words, int expected, String name) {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      long from = System.nanoTime();
      int found = catalog.search(CatalogFilter.of(words)).size();
      all.add(seconds(from) * 1e3);
      if (found != expected) {
        throw new IllegalStateException(found + " profiles with " + words);
      }
    }
    String what = PROFILES + " profiles " + name + ", median of " + TIMES;
    return Figure.atMost(GOAL, what, RoundTrip.median(all), "ms");
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
