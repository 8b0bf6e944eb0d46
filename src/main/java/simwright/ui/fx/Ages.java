package simwright.ui.fx;

import java.time.Duration;
import java.time.Instant;

/// How old a value is and how long something takes, in words.
public final class Ages {
  /// From this age on a value is shown as stale.
  public static final Duration STALE = Duration.ofSeconds(30);

  private Ages() {}

  /// "just now", "12 s ago", "3 min ago", "2 h ago", "4 d ago".
  public static String since(Instant then, Instant now) {
    long seconds = Math.max(0, Duration.between(then, now).toSeconds());
    return seconds < 2 ? Text.of("age.now") : Text.format("age.ago", length(seconds));
  }

  /// A length of time in its largest fitting unit.
  public static String length(Duration length) {
    return length(Math.max(0, length.toSeconds()));
  }

  /// Whether a value of that age should be greyed out.
  public static boolean stale(Instant then, Instant now) {
    return Duration.between(then, now).compareTo(STALE) > 0;
  }

  private static String length(long seconds) {
    if (seconds < 60) {
      return Text.format("age.seconds", seconds);
    }
    if (seconds < 3600) {
      return Text.format("age.minutes", seconds / 60);
    }
    return seconds < 86_400
        ? Text.format("age.hours", seconds / 3600)
        : Text.format("age.days", seconds / 86_400);
  }
}
