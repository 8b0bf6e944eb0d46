package simwright.failover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.failover.Decision.Effect;
import simwright.failover.policy.Policy;
import simwright.failover.policy.Trigger;
import simwright.identity.Iccid;

/// What becomes of a standing when the machine hears what came of its decision.
final class Aftermath {
  private final Policy policy;
  private final Standing before;
  private final Outcome outcome;
  private final Standing standing;

  Aftermath(Policy policy, Standing before, Outcome outcome) {
    this.policy = policy;
    this.before = before;
    this.outcome = outcome;
    this.standing = before.at(outcome.at(), Optional.empty());
  }

  Decision decision() {
    if (!standing.state().onTheWay()) {
      return made(standing, "out-of-place", "Nothing was decided that this could be the end of.");
    }
    return switch (outcome) {
      case Outcome.Begun(Instant at) -> begun(at);
      case Outcome.Switched(Instant at) ->
          standing.state() == State.PROVING
              ? made(standing, "switched", "The chosen profile is in use.")
              : made(
                  proving(at),
                  "switched",
                  "The chosen profile is in use and has to show that it serves.");
      case Outcome.Refused(Instant at, String why) -> refused(at, why);
      case Outcome.Failed(Instant at, String why, Optional<Iccid> inUse) -> failed(at, why, inUse);
      case Outcome.Found(Instant at, Optional<Iccid> inUse) -> found(at, inUse);
    };
  }

  private Decision begun(Instant at) {
    return standing.state() == State.DECIDED || standing.state() == State.FAILING_BACK
        ? made(
            standing.switched(at).in(State.SWITCHING, at),
            "begun",
            "The switch has begun; the card may have changed from now on.")
        : made(standing, "begun", "The switch has begun already.");
  }

  private Decision refused(Instant at, String why) {
    return standing.state() == State.PROVING
        ? made(standing, "out-of-place", "The switch has taken place already.")
        : made(
            back(at, "it was not agreed to: " + why, false),
            "consent-refused",
            "The switch was not agreed to (" + why + "), and nothing was switched.");
  }

  private Standing proving(Instant at) {
    return standing.watching(List.of()).proven(Optional.empty()).in(State.PROVING, at);
  }

  /// A switch that was taken back is two switches for the card.
  private Decision failed(Instant at, String why, Optional<Iccid> inUse) {
    if (inUse.isPresent() && inUse.equals(standing.target())) {
      return made(
          standing.state() == State.PROVING ? standing : proving(at),
          "unproven",
          "The chosen profile is in use, and was not proven (" + why + "); it is watched.");
    }
    boolean moved = standing.state() != State.DECIDED && standing.state() != State.FAILING_BACK;
    Standing after = back(at, "it failed: " + why, inUse.isEmpty());
    return made(
        moved && inUse.isPresent() ? after.switched(at) : after,
        "switch-failed",
        "The switch failed ("
            + why
            + ")"
            + (inUse.isPresent() ? "; another profile is in use." : "; no profile is in use."));
  }

  private Decision found(Instant at, Optional<Iccid> inUse) {
    if (inUse.isPresent() && inUse.equals(standing.target())) {
      return made(
          standing.state() == State.PROVING ? standing : proving(at),
          "found-switched",
          "The card says that the chosen profile is in use: the switch took place.");
    }
    return made(
        resting(at, standing.watching(List.of()).unproven(), inUse.isEmpty()),
        "found-not-switched",
        "The card says that the chosen profile is not in use: the switch did not take place, or was"
            + " taken back.");
  }

  /// The target is not tried for a while; troubles that were there go on.
  private Standing back(Instant at, String why, boolean none) {
    Standing after =
        standing
            .target()
            .map(target ->
                standing.avoiding(
                    new Standing.Avoided(target, at.plus(policy.holds().retry()), why)))
            .orElse(standing);
    return resting(at, after.unproven(), none);
  }

  /// `none` where no profile is in use.
  private Standing resting(Instant at, Standing after, boolean none) {
    State state =
        none || !after.troubles().isEmpty()
            ? State.SUSPECT
            : standing.cause().filter(Trigger.FAIL_BACK::equals).isPresent()
                ? State.FAILED_OVER
                : State.STEADY;
    return after.in(state, at);
  }

  private Decision made(Standing after, String rule, String words) {
    return new Decision(
        outcome.at(),
        before,
        after,
        outcome,
        before.cause(),
        rule,
        words,
        Optional.empty(),
        List.of(),
        new Effect.Nothing());
  }
}
