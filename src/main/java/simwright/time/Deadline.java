package simwright.time;

import java.time.Duration;

/// A point on the monotonic clock by which a wait must end.
public final class Deadline {
  private final Time time;
  private final long at;

  Deadline(Time time, long at) {
    this.time = time;
    this.at = at;
  }

  /// What is left; zero when passed.
  public Duration left() {
    return Duration.ofNanos(Math.max(0, at - time.nanos()));
  }

  /// What is left in whole milliseconds, rounded up; zero when passed.
  public int leftMillis() {
    long millis = (Math.max(0, at - time.nanos()) + 999_999) / 1_000_000;
    return (int) Math.min(millis, Integer.MAX_VALUE);
  }

  /// Whether it has passed.
  public boolean passed() {
    return at - time.nanos() <= 0;
  }

  /// This one or `within` from now, whichever is earlier.
  public Deadline atMost(Duration within) {
    long other = time.nanos() + within.toNanos();
    return other - at < 0 ? new Deadline(time, other) : this;
  }
}
