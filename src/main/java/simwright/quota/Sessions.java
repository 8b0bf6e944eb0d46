package simwright.quota;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sessions of data, and how many of them roamed though no rule expected it. A session is a stretch
/// in which a device carried data under one profile without a pause between two readings.
public record Sessions(long sessions, long roamed) {
  /// Of all use.
  public static Sessions of(DataRules rules, List<Use> uses) {
    Map<String, Use> last = new HashMap<>();
    Map<String, Boolean> counted = new HashMap<>();
    long sessions = 0;
    long roamed = 0;
    List<Use> inTime =
        uses.stream()
            .filter(each -> each.bytes() > 0 && !each.now().isEmpty())
            .sorted(Comparator.comparing(Use::until).thenComparing(Use::app))
            .toList();
    for (Use each : inTime) {
      @Nullable Use before = last.put(each.device(), each);
      boolean goesOn =
          before != null
              && before.now().equals(each.now())
              && !each.switched()
              && !each.from().isAfter(before.until());
      if (!goesOn) {
        sessions++;
        counted.put(each.device(), false);
      }
      boolean unexpected = each.roaming() && !rules.profile(each.now()).roaming();
      if (unexpected && !counted.getOrDefault(each.device(), false)) {
        roamed++;
        counted.put(each.device(), true);
      }
    }
    return new Sessions(sessions, roamed);
  }

  /// Unexpected roaming per 1,000 sessions, to one decimal place; 0 of none.
  public double perThousand() {
    return sessions == 0 ? 0 : Math.round(10_000.0 * roamed / sessions) / 10.0;
  }
}
