package simwright.ui.audit;

import java.time.Duration;
import java.time.Instant;
import simwright.ui.fx.Text;

/// How old a record may be to be shown.
public enum Since {
  /// Of any age.
  EVER("since.ever", Duration.ZERO),
  /// Of the last hour.
  HOUR("since.hour", Duration.ofHours(1)),
  /// Of the last day.
  DAY("since.day", Duration.ofDays(1)),
  /// Of the last seven days.
  WEEK("since.week", Duration.ofDays(7));

  private final String key;
  private final Duration length;

  Since(String key, Duration length) {
    this.key = key;
    this.length = length;
  }

  /// The earliest moment that is shown.
  Instant before(Instant now) {
    return length.isZero() ? Instant.EPOCH : now.minus(length);
  }

  @Override
  public String toString() {
    return Text.of(key);
  }
}
