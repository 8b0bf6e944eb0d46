package simwright.failover;

import java.util.List;
import java.util.Optional;

/// How well a region is covered by the profiles on cards, by a policy: how many cards have to serve
/// there, how many profiles for it wait in the catalog and are on none, how many may be used there
/// by how far they hold, and what is missing, each kind once with all cards it is missing on.
public record RegionCoverage(
    String region,
    String name,
    String policy,
    int cards,
    int waiting,
    int local,
    int regional,
    int global,
    List<Holes.Hole> holes) {
  public RegionCoverage {
    holes = List.copyOf(holes);
  }

  /// Whether every card there has the fallback that the policy wants.
  public boolean fallback() {
    return cards > 0 && hole(Holes.Kind.FALLBACK).isEmpty();
  }

  /// What is missing of a kind.
  public Optional<Holes.Hole> hole(Holes.Kind kind) {
    return holes.stream().filter(each -> each.kind() == kind).findFirst();
  }

  /// All holes in words; "" where there is none.
  public String words() {
    return String.join("; ", holes.stream().map(Holes.Hole::words).toList());
  }
}
