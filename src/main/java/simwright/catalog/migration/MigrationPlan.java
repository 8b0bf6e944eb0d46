package simwright.catalog.migration;

import java.util.List;
import simwright.catalog.CatalogFilter;

/// How profiles of one version are replaced by those of the next: which are meant, by which orders,
/// whether the old one is deleted once the new one was proven, and after how many devices that went
/// back no other is begun.
public record MigrationPlan(
    String name,
    String about,
    String from,
    String to,
    String filter,
    boolean deletesOld,
    int mostFailures,
    List<Order> orders) {
  /// What brings a new profile in the place of an old one, each named as the catalog is asked for
  /// it; the codes are secrets.
  public record Order(String old, String fresh, String code, String confirmation) {
    @Override
    public String toString() {
      return "Order";
    }
  }

  public MigrationPlan {
    orders = List.copyOf(orders);
  }

  /// Which profiles are meant beside their version.
  public CatalogFilter meant() {
    return CatalogFilter.of(filter);
  }
}
