package simwright.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.failover.Decision.Effect;
import simwright.failover.Decision.Passed;
import simwright.failover.Standing.Trouble;
import simwright.failover.policy.Policy;
import simwright.failover.policy.Trigger;
import simwright.identity.Iccid;

/// What the machine makes of one situation.
final class Course {
  private final Policy policy;
  private final Standing before;
  private final Standing standing;
  private final Situation now;
  private final Health health;
  private final Selection selection;

  Course(Policy policy, Standing before, Standing standing, Situation now) {
    this.policy = policy;
    this.before = before;
    this.standing = standing;
    this.now = now;
    this.health = new Health(policy);
    this.selection = new Selection(policy, standing, now);
  }

  /// Where no switch is on the way.
  Decision serving() {
    List<Trouble> troubles = health.troubles(standing.troubles(), now);
    Standing watched = standing.watching(troubles);
    if (now.wish().isPresent()) {
      return wished(watched, now.wish().get());
    }
    Optional<Trouble> sustained = health.sustained(troubles, now);
    if (sustained.isPresent()) {
      return left(watched, sustained.get());
    }
    if (!troubles.isEmpty()) {
      return waits(watched, troubles);
    }
    return well(watched);
  }

  private Decision waits(Standing watched, List<Trouble> troubles) {
    boolean held = standing.state() == State.HELD || standing.state() == State.NO_WAY;
    Trouble first = troubles.getFirst();
    return still(
        watched.in(held ? standing.state() : State.SUSPECT, now.at()),
        Optional.of(first.trigger()),
        first.gone().isPresent() ? "settling" : "hold-off",
        Words.watched(first, policy.sign(first.trigger()), policy.holds(), now.at()));
  }

  /// Nothing is wrong: the way back to a better profile is taken after a while, unless a person
  /// chose the one in use.
  private Decision well(Standing watched) {
    if (now.signs().registered().isEmpty()) {
      return still(
          watched,
          Optional.empty(),
          "nothing-known",
          "Nothing is known of the device's service, so nothing is done.");
    }
    Optional<Candidate> better = watched.chosen() ? Optional.empty() : selection.better(true);
    if (better.isEmpty()) {
      return still(
          watched.in(State.STEADY, now.at()),
          Optional.empty(),
          watched.chosen() ? "chosen-by-a-person" : "best-in-use",
          Words.steady(now.inUse(), watched.chosen()));
    }
    Standing lesser = watched.in(State.FAILED_OVER, now.at());
    Duration lasted = Health.lasted(lesser.since(), now.at());
    Optional<Candidate> free = selection.better(false);
    if (free.isEmpty() || lasted.compareTo(policy.holds().failBack()) < 0) {
      return still(
          lesser,
          Optional.of(Trigger.FAIL_BACK),
          free.isEmpty() ? "retry-later" : "fail-back-later",
          Words.lesser(better.get(), now.inUse(), policy.holds(), lasted));
    }
    Optional<String> limit = limit(watched);
    return limit.isPresent()
        ? still(lesser, Optional.of(Trigger.FAIL_BACK), "switch-limit", limit.get())
        : to(
            lesser,
            Trigger.FAIL_BACK,
            State.FAILING_BACK,
            Words.back(free.get(), now.inUse(), lasted),
            new Selection.Choice(free, "fail-back", selection.passed(free, Trigger.FAIL_BACK)));
  }

  private Decision left(Standing watched, Trouble trouble) {
    Duration lasted = Health.lasted(trouble.since(), now.at());
    return decide(watched, trouble.trigger(), Words.trouble(now, trouble.trigger(), lasted), false);
  }

  /// `unproven` where the profile in use never showed that it serves: nothing is to be gained by
  /// waiting with it.
  private Decision decide(Standing watched, Trigger trigger, String why, boolean unproven) {
    Optional<Instant> until =
        watched
            .proven()
            .filter(unused -> !unproven)
            .map(proven -> proven.plus(policy.holds().afterSwitch()))
            .filter(end -> end.isAfter(now.at()));
    if (until.isPresent()) {
      return still(
          watched.in(State.HELD, now.at()),
          Optional.of(trigger),
          "hold-after-switch",
          why + " " + Words.held(until.get(), now.at(), policy.holds()));
    }
    Optional<String> limit = limit(watched);
    if (limit.isPresent()) {
      return still(
          watched.in(State.HELD, now.at()),
          Optional.of(trigger),
          "switch-limit",
          why + " " + limit.get());
    }
    Selection.Choice choice = new Selection(policy, watched, now).choose(trigger);
    return choice.chosen().isEmpty()
        ? made(
            watched.in(State.NO_WAY, now.at()),
            Optional.of(trigger),
            "no-rule",
            why + " " + Words.noWay(choice.passed()),
            choice,
            new Effect.Nothing())
        : to(leaving(watched, trigger), trigger, State.DECIDED, why, choice);
  }

  /// The profile that had the trouble is not chosen again for a while.
  private Standing leaving(Standing watched, Trigger trigger) {
    Optional<Candidate> inUse =
        now.inUse()
            .filter(unused -> trigger.trouble())
            .filter(each -> watched.avoids(each.iccid(), now.at()).isEmpty());
    return inUse
        .map(each ->
            watched.avoiding(
                new Standing.Avoided(
                    each.iccid(),
                    now.at().plus(policy.holds().retry()),
                    "it was left, as " + trigger.words())))
        .orElse(watched);
  }

  private Decision to(
      Standing watched, Trigger trigger, State state, String why, Selection.Choice choice) {
    Candidate chosen = choice.chosen().orElseThrow();
    Decision.Consent consent = selection.consent(chosen);
    return made(
        watched.wanting(chosen.iccid(), trigger).in(state, now.at()),
        Optional.of(trigger),
        choice.rule(),
        why + " " + Words.chosen(chosen, choice.rule(), consent, choice.passed().size()),
        choice,
        new Effect.Switch(chosen, consent));
  }

  private Optional<String> limit(Standing watched) {
    return Words.limit(
        policy, watched.lastHour(now.at()), watched.lastDay(now.at()), now.switchesLeft());
  }

  /// A wish is carried out or refused at once; it is not kept.
  private Decision wished(Standing watched, Situation.Wish wish) {
    Optional<String> limit = limit(watched);
    if (limit.isPresent()) {
      return refused(watched, "switch-limit", limit.get(), List.of());
    }
    String why = "A person asked for another profile.";
    if (wish.profile().isEmpty()) {
      Selection.Choice choice = selection.choose(Trigger.MANUAL);
      return choice.chosen().isEmpty()
          ? refused(watched, "no-rule", Words.noWay(choice.passed()), choice.passed())
          : to(watched, Trigger.MANUAL, State.DECIDED, why, choice);
    }
    Optional<Candidate> wanted = wish.profile().flatMap(now::candidate);
    if (wanted.filter(Candidate::enabled).isPresent()) {
      return refused(watched, "wish", "The profile is in use already.", List.of());
    }
    Optional<String> unfit =
        wanted.map(selection::unfit).orElseGet(() -> Optional.of("nobody knows it"));
    return unfit.isPresent()
        ? refused(
            watched, "wish", "The profile cannot be used here: " + unfit.get() + ".", List.of())
        : to(
            watched,
            Trigger.MANUAL,
            State.DECIDED,
            why,
            new Selection.Choice(wanted, "wish", selection.passed(wanted, Trigger.MANUAL)));
  }

  private Decision refused(Standing watched, String rule, String words, List<Passed> passed) {
    return made(
        watched,
        Optional.of(Trigger.MANUAL),
        rule,
        "A person's wish is not carried out. " + words,
        new Selection.Choice(Optional.empty(), rule, passed),
        new Effect.Nothing());
  }

  /// Where a switch is on the way: its end is told, seen on the card, or overdue.
  Decision switching() {
    if (inUseIsTarget()) {
      Standing proving = standing.watching(List.of()).proven(Optional.empty());
      return still(
          proving.in(State.PROVING, now.at()),
          standing.cause(),
          "seen-in-use",
          "The chosen profile is in use and has to show that it serves.");
    }
    if (passed(policy.holds().switching())) {
      String why = "it was not in use " + policy.holds().switching().toSeconds() + " s after that";
      return new Aftermath(
              policy, before, new Outcome.Failed(now.at(), why, now.inUse().map(Candidate::iccid)))
          .decision();
    }
    return still(
        standing, standing.cause(), "under-way", "The switch is under way; its end is waited for.");
  }

  private boolean inUseIsTarget() {
    Optional<Iccid> inUse = now.inUse().map(Candidate::iccid);
    return inUse.isPresent() && inUse.equals(standing.target());
  }

  private boolean passed(Duration hold) {
    return Health.lasted(standing.since(), now.at()).compareTo(hold) >= 0;
  }

  /// Where the new profile has to show that it serves.
  Decision proving() {
    List<Trouble> troubles = health.troubles(standing.troubles(), now);
    Standing watched = standing.watching(troubles);
    if (Health.serves(troubles, now)) {
      boolean lesser = !watched.chosen() && selection.better(true).isPresent();
      return still(
          watched
              .proven(Optional.of(now.at()))
              .in(lesser ? State.FAILED_OVER : State.STEADY, now.at()),
          standing.cause(),
          "proven",
          "The new profile serves: the device is registered, and no trouble is seen."
              + (lesser ? " A better one is tried again later." : ""));
    }
    if (!passed(policy.holds().proving())) {
      return still(
          watched,
          standing.cause(),
          "proving",
          "The new profile has not shown yet that it serves.");
    }
    String why =
        "did not show within " + policy.holds().proving().toSeconds() + " s that it serves";
    Standing given =
        standing
            .target()
            .map(target ->
                watched.avoiding(
                    new Standing.Avoided(
                        target, now.at().plus(policy.holds().retry()), "it " + why)))
            .orElse(watched)
            .proven(Optional.empty());
    Trigger trigger =
        troubles.stream().map(Trouble::trigger).findFirst().orElse(Trigger.NO_SERVICE);
    return decide(given, trigger, Words.name(now.inUse()) + " " + why + ".", true);
  }

  private Decision still(Standing after, Optional<Trigger> trigger, String rule, String words) {
    return made(
        after,
        trigger,
        rule,
        words,
        new Selection.Choice(Optional.empty(), rule, List.of()),
        new Effect.Nothing());
  }

  private Decision made(
      Standing after,
      Optional<Trigger> trigger,
      String rule,
      String words,
      Selection.Choice choice,
      Effect effect) {
    return new Decision(
        now.at(),
        before,
        after,
        now,
        trigger,
        rule,
        words,
        choice.chosen(),
        choice.passed(),
        effect);
  }
}
