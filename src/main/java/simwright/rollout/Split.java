package simwright.rollout;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The tries of a step parted by one thing, such as the device: each part by its value ("" where it
/// is not told), the flips that are left within the parts, and how much better the parts tell the
/// outcome than their sum does (twice the log likelihood ratio less a charge for each further part;
/// above 0 it explains more than chance would).
public record Split(SplitBy by, List<Part> parts, Rate within, double score) {
  /// The tries with one value.
  public record Part(String value, Rate failed, Rate flips) {}

  /// Whether it explains more than chance would.
  public boolean explains() {
    return score > 0;
  }

  /// The part that fails most clearly.
  public Part worst() {
    return parts.stream()
        .max(Comparator.comparingDouble(part -> part.failed().least()))
        .orElseThrow();
  }

  /// `device: failed 8 of n = 8 ... with "B", 0 of n = 24 ... with the others`.
  public String words() {
    Part worst = worst();
    Rate rest =
        parts.stream()
            .filter(part -> !part.equals(worst))
            .map(Part::failed)
            .reduce(new Rate(0, 0), Rate::plus);
    return by.key()
        + ": failed "
        + worst.failed().words()
        + " with "
        + named(worst.value())
        + ", "
        + rest.words()
        + " with "
        + parts.stream()
            .filter(part -> !part.equals(worst))
            .limit(3)
            .map(part -> named(part.value()))
            .collect(Collectors.joining(", "))
        + (parts.size() > 4 ? " and " + (parts.size() - 4) + " more" : "")
        + "; flips within one of them "
        + within.words();
  }

  private static String named(String value) {
    return value.isEmpty() ? "none told" : value;
  }
}
