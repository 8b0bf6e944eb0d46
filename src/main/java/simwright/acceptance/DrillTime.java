package simwright.acceptance;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When a drill takes place by the calendar: on these days of the week at this time in this zone,
/// to be begun within `window`, since the moment it was entered. It takes place once on each such
/// day, whatever the clocks do then: a time that is skipped is the same moment by the clock as it
/// was (02:30 becomes 03:30), and one that comes twice is the first.
public record DrillTime(
    Set<DayOfWeek> days, LocalTime at, ZoneId zone, Duration window, Instant since) {
  private static final int AHEAD = 8;

  public DrillTime {
    days = Set.copyOf(days);
  }

  /// One time: its day, when it begins, and from when on it is missed.
  public record Occurrence(LocalDate day, Instant at, Instant until) {
    /// Whether it is to be begun now.
    public boolean due(Instant now) {
      return !at.isAfter(now) && until.isAfter(now);
    }

    /// Whether it is too late for it.
    public boolean over(Instant now) {
      return !until.isAfter(now);
    }
  }

  /// The times that began by then, oldest first, but none of before it was entered, and of the last
  /// so many days.
  public List<Occurrence> begun(Instant now, int lastDays) {
    List<Occurrence> all = new ArrayList<>();
    LocalDate today = now.atZone(zone).toLocalDate();
    for (LocalDate day = today.minusDays(lastDays); !day.isAfter(today); day = day.plusDays(1)) {
      on(day).filter(each -> !each.at().isAfter(now)).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /// The next one that has not begun.
  public Optional<Occurrence> next(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    for (int i = 0; i < AHEAD; i++) {
      Optional<Occurrence> found = on(today.plusDays(i)).filter(each -> each.at().isAfter(now));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Occurrence> on(LocalDate day) {
    Instant begins = ZonedDateTime.of(day, at, zone).toInstant();
    return days.contains(day.getDayOfWeek()) && !begins.isBefore(since)
        ? Optional.of(new Occurrence(day, begins, begins.plus(window)))
        : Optional.empty();
  }
}
