package simwright.failover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.failover.policy.Policy;

/// Decides which profile a device is to use: a pure function of a policy, of where it stands and of
/// what is told, without a clock. What it decides is carried out elsewhere, and what came of that
/// is told to it in turn.
public final class Machine {
  private final Policy policy;

  /// By this policy.
  public Machine(Policy policy) {
    this.policy = policy;
  }

  /// The policy.
  public Policy policy() {
    return policy;
  }

  /// What a piece of news leads to.
  public Decision next(Standing before, News news) {
    return switch (news) {
      case Situation situation -> seen(before, situation);
      case Outcome outcome -> new Aftermath(policy, before, outcome).decision();
    };
  }

  private Decision seen(Standing before, Situation now) {
    Optional<String> here = now.country().or(before::country).or(policy::assumed);
    Standing standing = before.at(now.at(), here);
    Course course = new Course(policy, before, standing, now);
    return switch (standing.state()) {
      case STEADY, FAILED_OVER, SUSPECT, HELD, NO_WAY -> course.serving();
      case DECIDED, FAILING_BACK, SWITCHING -> course.switching();
      case PROVING -> course.proving();
    };
  }

  /// Decides from a list of news, one after the other, and gives all decisions.
  public List<Decision> run(Standing start, List<? extends News> news) {
    List<Decision> all = new ArrayList<>();
    Standing standing = start;
    for (News each : news) {
      Decision decision = next(standing, each);
      all.add(decision);
      standing = decision.after();
    }
    return List.copyOf(all);
  }

  /// Where a device stands before anything was told of it.
  public static Standing start(Instant at) {
    return Standing.fresh(at);
  }

  /// The same of one that was last known in this country.
  public static Standing start(Instant at, Optional<String> country) {
    return Standing.fresh(at).at(at, country);
  }
}
