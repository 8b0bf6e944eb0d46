package simwright.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A device was roaming under a profile whose rule does not expect that, from the reading that
/// first showed it to the last one, with what was carried meanwhile.
public record RoamingIncident(
    Instant from, Instant until, String device, String profile, long bytes) {
  /// All incidents that uses show, by device and time.
  public static List<RoamingIncident> of(DataRules rules, List<Use> uses) {
    List<Use> roaming =
        uses.stream()
            .filter(each -> each.roaming() && !each.now().isEmpty())
            .filter(each -> !rules.profile(each.now()).roaming())
            .sorted(Comparator.comparing(Use::device).thenComparing(Use::until))
            .toList();
    List<RoamingIncident> all = new ArrayList<>();
    for (Use each : roaming) {
      if (!all.isEmpty() && all.getLast().goesOn(each)) {
        all.set(all.size() - 1, all.getLast().and(each));
      } else {
        all.add(
            new RoamingIncident(
                each.from(), each.until(), each.device(), each.now(), each.bytes()));
      }
    }
    return List.copyOf(all);
  }

  private boolean goesOn(Use next) {
    return device.equals(next.device())
        && profile.equals(next.now())
        && !next.from().isAfter(until);
  }

  private RoamingIncident and(Use next) {
    return new RoamingIncident(from, next.until(), device, profile, bytes + next.bytes());
  }
}
