package simwright.catalog;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// A profile whose term ends soon, or ended, seen from a day.
public record Expiry(CatalogProfile profile, LocalDate last, LocalDate today) {
  /// Days that are left; below 0 it is over.
  public long daysLeft() {
    return ChronoUnit.DAYS.between(today, last);
  }

  /// A sentence without its full stop.
  public String words() {
    long days = daysLeft();
    String when =
        days < 0
            ? "expired on " + last
            : days == 0 ? "expires today" : "expires on " + last + ", in " + days + " days";
    return profile.words() + " " + when;
  }
}
