package simwright.quota;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How it stands with what may be used: by a profile until its period ends, or by a class of
/// traffic on this day. `kept` is what other classes have in reserve and did not use.
public record Budget(
    String device,
    String profile,
    Optional<TrafficClass> traffic,
    Instant from,
    Instant until,
    long cap,
    long used,
    long kept,
    boolean atLeast,
    Forecast forecast,
    List<Point> burnt) {
  /// How much was used up to a moment.
  public record Point(Instant at, long used) {}

  /// What is left of it, never less than nothing.
  public long left() {
    return Math.max(0, cap - used);
  }

  /// How much of it was used, in whole percent; all of nothing is used up from the start.
  public int percent() {
    return cap == 0 ? 100 : (int) Math.min(Integer.MAX_VALUE, used * 100 / cap);
  }

  /// The same with another forecast.
  Budget with(Forecast other) {
    return new Budget(
        device, profile, traffic, from, until, cap, used, kept, atLeast, other, burnt);
  }

  /// Its name in words.
  public String words() {
    return traffic.map(each -> each.key() + " today").orElse(profile);
  }
}
