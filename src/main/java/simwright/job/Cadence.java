package simwright.job;

import java.time.Duration;
import simwright.device.Polled;

/// When a device is read again: soon after a change, ever less often while it says the same, with
/// growing pauses while it does not answer. After several vain readings running it is left alone
/// until it is plugged in again, says something by itself or answers somebody.
record Cadence(Duration pause, int vain) {
  /// After a change.
  static final Cadence FIRST = new Cadence(Duration.ofSeconds(1), 0);

  private static final Duration CALM = Duration.ofSeconds(20);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int MOST = 6;

  Cadence after(Polled polled) {
    return switch (polled) {
      case CHANGED -> FIRST;
      case SAME -> new Cadence(least(pause.multipliedBy(3).dividedBy(2), CALM), 0);
      case SILENT -> new Cadence(least(FIRST.pause.multipliedBy(2L << vain), LONG), vain + 1);
      case YIELDED, IDLE -> this;
    };
  }

  /// Whether it is left alone.
  boolean broken() {
    return vain >= MOST;
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
