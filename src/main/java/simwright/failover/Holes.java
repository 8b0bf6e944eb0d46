package simwright.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.catalog.Use;
import simwright.failover.policy.Keep;
import simwright.failover.policy.Policy;
import simwright.failover.policy.Region;
import simwright.fault.FaultCode;

/// What a policy wants to be there and is not: profiles that may be used where a device is, one of
/// them staged beside the one in use, a fallback, each with a term that does not end soon. A
/// fallback is the last resort and no standby.
public final class Holes {
  /// Fewer profiles may be used than the policy wants.
  public static final FaultCode TOO_FEW = new FaultCode("failover", "too-few-profiles");

  /// No profile is staged beside the one in use.
  public static final FaultCode NO_STANDBY = new FaultCode("failover", "no-standby");

  /// No fallback is there.
  public static final FaultCode NO_FALLBACK = new FaultCode("failover", "no-fallback");

  /// A profile that is counted on ends soon.
  public static final FaultCode ENDS_SOON = new FaultCode("failover", "ends-soon");

  /// An operator is not authorised where a profile of it is.
  public static final FaultCode NOT_AUTHORISED = new FaultCode("failover", "not-authorised");

  private final Policy policy;

  /// By this policy.
  public Holes(Policy policy) {
    this.policy = policy;
  }

  /// What may be missing.
  public enum Kind {
    /// Fewer profiles may be used than the policy wants.
    VIABLE,
    /// No profile is staged beside the one in use.
    STAGED,
    /// No fallback is there.
    FALLBACK,
    /// A profile that is counted on ends soon.
    EXPIRING,
    /// A profile is there whose operator the policy does not authorise here.
    UNAUTHORISED;

    /// As records spell it.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// What the runbook tells about it.
    public FaultCode code() {
      return switch (this) {
        case VIABLE -> TOO_FEW;
        case STAGED -> NO_STANDBY;
        case FALLBACK -> NO_FALLBACK;
        case EXPIRING -> ENDS_SOON;
        case UNAUTHORISED -> NOT_AUTHORISED;
      };
    }
  }

  /// A hole: where, what is missing, in words.
  public record Hole(String region, Kind kind, String words) {}

  /// What was found for a card: the profiles that may be used, and the holes.
  public record Found(String region, List<Candidate> viable, List<Hole> holes) {
    public Found {
      viable = List.copyOf(viable);
      holes = List.copyOf(holes);
    }

    /// All holes in words; "" where there is none.
    public String words() {
      return String.join("; ", holes.stream().map(Hole::words).toList());
    }
  }

  /// On a card with these profiles, in a country by its mobile country code (that of the policy
  /// where nobody knows it), at a time.
  public Found on(List<Candidate> card, Optional<String> country, Instant at) {
    Optional<String> here = country.or(policy::assumed);
    Situation now =
        new Situation(at, here, Situation.Signs.UNKNOWN, Optional.empty(), card, Optional.empty());
    Selection selection = new Selection(policy, Standing.fresh(at).at(at, here), now);
    String region =
        here.flatMap(policy::region)
            .map(Region::name)
            .orElse("a country that the policy does not know");
    List<Candidate> viable = card.stream().filter(each -> selection.unfit(each).isEmpty()).toList();
    List<Hole> holes = new ArrayList<>();
    missing(region, viable, holes);
    for (Candidate each : viable) {
      if (each.expires().filter(end -> end.isBefore(at.plus(soon()))).isPresent()) {
        holes.add(
            new Hole(
                region,
                Kind.EXPIRING,
                each.name() + " ends on " + each.expires().get().toString().substring(0, 10)));
      }
    }
    Optional<Region> known = here.flatMap(policy::region);
    for (Candidate each : card) {
      if (each.installed()
          && known.filter(there -> !there.authorises(each.operator())).isPresent()) {
        holes.add(
            new Hole(
                region,
                Kind.UNAUTHORISED,
                "the operator of " + each.name() + " is not authorised in " + region));
      }
    }
    return new Found(region, viable, holes);
  }

  private Duration soon() {
    return Duration.ofDays(policy.keep().days());
  }

  private void missing(String region, List<Candidate> viable, List<Hole> holes) {
    Keep keep = policy.keep();
    if (viable.size() < keep.viable()) {
      holes.add(
          new Hole(
              region,
              Kind.VIABLE,
              "in "
                  + region
                  + " the policy wants "
                  + keep.viable()
                  + " profiles that may be used, and there "
                  + (viable.size() == 1 ? "is 1" : "are " + viable.size())
                  + (viable.isEmpty() ? "" : " (" + names(viable) + ")")));
    }
    long staged =
        viable.stream().filter(each -> each.staged() && each.use() != Use.FALLBACK).count();
    if (staged < keep.staged()) {
      holes.add(
          new Hole(
              region,
              Kind.STAGED,
              "in "
                  + region
                  + " no standby is staged: "
                  + keep.staged()
                  + " wanted, "
                  + staged
                  + " there"));
    }
    long fallback = viable.stream().filter(each -> each.use() == Use.FALLBACK).count();
    if (fallback < keep.fallback()) {
      holes.add(
          new Hole(
              region,
              Kind.FALLBACK,
              "in "
                  + region
                  + " no fallback is there: "
                  + keep.fallback()
                  + " wanted, "
                  + fallback
                  + " there"));
    }
  }

  private static String names(List<Candidate> all) {
    return String.join(", ", all.stream().map(Candidate::name).toList());
  }
}
