package simwright.quota;

import java.time.Instant;

/// What was carried between two readings of a counter. `before` and `now` are the profiles in use
/// at both: where they differ nobody knows which of them carried how much.
public record Use(
    Instant from,
    Instant until,
    String device,
    String before,
    String now,
    String app,
    long sent,
    long received,
    Certainty certainty,
    boolean roaming) {
  /// How well it is known.
  public enum Certainty {
    /// The counter rose by it.
    COUNTED,
    /// The counter began anew meanwhile: it was this, or more.
    AT_LEAST,
    /// The counter fell and does not say by what: nothing is counted.
    UNKNOWN
  }

  /// Both ways together.
  public long bytes() {
    return sent + received;
  }

  /// The one profile that carried it; "" where nobody knows.
  public String profile() {
    return before.equals(now) ? now : "";
  }

  /// Whether the profile changed between the two readings.
  public boolean switched() {
    return !before.equals(now) && !before.isEmpty() && !now.isEmpty();
  }
}
