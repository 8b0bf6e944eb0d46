package simwright.failover.policy;

import java.util.Set;
import simwright.catalog.Coverage;
import simwright.catalog.Use;

/// A rule of a policy: for these triggers and in these regions (everywhere where none is named), a
/// profile of one of these coverage classes and uses. Rules are tried in the order in which they
/// stand; the first that has a viable profile fires.
public record Rule(
    String name,
    Set<Trigger> triggers,
    Set<String> regions,
    Set<Coverage> coverages,
    Set<Use> uses) {
  public Rule {
    triggers = Set.copyOf(triggers);
    regions = Set.copyOf(regions);
    coverages = Set.copyOf(coverages);
    uses = Set.copyOf(uses);
  }

  /// Whether it speaks for a trigger in a region ("" where that is unknown).
  public boolean speaks(Trigger trigger, String region) {
    return triggers.contains(trigger) && (regions.isEmpty() || regions.contains(region));
  }

  /// Whether it takes profiles of a kind.
  public boolean takes(Coverage coverage, Use use) {
    return coverages.contains(coverage) && uses.contains(use);
  }
}
