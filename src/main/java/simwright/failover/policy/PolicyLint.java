package simwright.failover.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import simwright.catalog.Coverage;
import simwright.catalog.Use;
import simwright.document.WrittenFile;
import simwright.identity.Plmn;
import simwright.lpa.SwitchLimit;

/// What is wrong or doubtful in a policy that its schema cannot tell.
final class PolicyLint {
  /// What a card is switched at most where nothing else is set; a policy that allows more never
  /// comes to it.
  private static final SwitchLimit CARD = SwitchLimit.USUAL;

  private static final Duration DAY = Duration.ofDays(1);

  private final WrittenFile file;
  private final Policy policy;
  private final List<Finding> findings = new ArrayList<>();

  PolicyLint(WrittenFile file, Policy policy) {
    this.file = file;
    this.policy = policy;
  }

  List<Finding> findings() {
    regions();
    triggers();
    times();
    switches();
    rules();
    fallback();
    findings.sort(Comparator.comparing(Finding::line).thenComparing(Finding::why));
    return List.copyOf(findings);
  }

  private void wrong(String pointer, String why) {
    findings.add(new Finding(file.yaml().line(pointer), true, why));
  }

  private void doubtful(String pointer, String why) {
    findings.add(new Finding(file.yaml().line(pointer), false, why));
  }

  private void regions() {
    Set<String> names = new HashSet<>();
    Set<String> codes = new HashSet<>();
    int at = 0;
    for (Region region : policy.regions()) {
      String pointer = "/regions/" + at++;
      if (!names.add(region.name())) {
        wrong(pointer + "/region", "region " + region.name() + " stands here a second time");
      }
      for (Map.Entry<String, List<String>> country : region.countries().entrySet()) {
        for (String mcc : country.getValue()) {
          if (!codes.add(mcc)) {
            wrong(
                pointer + "/countries/" + country.getKey(),
                "country code " + mcc + " belongs to an earlier region or country already");
          }
        }
      }
    }
    operators(codes);
    policy
        .assumed()
        .filter(mcc -> !codes.contains(mcc))
        .ifPresent(mcc -> wrong("/assume", "no region has the country code " + mcc));
  }

  private void operators(Set<String> codes) {
    int at = 0;
    for (Region region : policy.regions()) {
      int each = 0;
      for (Plmn operator : region.operators()) {
        if (!codes.contains(operator.mcc())) {
          wrong(
              "/regions/" + at + "/operators/" + each,
              "operator " + operator + " is of a country that no region names");
        }
        each++;
      }
      at++;
    }
  }

  private void triggers() {
    for (Sign sign : policy.signs()) {
      String pointer = "/triggers/" + sign.trigger().key();
      boolean figured =
          sign.trigger() == Trigger.PING_LOSS
              || sign.trigger() == Trigger.LATENCY
              || sign.trigger() == Trigger.QUOTA;
      if (figured && sign.from().isEmpty()) {
        wrong(pointer, sign.trigger().key() + " never holds without a figure");
      }
      if (sign.until().isPresent() && sign.until().get() > sign.from().orElse(0L)) {
        wrong(pointer + "/until", "it ends above the figure at which it begins");
      }
      if (sign.trigger() == Trigger.PING_LOSS && sign.from().orElse(0L) >= 100) {
        wrong(pointer + "/above", "no more than 100 percent of pings can be lost");
      }
      if (sign.sustained().compareTo(DAY) > 0) {
        wrong(pointer + "/for", "a trouble that is borne for longer than a day is no trigger");
      }
    }
    if (policy.sign(Trigger.NO_SERVICE).isEmpty()) {
      doubtful("/triggers", "nothing happens when service is lost: no-service is not named");
    }
  }

  private void times() {
    Holds holds = policy.holds();
    within(holds.settle(), "settle");
    within(holds.afterSwitch(), "after-switch");
    within(holds.switching(), "switching");
    within(holds.proving(), "proving");
    within(holds.retry(), "retry");
    within(holds.failBack(), "fail-back");
    if (holds.failBack().compareTo(holds.afterSwitch()) < 0) {
      doubtful(
          "/hold/fail-back", "the way back is taken sooner than any other switch (after-switch)");
    }
    if (holds.proving().isZero()) {
      wrong("/hold/proving", "a profile needs some time to show that it serves");
    }
  }

  private void within(Duration time, String field) {
    if (time.compareTo(DAY) > 0) {
      wrong("/hold/" + field, field + " is longer than a day");
    }
  }

  private void switches() {
    if (policy.perDay() < policy.perHour()) {
      wrong("/switches/per-day", "fewer switches in a day than in an hour");
    }
    if (policy.perHour() > CARD.perHour() || policy.perDay() > CARD.perDay()) {
      doubtful(
          "/switches",
          "a card is switched at most "
              + CARD.perHour()
              + " times in an hour and "
              + CARD.perDay()
              + " in a day unless its settings say otherwise");
    }
  }

  private void rules() {
    Set<String> names = new HashSet<>();
    Set<String> regions = policy.regions().stream().map(Region::name).collect(Collectors.toSet());
    for (int at = 0; at < policy.rules().size(); at++) {
      Rule rule = policy.rules().get(at);
      String pointer = "/rules/" + at;
      if (!names.add(rule.name())) {
        wrong(pointer + "/rule", "rule '" + rule.name() + "' stands here a second time");
      }
      rule.regions().stream()
          .filter(region -> !regions.contains(region))
          .forEach(region -> wrong(pointer + "/regions", "there is no region " + region));
      reachable(rule, at);
      order(rule, at);
    }
    Set<Coverage> classes =
        policy.rules().stream()
            .flatMap(rule -> rule.coverages().stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Coverage.class)));
    if (classes.size() < 2) {
      wrong(
          "/rules", "all rules take one class of coverage alone: there is nothing to fail over to");
    }
  }

  /// Whatever a later rule would take has fired an earlier one before.
  private void reachable(Rule rule, int at) {
    for (Rule earlier : policy.rules().subList(0, at)) {
      boolean everywhere =
          earlier.regions().isEmpty()
              || !rule.regions().isEmpty() && earlier.regions().containsAll(rule.regions());
      if (everywhere
          && earlier.triggers().containsAll(rule.triggers())
          && earlier.coverages().containsAll(rule.coverages())
          && earlier.uses().containsAll(rule.uses())) {
        wrong(
            "/rules/" + at,
            "rule '" + rule.name() + "' never fires: '" + earlier.name() + "' takes all it would");
        return;
      }
    }
    JsonNode named = file.root().path("rules").path(at).path("when");
    for (JsonNode each : named) {
      Trigger trigger = Trigger.of(each.asText()).orElseThrow();
      if (trigger.trouble() && policy.sign(trigger).isEmpty()) {
        wrong("/rules/" + at + "/when", "the policy does not heed " + trigger.key());
      }
    }
  }

  private void order(Rule rule, int at) {
    if (rule.uses().equals(Set.of(Use.FALLBACK))) {
      return;
    }
    for (Rule earlier : policy.rules().subList(0, at)) {
      boolean farther =
          earlier.coverages().stream()
              .anyMatch(each -> rule.coverages().stream().allMatch(own -> each.compareTo(own) > 0));
      boolean meet =
          earlier.triggers().stream().anyMatch(rule.triggers()::contains)
              && (earlier.regions().isEmpty()
                  || rule.regions().isEmpty()
                  || earlier.regions().stream().anyMatch(rule.regions()::contains));
      if (farther && meet) {
        doubtful(
            "/rules/" + at,
            "rule '"
                + rule.name()
                + "' takes nearer profiles than '"
                + earlier.name()
                + "' before it");
        return;
      }
    }
  }

  private void fallback() {
    boolean last = policy.rules().stream().anyMatch(rule -> rule.uses().contains(Use.FALLBACK));
    if (!last) {
      wrong("/rules", "no rule takes a fallback profile");
    }
    if (policy.keep().fallback() < 1) {
      wrong("/keep/fallback", "a known-good fallback is always kept");
    }
    if (policy.keep().viable() < 2) {
      wrong("/keep/viable", "at least two viable profiles are kept for each region");
    }
    if (policy.keep().staged() < 1) {
      doubtful("/keep/staged", "no standby has to be staged on the card");
    }
    if (policy.keep().fallbackBytesLeft() > policy.keep().bytesLeft()) {
      doubtful("/keep/fallback-megabytes", "a fallback needs more data than any other profile");
    }
  }
}
