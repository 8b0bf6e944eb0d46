package simwright.quota;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds unusual use: at least five times the median rate of all earlier intervals, eight times
/// their spread (median absolute deviation) above it, and 5 MB more than usual. Below eight earlier
/// intervals nothing is called unusual.
public final class Anomalies {
  private static final int LEAST = 8;
  private static final int TIMES = 5;
  private static final double SPREADS = 8 * 1.4826;
  private static final long EXCESS = 5_000_000;
  private static final Duration AFTERMATH = Duration.ofDays(1);

  private Anomalies() {}

  /// The switches of profiles that uses show, oldest first.
  public static List<ProfileSwitch> switches(List<Use> uses) {
    Set<ProfileSwitch> all = new HashSet<>();
    uses.stream()
        .filter(Use::switched)
        .forEach(each ->
            all.add(
                new ProfileSwitch(
                    each.from(), each.until(), each.device(), each.before(), each.now())));
    return all.stream().sorted(Comparator.comparing(ProfileSwitch::until)).toList();
  }

  /// Those of applications; a device's sum is told only where no application explains it.
  public static List<Anomaly> of(List<Use> uses) {
    List<ProfileSwitch> switches = switches(uses);
    Map<List<String>, List<Double>> rates = new HashMap<>();
    List<Anomaly> all = new ArrayList<>();
    for (Use each : uses.stream().sorted(Comparator.comparing(Use::until)).toList()) {
      double hours = Duration.between(each.from(), each.until()).toMillis() / 3_600_000.0;
      if (each.certainty() == Use.Certainty.UNKNOWN || hours <= 0) {
        continue;
      }
      List<Double> before =
          rates.computeIfAbsent(List.of(each.device(), each.app()), _ -> new ArrayList<>());
      unusual(each, hours, before, switches).ifPresent(all::add);
      before.add(each.bytes() / hours);
    }
    return all.stream().filter(each -> !explained(each, all)).toList();
  }

  private static boolean explained(Anomaly one, List<Anomaly> all) {
    return one.app().isEmpty()
        && all.stream()
            .anyMatch(each ->
                !each.app().isEmpty()
                    && each.device().equals(one.device())
                    && each.until().isAfter(one.from())
                    && each.from().isBefore(one.until()));
  }

  private static Optional<Anomaly> unusual(
      Use use, double hours, List<Double> before, List<ProfileSwitch> switches) {
    if (before.size() < LEAST) {
      return Optional.empty();
    }
    double median = median(before);
    double spread = median(before.stream().map(each -> Math.abs(each - median)).toList());
    double usual = median * hours;
    boolean much =
        use.bytes() >= TIMES * usual
            && use.bytes() - usual >= EXCESS
            && use.bytes() / hours >= median + SPREADS * spread;
    return much
        ? Optional.of(
            new Anomaly(
                use.from(),
                use.until(),
                use.device(),
                use.app(),
                use.bytes(),
                Math.round(usual),
                before.size(),
                switches.stream()
                    .filter(each -> each.device().equals(use.device()))
                    .filter(each -> !each.from().isAfter(use.until()))
                    .filter(each -> each.until().plus(AFTERMATH).isAfter(use.from()))
                    .reduce((_, later) -> later)))
        : Optional.empty();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
