package simwright.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import simwright.failover.Standing.Trouble;
import simwright.failover.policy.Policy;
import simwright.failover.policy.Sign;

/// What a policy makes of a situation's signs: the troubles that are watched. What nobody knows
/// neither begins a trouble nor ends one.
final class Health {
  private final Policy policy;

  Health(Policy policy) {
    this.policy = policy;
  }

  /// The troubles after a situation; one that is gone is forgotten after a while, so that one that
  /// comes and goes counts from its first time.
  List<Trouble> troubles(List<Trouble> before, Situation now) {
    List<Trouble> after = new ArrayList<>();
    for (Sign sign : policy.signs()) {
      if (sign.trigger().trouble()) {
        Optional<Trouble> known =
            before.stream().filter(each -> each.trigger() == sign.trigger()).findFirst();
        after(sign, known, now).ifPresent(after::add);
      }
    }
    after.sort(Comparator.comparing(Trouble::trigger));
    return List.copyOf(after);
  }

  private Optional<Trouble> after(Sign sign, Optional<Trouble> known, Situation now) {
    boolean watched = known.filter(each -> each.gone().isEmpty()).isPresent();
    Optional<Boolean> seen = seen(sign, watched, now);
    if (seen.isEmpty()) {
      return known;
    }
    if (seen.get()) {
      return Optional.of(
          new Trouble(
              sign.trigger(), known.map(Trouble::since).orElse(now.at()), Optional.empty()));
    }
    return known
        .map(each ->
            new Trouble(each.trigger(), each.since(), Optional.of(each.gone().orElse(now.at()))))
        .filter(each -> lasted(each.gone().orElseThrow(), now.at()).compareTo(settle()) < 0);
  }

  private Duration settle() {
    return policy.holds().settle();
  }

  /// Whether it is seen, where that is known; `watched` where it was before.
  private static Optional<Boolean> seen(Sign sign, boolean watched, Situation now) {
    Situation.Signs signs = now.signs();
    return switch (sign.trigger()) {
      case NO_SERVICE -> signs.registered().map(yes -> !yes);
      case REJECTED ->
          signs
              .reject()
              .map(cause -> sign.causes().isEmpty() || sign.causes().contains(cause.toString()))
              .or(() -> signs.registered().map(unused -> false));
      case PING_LOSS -> signs.pingLoss().map(percent -> sign.holds(percent, watched));
      case LATENCY -> signs.latencyMillis().map(millis -> sign.holds(millis, watched));
      case QUOTA ->
          now.inUse().flatMap(Candidate::bytesLeft).map(left -> sign.holds(left, watched));
      case MANUAL, FAIL_BACK -> Optional.empty();
    };
  }

  /// The gravest trouble that is seen now and was seen long enough.
  Optional<Trouble> sustained(List<Trouble> troubles, Situation now) {
    return troubles.stream()
        .filter(each -> each.gone().isEmpty())
        .filter(each ->
            policy
                .sign(each.trigger())
                .filter(sign -> seen(sign, true, now).orElse(false))
                .filter(sign -> lasted(each.since(), now.at()).compareTo(sign.sustained()) >= 0)
                .isPresent())
        .findFirst();
  }

  /// Whether the profile in use is known to serve: registered, and no trouble seen.
  static boolean serves(List<Trouble> troubles, Situation now) {
    return now.signs().registered().orElse(false)
        && troubles.stream().noneMatch(each -> each.gone().isEmpty());
  }

  static Duration lasted(Instant since, Instant now) {
    return Duration.between(since, now);
  }
}
