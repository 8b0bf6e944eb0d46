package simwright.catalog.check;

import java.util.List;

/// How well a region is covered: how many viable profiles reach it locally, regionally and by
/// roaming, whether a fallback is among them, and the holes in words.
public record CoverageRow(
    String region,
    String name,
    int local,
    int regional,
    int global,
    boolean fallback,
    List<String> holes) {
  public CoverageRow {
    holes = List.copyOf(holes);
  }
}
