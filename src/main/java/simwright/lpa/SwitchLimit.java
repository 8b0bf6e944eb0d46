package simwright.lpa;

import java.time.Duration;
import simwright.store.Settings;

/// How often the profiles of one card may be switched in an hour and in a day: its memory wears out
/// with each, and networks take a card that comes and goes for an attack. Settings
/// `card.switches-per-hour` and `card.switches-per-day`.
public record SwitchLimit(int perHour, int perDay) {
  /// What holds where nothing is set: room for a drill of thirty rounds there and back in an hour,
  /// and not for what goes to and fro by itself.
  public static final SwitchLimit USUAL = new SwitchLimit(70, 200);

  static final Duration HOUR = Duration.ofHours(1);
  static final Duration DAY = Duration.ofDays(1);

  public SwitchLimit {
    if (perHour < 1 || perDay < perHour) {
      throw new IllegalArgumentException("no limits: " + perHour + " and " + perDay);
    }
  }

  /// As set; what is no number, or does not fit together, is passed over.
  public static SwitchLimit of(Settings settings) {
    try {
      return new SwitchLimit(
          settings.get("card.switches-per-hour").map(Integer::parseInt).orElse(USUAL.perHour),
          settings.get("card.switches-per-day").map(Integer::parseInt).orElse(USUAL.perDay));
    } catch (IllegalArgumentException none) {
      return USUAL;
    }
  }

  boolean reached(Count count) {
    return left(count) == 0;
  }

  /// How many switches more it allows now.
  int left(Count count) {
    return Math.max(0, Math.min(perHour - count.hour, perDay - count.day));
  }

  /// How often a card was switched in the last hour and the last day.
  public record Count(int hour, int day) {
    /// For people.
    public String words() {
      return hour + " in the last hour, " + day + " in the last day";
    }
  }
}
