package simwright.ui.catalog;

import java.util.List;
import simwright.catalog.CatalogProfile;
import simwright.catalog.check.Finding;

/// A profile with what is odd about it.
public record CatalogRow(CatalogProfile profile, List<Finding> findings) {
  public CatalogRow {
    findings = List.copyOf(findings);
  }
}
