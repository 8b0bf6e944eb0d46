package simwright.failover.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.failover.Candidate;
import simwright.failover.Situation;
import simwright.identity.Iccid;

/// A course of events: the profiles there are, where the device is, how each network does from when
/// on, what persons want and answer, and how long switches take.
public record Trace(
    String name,
    String about,
    Instant start,
    Duration length,
    Duration every,
    Duration switching,
    boolean agrees,
    Optional<String> country,
    List<Candidate> profiles,
    List<Step> steps) {
  public Trace {
    profiles = List.copyOf(profiles);
    steps = List.copyOf(steps);
  }

  /// From a time on: where the device is, how the service of some profiles is (of all where none is
  /// named), whether they can be switched to at all, and what a person wants once.
  public record Step(
      Duration at,
      Optional<String> country,
      List<Iccid> profiles,
      Optional<Situation.Signs> signs,
      Optional<Boolean> switchable,
      Optional<Situation.Wish> wish) {
    /// Whether it speaks of a profile.
    boolean of(Iccid profile) {
      return profiles.isEmpty() || profiles.contains(profile);
    }
  }

  /// The country at a time.
  Optional<String> country(Duration at) {
    return until(at).stream()
        .flatMap(each -> each.country().stream())
        .reduce((_, later) -> later)
        .or(() -> country);
  }

  /// How a profile is served at a time; without service where none is in use.
  Situation.Signs signs(Optional<Iccid> inUse, Duration at) {
    return inUse
        .map(profile ->
            until(at).stream()
                .filter(each -> each.of(profile))
                .flatMap(each -> each.signs().stream())
                .reduce((_, later) -> later)
                .orElse(Situation.Signs.REGISTERED))
        .orElse(Situation.Signs.NO_SERVICE);
  }

  /// Whether a switch to a profile succeeds at a time.
  boolean switchable(Iccid profile, Duration at) {
    return until(at).stream()
        .filter(each -> each.of(profile))
        .flatMap(each -> each.switchable().stream())
        .reduce((_, later) -> later)
        .orElse(true);
  }

  /// What a person wants after a time and until another.
  Optional<Situation.Wish> wish(Duration after, Duration until) {
    return until(until).stream()
        .filter(each -> each.at().compareTo(after) > 0)
        .flatMap(each -> each.wish().stream())
        .findFirst();
  }

  private List<Step> until(Duration at) {
    return steps.stream().filter(each -> each.at().compareTo(at) <= 0).toList();
  }
}
