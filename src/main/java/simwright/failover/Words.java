package simwright.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.failover.Standing.Trouble;
import simwright.failover.policy.Holds;
import simwright.failover.policy.Policy;
import simwright.failover.policy.Sign;
import simwright.failover.policy.Trigger;

/// The machine's reasons as sentences; profiles are named, never numbered.
final class Words {
  private Words() {}

  static String name(Optional<Candidate> inUse) {
    return inUse.map(Candidate::name).orElse("The device, which has no profile in use,");
  }

  static String trouble(Situation now, Trigger trigger, Duration lasted) {
    String who = now.inUse().map(each -> each.name() + " is in use, and ").orElse("");
    String sentence =
        who + trigger.words() + figure(now, trigger) + ", for " + lasted.toSeconds() + " s now.";
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static String figure(Situation now, Trigger trigger) {
    Situation.Signs signs = now.signs();
    return switch (trigger) {
      case REJECTED -> signs.reject().map(cause -> " (" + cause + ")").orElse("");
      case PING_LOSS -> signs.pingLoss().map(percent -> " (" + percent + " %)").orElse("");
      case LATENCY -> signs.latencyMillis().map(millis -> " (" + millis + " ms)").orElse("");
      case QUOTA ->
          now.inUse()
              .flatMap(Candidate::bytesLeft)
              .map(left -> " (" + left + " bytes left)")
              .orElse("");
      case NO_SERVICE, MANUAL, FAIL_BACK -> "";
    };
  }

  static String watched(Trouble first, Optional<Sign> sign, Holds holds, Instant now) {
    long lasted = Health.lasted(first.since(), now).toSeconds();
    return first
        .gone()
        .map(gone ->
            "It was seen that "
                + first.trigger().words()
                + ", which is gone for "
                + Health.lasted(gone, now).toSeconds()
                + " s and forgotten after "
                + holds.settle().toSeconds()
                + " s.")
        .orElseGet(() ->
            "It is seen that "
                + first.trigger().words()
                + ", for "
                + lasted
                + " s now; after "
                + sign.map(each -> each.sustained().toSeconds()).orElse(0L)
                + " s another profile is looked for.");
  }

  static String steady(Optional<Candidate> inUse, boolean chosen) {
    return name(inUse)
        + (chosen
            ? " is a person's choice and stays while nothing is wrong with it."
            : inUse.isPresent()
                ? " is the best that the policy has for here, and nothing is wrong."
                : " has no trouble that the policy heeds.");
  }

  static String lesser(Candidate better, Optional<Candidate> inUse, Holds holds, Duration lasted) {
    return name(inUse)
        + " serves, for "
        + lasted.toSeconds()
        + " s now; "
        + better.name()
        + " would be better and is tried after "
        + holds.failBack().toSeconds()
        + " s, or when it may be tried again.";
  }

  static String back(Candidate better, Optional<Candidate> inUse, Duration lasted) {
    return name(inUse)
        + " has served for "
        + lasted.toSeconds()
        + " s, and "
        + better.name()
        + " is better by the policy's rules.";
  }

  static String held(Instant until, Instant now, Holds holds) {
    return "Nothing is switched within "
        + holds.afterSwitch().toSeconds()
        + " s after a switch; "
        + Duration.between(now, until).toSeconds()
        + " s are left.";
  }

  static String chosen(Candidate chosen, String rule, Decision.Consent consent, int others) {
    return "Rule '"
        + rule
        + "' chose "
        + chosen.name()
        + " ("
        + chosen.coverage().key()
        + ", "
        + chosen.use().key()
        + ")"
        + switch (consent) {
          case NOT_NEEDED -> "";
          case ASK -> ", which roams here: a person is asked first";
          case AGREED -> ", which roams here, as the policy agrees to";
        }
        + (others == 0 ? "." : "; " + others + (others == 1 ? " other was" : " others were"))
        + (others == 0 ? "" : " passed over.");
  }

  static String noWay(List<Decision.Passed> passed) {
    return passed.isEmpty()
        ? "There is no profile at all."
        : "No profile may be used instead: "
            + String.join(
                "; ",
                passed.stream().map(each -> each.candidate().name() + ": " + each.why()).toList())
            + ".";
  }

  static Optional<String> limit(Policy policy, long hour, long day, Optional<Integer> left) {
    if (left.filter(more -> more <= 0).isPresent()) {
      return Optional.of("The card's own limit of switches is reached.");
    }
    return hour >= policy.perHour() || day >= policy.perDay()
        ? Optional.of(
            "The policy allows "
                + policy.perHour()
                + " switches in an hour and "
                + policy.perDay()
                + " in a day, and there were "
                + hour
                + " and "
                + day
                + ".")
        : Optional.empty();
  }
}
