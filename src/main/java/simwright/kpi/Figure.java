package simwright.kpi;

import java.util.List;

/// What a measure came to. Where nothing tells it, that is said, with the reason.
public sealed interface Figure {
  /// Of which measure.
  Measure measure();

  /// How often something held, of how often it could.
  record Share(Measure measure, long hits, long n) implements Figure {}

  /// How often something was seen.
  record Count(Measure measure, long count) implements Figure {}

  /// The single values, oldest first; `of` is the profile that they are of, "" where they are of
  /// all or where it is not known.
  record Values(Measure measure, String of, List<Double> values) implements Figure {
    public Values {
      values = List.copyOf(values);
    }
  }

  /// Nothing tells it, and why.
  record Untold(Measure measure, String why) implements Figure {}
}
