package simwright.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.catalog.Coverage;
import simwright.catalog.Use;
import simwright.failover.policy.Holds;
import simwright.failover.policy.Keep;
import simwright.failover.policy.Policy;
import simwright.failover.policy.Region;
import simwright.failover.policy.RoamingRule;
import simwright.failover.policy.Rule;
import simwright.failover.policy.Sign;
import simwright.failover.policy.Trigger;
import simwright.identity.Iccid;
import simwright.identity.Plmn;

/// A device in France with a local, a regional and a global profile, and a policy for it.
final class Examples {
  static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

  static final Candidate LOCAL =
      candidate("89330000000000000011", "PROD-FR-PARIS-2026", "208-01", "FR", Coverage.LOCAL)
          .inUse(true);
  static final Candidate REGIONAL =
      candidate("89490000000000000024", "TRAVEL-EU-STANDBY", "262-01", "EU", Coverage.REGIONAL);
  static final Candidate GLOBAL =
      candidate("89440000000000000037", "FALLBACK-WORLD-STANDBY", "234-15", "", Coverage.GLOBAL);

  static final List<Candidate> ALL = List.of(LOCAL, REGIONAL, GLOBAL);

  static final Region EUROPE =
      new Region(
          "EU",
          Map.of("FR", List.of("208"), "DE", List.of("262"), "GB", List.of("234", "235")),
          List.of(),
          RoamingRule.ASK);

  private Examples() {}

  private static Candidate candidate(
      String iccid, String name, String operator, String region, Coverage coverage) {
    Use use =
        switch (coverage) {
          case LOCAL -> Use.PRODUCTION;
          case REGIONAL -> Use.STANDBY;
          case GLOBAL -> Use.FALLBACK;
        };
    return new Candidate(
        new Iccid(iccid),
        name,
        Optional.of(Plmn.parse(operator)),
        region,
        coverage,
        use,
        true,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// With one of them in use, or none.
  static List<Candidate> using(Optional<Iccid> inUse) {
    return ALL.stream()
        .map(each -> each.inUse(inUse.filter(each.iccid()::equals).isPresent()))
        .toList();
  }

  /// A policy whose times are one step each, with so many switches in an hour and a day.
  static Policy policy(Duration step, int switches) {
    return new Policy(
        "example",
        "For tests.",
        Optional.of("208"),
        List.of(EUROPE),
        List.of(
            sign(Trigger.NO_SERVICE, step, 0, 0),
            sign(Trigger.REJECTED, Duration.ZERO, 0, 0),
            sign(Trigger.PING_LOSS, step, 50, 10),
            sign(Trigger.LATENCY, step, 1500, 800),
            sign(Trigger.QUOTA, Duration.ZERO, 1000, 1000)),
        new Holds(step, step, step, step, step, step),
        switches,
        switches,
        new Keep(2, 1, 1, 14, 1000, 100),
        rules());
  }

  /// The same policy that tries nothing again before a time.
  static Policy retrying(Policy policy, Duration retry) {
    Holds holds = policy.holds();
    return new Policy(
        policy.name(),
        policy.about(),
        policy.assumed(),
        policy.regions(),
        policy.signs(),
        new Holds(
            holds.settle(),
            holds.afterSwitch(),
            holds.switching(),
            holds.proving(),
            retry,
            holds.failBack()),
        policy.perHour(),
        policy.perDay(),
        policy.keep(),
        policy.rules());
  }

  private static Sign sign(Trigger trigger, Duration sustained, long from, long until) {
    return new Sign(trigger, sustained, Optional.of(from), Optional.of(until), List.of());
  }

  static List<Rule> rules() {
    return List.of(
        rule("local", Coverage.LOCAL, EnumSet.complementOf(EnumSet.of(Use.FALLBACK))),
        rule("regional", Coverage.REGIONAL, EnumSet.complementOf(EnumSet.of(Use.FALLBACK))),
        rule("global", Coverage.GLOBAL, EnumSet.complementOf(EnumSet.of(Use.FALLBACK))),
        new Rule(
            "last-resort",
            EnumSet.allOf(Trigger.class),
            Set.of(),
            EnumSet.allOf(Coverage.class),
            EnumSet.of(Use.FALLBACK)));
  }

  private static Rule rule(String name, Coverage coverage, Set<Use> uses) {
    return new Rule(name, EnumSet.allOf(Trigger.class), Set.of(), EnumSet.of(coverage), uses);
  }

  /// What a device tells of itself in France.
  static Situation situation(Instant at, Situation.Signs signs, Optional<Iccid> inUse) {
    return new Situation(
        at, Optional.of("208"), signs, Optional.empty(), using(inUse), Optional.empty());
  }
}
