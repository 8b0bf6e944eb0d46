package simwright.lpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import simwright.euicc.AuthorisationRule;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;

/// Whether a card lets a profile in with the policy rules it carries (SGP.22 clauses 2.9.2, 3.1.3):
/// why not, where it does not; whether a person must consent to them; what to tell a person.
record PolicyVerdict(Optional<String> refused, boolean consentNeeded, List<String> words) {
  private static final PolicyVerdict FREE = new PolicyVerdict(Optional.empty(), false, List.of());

  private enum Rule {
    DISABLE("once enabled it may not be disabled", PolicyRules::mayNotDisable),
    DELETE("it may not be deleted", PolicyRules::mayNotDelete);

    private final String words;
    private final Predicate<PolicyRules> in;

    Rule(String words, Predicate<PolicyRules> in) {
      this.words = words;
      this.in = in;
    }
  }

  /// For a profile and a card with this table, which is asked for only where the profile carries
  /// rules, these forbidden rules, and these profiles.
  static PolicyVerdict of(
      ProfileInfo profile,
      Supplier<List<AuthorisationRule>> table,
      PolicyRules forbidden,
      List<ProfileInfo> there) {
    List<Rule> carried =
        List.of(Rule.values()).stream().filter(rule -> rule.in.test(profile.rules())).toList();
    if (carried.isEmpty()) {
      return FREE;
    }
    List<AuthorisationRule> rows = table.get();
    List<String> words = new ArrayList<>();
    boolean consent = false;
    for (Rule rule : carried) {
      Optional<AuthorisationRule> row =
          rows.stream()
              .filter(each -> rule.in.test(each.rules()) && each.isFor(profile.owner()))
              .findFirst();
      Optional<String> against = against(rule, row, forbidden, there);
      if (against.isPresent()) {
        return new PolicyVerdict(against, false, List.of());
      }
      boolean asks = row.filter(AuthorisationRule::consentNeeded).isPresent();
      consent |= asks;
      words.add(
          "Policy: "
              + rule.words
              + ". The card allows this rule to its operator"
              + (asks ? " with your consent." : "."));
    }
    return new PolicyVerdict(Optional.empty(), consent, words);
  }

  private static Optional<String> against(
      Rule rule, Optional<AuthorisationRule> row, PolicyRules forbidden, List<ProfileInfo> there) {
    String means = "The profile says that " + rule.words + ". ";
    if (rule.in.test(forbidden)) {
      return Optional.of(means + "The card forbids that rule to every profile.");
    }
    if (row.isEmpty()) {
      return Optional.of(
          means + "The card's rules authorisation table does not allow that to its operator.");
    }
    if (rule == Rule.DISABLE && there.stream().anyMatch(PolicyVerdict::operational)) {
      return Optional.of(
          means
              + "Such a profile can only be the first operational one on a card, and there is one"
              + " already.");
    }
    return Optional.empty();
  }

  /// Operational is what the standard takes where a card tells no class.
  private static boolean operational(ProfileInfo profile) {
    return profile.profileClass().orElse(ProfileInfo.ProfileClass.OPERATIONAL)
        == ProfileInfo.ProfileClass.OPERATIONAL;
  }
}
