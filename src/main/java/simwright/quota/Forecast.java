package simwright.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;

/// When a budget will be used up, as far as what was used says it.
public sealed interface Forecast {
  /// How many intervals there must be at least.
  int LEAST = 6;

  /// There is too little to say anything.
  record Refused(String why, int n) implements Forecast {}

  /// It is used up.
  record Reached(Instant at) implements Forecast {}

  /// The end at the rate of use so far, and at both ends of the 95 % confidence interval of that
  /// rate; each is empty where the period ends before. Of n intervals.
  record Expected(
      Optional<Instant> earliest,
      Optional<Instant> expected,
      Optional<Instant> latest,
      long bytesPerHour,
      int n)
      implements Forecast {}

  /// The span of a period with what may be used and was used in it.
  record Period(Instant from, Instant until, long cap, long used) {}

  /// The forecast of a budget from all use within its period; `now` lies in it.
  static Forecast of(Period period, List<Use> uses, Instant now) {
    if (period.used() >= period.cap()) {
      return new Reached(reached(period, uses));
    }
    Map<List<Instant>, Long> intervals = new TreeMap<>(Forecast::compare);
    uses.stream()
        .filter(each -> each.certainty() != Use.Certainty.UNKNOWN)
        .forEach(
            each -> intervals.merge(List.of(each.from(), each.until()), each.bytes(), Long::sum));
    int n = intervals.size();
    double hours =
        intervals.keySet().stream()
            .mapToDouble(each -> hours(each.getFirst(), each.getLast()))
            .sum();
    double needed = Math.min(6, hours(period.from(), period.until()) / 20);
    if (n < LEAST || hours < needed) {
      return new Refused(
          n + " of " + LEAST + " intervals, over " + tenths(hours) + " of " + tenths(needed) + " h",
          n);
    }
    return expected(period, intervals, now, hours);
  }

  /// When the cap was reached; the begin of the period where it was already used up then.
  private static Instant reached(Period period, List<Use> uses) {
    long used = period.used() - uses.stream().mapToLong(Use::bytes).sum();
    for (Use each : uses) {
      if (used >= period.cap()) {
        break;
      }
      used += each.bytes();
      if (used >= period.cap()) {
        return each.until();
      }
    }
    return period.from();
  }

  private static Forecast expected(
      Period period, Map<List<Instant>, Long> intervals, Instant now, double hours) {
    int n = intervals.size();
    double total = intervals.values().stream().mapToLong(Long::longValue).sum();
    double rate = total / hours;
    double squares = 0;
    for (Map.Entry<List<Instant>, Long> each : intervals.entrySet()) {
      double time = hours(each.getKey().getFirst(), each.getKey().getLast());
      double off = each.getValue() - rate * time;
      squares += off * off;
    }
    double error = Math.sqrt(squares * n / (n - 1.0)) / hours;
    double margin = TDistribution.of(n - 1.0).inverseCumulativeProbability(0.975) * error;
    return new Expected(
        end(period, rate + margin, now),
        end(period, rate, now),
        end(period, rate - margin, now),
        Math.round(rate),
        n);
  }

  private static Optional<Instant> end(Period period, double rate, Instant now) {
    double hours = rate <= 0 ? Double.POSITIVE_INFINITY : (period.cap() - period.used()) / rate;
    if (hours > hours(now, period.until())) {
      return Optional.empty();
    }
    return Optional.of(now.plus(Duration.ofSeconds(Math.round(hours * 3600))));
  }

  private static int compare(List<Instant> one, List<Instant> other) {
    List<Instant> a = new ArrayList<>(one);
    int first = a.getFirst().compareTo(other.getFirst());
    return first != 0 ? first : a.getLast().compareTo(other.getLast());
  }

  private static double hours(Instant from, Instant until) {
    return Duration.between(from, until).toMillis() / 3_600_000.0;
  }

  private static String tenths(double value) {
    return String.valueOf(Math.round(value * 10) / 10.0);
  }
}
