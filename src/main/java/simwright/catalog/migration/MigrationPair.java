package simwright.catalog.migration;

import simwright.catalog.CatalogProfile;

/// A profile that is to be replaced and the one that takes its place, with the number of their
/// order in the plan, from 0.
public record MigrationPair(
    int number, CatalogProfile old, CatalogProfile fresh, MigrationPlan.Order order) {
  /// Both, in words.
  public String words() {
    return old.words() + " → " + fresh.words();
  }
}
