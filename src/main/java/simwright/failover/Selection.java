package simwright.failover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.catalog.Coverage;
import simwright.catalog.Use;
import simwright.failover.Decision.Passed;
import simwright.failover.policy.Policy;
import simwright.failover.policy.Region;
import simwright.failover.policy.RoamingRule;
import simwright.failover.policy.Rule;
import simwright.failover.policy.Trigger;
import simwright.identity.Plmn;

/// Which profile a policy chooses in a situation. Its rules are tried in their order; among the
/// profiles of one rule the nearest coverage comes first, then the use (production, travel, test,
/// standby, fallback), then the later end, then the lower number.
final class Selection {
  private static final Comparator<Candidate> ORDER =
      Comparator.comparing(Candidate::coverage)
          .thenComparing(Candidate::use)
          .thenComparing(each -> each.expires().orElse(Instant.MAX), Comparator.reverseOrder())
          .thenComparing(each -> each.iccid().value());

  private final Policy policy;
  private final Situation now;
  private final Standing standing;

  /// Where the device is, looked up once for all candidates.
  private final Optional<Region> here;

  private final RoamingRule roaming;
  private final String country;

  Selection(Policy policy, Standing standing, Situation now) {
    this.policy = policy;
    this.standing = standing;
    this.now = now;
    this.here = standing.country().flatMap(policy::region);
    this.roaming = policy.roaming(standing.country());
    this.country =
        standing
            .country()
            .map(mcc -> here.flatMap(region -> region.country(mcc)).orElse("country code " + mcc))
            .orElse("an unknown country");
  }

  /// The profile chosen and the rule that chose it, and why each other was not.
  record Choice(Optional<Candidate> chosen, String rule, List<Passed> passed) {}

  /// By the rules that speak for a trigger.
  Choice choose(Trigger trigger) {
    List<Candidate> free =
        now.candidates().stream().filter(each -> refusal(each).isEmpty()).sorted(ORDER).toList();
    for (Rule rule : policy.rules()) {
      if (rule.speaks(trigger, region())) {
        Optional<Candidate> first =
            free.stream().filter(each -> rule.takes(each.coverage(), each.use())).findFirst();
        if (first.isPresent()) {
          return new Choice(first, rule.name(), passed(first, trigger));
        }
      }
    }
    return new Choice(Optional.empty(), "no-rule", passed(Optional.empty(), trigger));
  }

  /// A better profile than the one in use, by the rules for the way back; `even` where it is not to
  /// be tried now.
  Optional<Candidate> better(boolean even) {
    int rank = now.inUse().map(this::rank).orElse(Integer.MAX_VALUE);
    return now.candidates().stream()
        .filter(each -> !each.enabled() && unfit(each).isEmpty())
        .filter(each -> even || standing.avoids(each.iccid(), now.at()).isEmpty())
        .filter(each -> rank(each) < rank)
        .min(Comparator.comparing(this::rank).thenComparing(ORDER));
  }

  private int rank(Candidate candidate) {
    int at = 0;
    for (Rule rule : policy.rules()) {
      if (rule.speaks(Trigger.FAIL_BACK, region())
          && rule.takes(candidate.coverage(), candidate.use())) {
        return at;
      }
      at++;
    }
    return Integer.MAX_VALUE;
  }

  /// Why each but the chosen one was not, in words.
  List<Passed> passed(Optional<Candidate> chosen, Trigger trigger) {
    List<Passed> passed = new ArrayList<>();
    for (Candidate each : now.candidates().stream().sorted(ORDER).toList()) {
      if (chosen.filter(each::equals).isEmpty()) {
        passed.add(new Passed(each, refusal(each).orElseGet(() -> behind(each, trigger))));
      }
    }
    return List.copyOf(passed);
  }

  /// All candidates in the order in which the rules for a trigger take them, each with its reason;
  /// those that cannot be chosen last.
  List<Ranked> ranked(Trigger trigger) {
    Choice choice = choose(trigger);
    List<Ranked> all = new ArrayList<>();
    for (Candidate each : now.candidates().stream().sorted(ORDER).toList()) {
      Optional<Rule> rule = taking(each, trigger);
      String named = rule.map(Rule::name).orElse("");
      Optional<String> refusal = refusal(each);
      if (each.enabled()) {
        all.add(new Ranked(each, Ranked.Place.IN_USE, named, unfit(each).orElse("it is in use")));
      } else if (choice.chosen().filter(each::equals).isPresent()) {
        all.add(
            new Ranked(
                each,
                Ranked.Place.NEXT,
                named,
                "rule '" + named + "' would choose it for " + trigger.key()));
      } else {
        Ranked.Place place =
            refusal.isPresent() || rule.isEmpty() ? Ranked.Place.REFUSED : Ranked.Place.LATER;
        all.add(new Ranked(each, place, named, refusal.orElseGet(() -> behind(each, trigger))));
      }
    }
    List<String> order = policy.rules().stream().map(Rule::name).toList();
    all.sort(
        Comparator.<Ranked, Boolean>comparing(each -> each.place() == Ranked.Place.REFUSED)
            .thenComparing(
                each -> each.rule().isEmpty() ? order.size() : order.indexOf(each.rule())));
    return List.copyOf(all);
  }

  private Optional<Rule> taking(Candidate candidate, Trigger trigger) {
    return policy.rules().stream()
        .filter(rule -> rule.speaks(trigger, region()))
        .filter(rule -> rule.takes(candidate.coverage(), candidate.use()))
        .findFirst();
  }

  private String behind(Candidate candidate, Trigger trigger) {
    return taking(candidate, trigger)
        .map(rule -> "it comes later, by rule '" + rule.name() + "'")
        .orElseGet(() ->
            "no rule takes a "
                + candidate.coverage().key()
                + " "
                + candidate.use().key()
                + " profile here for "
                + trigger.key());
  }

  /// Why a profile cannot be chosen now.
  Optional<String> refusal(Candidate candidate) {
    if (candidate.enabled()) {
      return Optional.of("it is in use");
    }
    return unfit(candidate)
        .or(() -> standing.avoids(candidate.iccid(), now.at()).map(Standing.Avoided::why));
  }

  /// Why a profile does not do here at all, whatever was tried before.
  Optional<String> unfit(Candidate candidate) {
    return candidate
        .barred()
        .or(() -> candidate.installed() ? Optional.empty() : Optional.of("it is not on the card"))
        .or(() ->
            candidate
                .expires()
                .filter(end -> !end.isAfter(now.at()))
                .map(end -> "it ended on " + end.toString().substring(0, 10)))
        .or(() -> elsewhere(candidate))
        .or(() -> unauthorised(candidate))
        .or(() -> tooLittle(candidate));
  }

  private Optional<String> elsewhere(Candidate candidate) {
    return switch (candidate.coverage()) {
      case GLOBAL -> Optional.empty();
      case REGIONAL ->
          region().isEmpty()
              ? Optional.of(
                  "it holds in " + or(candidate.region()) + ", and no region is known here")
              : candidate.region().equalsIgnoreCase(region())
                  ? Optional.empty()
                  : Optional.of("it holds in " + or(candidate.region()) + ", not in " + region());
      case LOCAL ->
          standing.country().isEmpty()
              ? Optional.of("it is local, and nobody knows the country here")
              : roams(candidate).orElse(true)
                  ? Optional.of("it is local, and not at home in " + country)
                  : Optional.empty();
    };
  }

  private static String or(String region) {
    return region.isEmpty() ? "a region nobody has named" : region.toUpperCase(Locale.ROOT);
  }

  private Optional<String> unauthorised(Candidate candidate) {
    if (here.filter(each -> !each.authorises(candidate.operator())).isPresent()) {
      return Optional.of(
          "its operator "
              + candidate.operator().map(Plmn::toString).orElse("is not known and")
              + " is not authorised in "
              + region());
    }
    boolean refused = roaming == RoamingRule.REFUSED;
    return refused && roams(candidate).orElse(true)
        ? Optional.of("it would roam here, which the policy refuses")
        : Optional.empty();
  }

  private Optional<String> tooLittle(Candidate candidate) {
    long least =
        candidate.use() == Use.FALLBACK
            ? policy.keep().fallbackBytesLeft()
            : policy.keep().bytesLeft();
    return candidate
        .bytesLeft()
        .filter(left -> left < least)
        .map(left -> "it has " + left + " bytes left, and " + least + " are needed");
  }

  /// Whether a profile roams where the device is: its operator's country is another. Unknown where
  /// either is.
  Optional<Boolean> roams(Candidate candidate) {
    return standing
        .country()
        .flatMap(mcc ->
            candidate
                .operator()
                .map(operator ->
                    !operator.mcc().equals(mcc)
                        && here.flatMap(region -> region.country(operator.mcc()))
                            .filter(country::equals)
                            .isEmpty()));
  }

  /// What stands between a decision and this profile; one of which nobody knows whether it roams is
  /// taken to roam, unless it is local.
  Decision.Consent consent(Candidate candidate) {
    boolean may = roams(candidate).orElse(candidate.coverage() != Coverage.LOCAL);
    return !may
        ? Decision.Consent.NOT_NEEDED
        : roaming == RoamingRule.AGREED ? Decision.Consent.AGREED : Decision.Consent.ASK;
  }

  /// The region the device is in; "" where none is known.
  String region() {
    return here.map(Region::name).orElse("");
  }
}
