package simwright.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import simwright.failover.policy.Trigger;
import simwright.identity.Iccid;

/// What the machine keeps of a device between two news: its state and since when, the country the
/// device was last known in, the troubles it watches, the profile it is on the way to and why,
/// whether the one in use was a person's choice, the profiles not to be tried for a while, when it
/// was switched in the last day, and when the one in use showed after its switch that it serves.
public record Standing(
    State state,
    Instant since,
    Optional<String> country,
    List<Trouble> troubles,
    Optional<Iccid> target,
    Optional<Trigger> cause,
    boolean chosen,
    List<Avoided> avoided,
    List<Instant> switches,
    Optional<Instant> proven) {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  public Standing {
    troubles = List.copyOf(troubles);
    avoided = List.copyOf(avoided);
    switches = List.copyOf(switches);
  }

  /// A trouble that was seen: since when, and since when it is gone, if it is.
  public record Trouble(Trigger trigger, Instant since, Optional<Instant> gone) {}

  /// A profile that is not tried again before a time, and why.
  public record Avoided(Iccid iccid, Instant until, String why) {}

  /// Before anything was told.
  public static Standing fresh(Instant at) {
    return new Standing(
        State.STEADY,
        at,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(),
        List.of(),
        Optional.empty());
  }

  /// How often it was switched within the hour before a time.
  public long lastHour(Instant now) {
    return switches.stream().filter(each -> each.isAfter(now.minus(HOUR))).count();
  }

  /// How often it was switched within the day before a time.
  public long lastDay(Instant now) {
    return switches.stream().filter(each -> each.isAfter(now.minus(DAY))).count();
  }

  /// Why a profile is not to be tried now.
  public Optional<Avoided> avoids(Iccid iccid, Instant now) {
    return avoided.stream()
        .filter(each -> each.iccid().equals(iccid) && each.until().isAfter(now))
        .findFirst();
  }

  /// The same without what time has overtaken.
  Standing at(Instant now, Optional<String> here) {
    return new Standing(
        state,
        since,
        here.or(() -> country),
        troubles,
        target,
        cause,
        chosen,
        avoided.stream().filter(each -> each.until().isAfter(now)).toList(),
        switches.stream().filter(each -> each.isAfter(now.minus(DAY))).toList(),
        proven);
  }

  /// The same in a state; one that it is in already keeps its time.
  Standing in(State next, Instant now) {
    return new Standing(
        next,
        next == state ? since : now,
        country,
        troubles,
        next.onTheWay() ? target : Optional.empty(),
        cause,
        chosen,
        avoided,
        switches,
        proven);
  }

  /// The same with these troubles.
  Standing watching(List<Trouble> now) {
    return new Standing(
        state, since, country, now, target, cause, chosen, avoided, switches, proven);
  }

  /// The same on the way to a profile.
  Standing wanting(Iccid profile, Trigger why) {
    return new Standing(
        state,
        since,
        country,
        troubles,
        Optional.of(profile),
        Optional.of(why),
        why == Trigger.MANUAL,
        avoided,
        switches,
        proven);
  }

  /// The same with a switch at a time.
  Standing switched(Instant now) {
    List<Instant> all = Stream.concat(switches.stream(), Stream.of(now)).toList();
    return new Standing(
        state, since, country, troubles, target, cause, chosen, avoided, all, proven);
  }

  /// The same with a profile that is not tried before a time.
  Standing avoiding(Avoided other) {
    List<Avoided> all =
        Stream.concat(
                avoided.stream().filter(each -> !each.iccid().equals(other.iccid())),
                Stream.of(other))
            .toList();
    return new Standing(
        state, since, country, troubles, target, cause, chosen, all, switches, proven);
  }

  /// The same after the profile in use has shown that it serves, or with none that has.
  Standing proven(Optional<Instant> when) {
    return new Standing(
        state, since, country, troubles, target, cause, chosen, avoided, switches, when);
  }

  /// The same where the profile in use is nobody's choice, and none has shown that it serves.
  Standing unproven() {
    return new Standing(
        state, since, country, troubles, target, cause, false, avoided, switches, Optional.empty());
  }
}
