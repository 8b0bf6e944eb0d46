package simwright.failover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.failover.policy.Policy;
import simwright.failover.policy.Trigger;

/// What was last seen of a device whose profiles are selected: when, by which policy, where it
/// stands, in which region it is ("" where the policy knows none), its profiles in the order in
/// which the policy would take them, what the policy misses, and whether it is still looked after.
public record Looked(
    String device,
    Instant at,
    String policy,
    Standing standing,
    String region,
    List<Ranked> candidates,
    List<Holes.Hole> holes,
    boolean watched) {
  public Looked {
    candidates = List.copyOf(candidates);
    holes = List.copyOf(holes);
  }

  /// By a policy, in a situation.
  public static Looked at(
      String device, Policy policy, Standing standing, Situation now, boolean watched) {
    Optional<String> here = now.country().or(standing::country).or(policy::assumed);
    Selection selection = new Selection(policy, standing.at(now.at(), here), now);
    Trigger trigger =
        standing.troubles().stream()
            .map(Standing.Trouble::trigger)
            .findFirst()
            .orElse(Trigger.NO_SERVICE);
    return new Looked(
        device,
        now.at(),
        policy.name(),
        standing,
        selection.region(),
        selection.ranked(trigger),
        new Holes(policy).on(now.candidates(), here, now.at()).holes(),
        watched);
  }

  /// The profile in use.
  public Optional<Candidate> inUse() {
    return candidates.stream().map(Ranked::candidate).filter(Candidate::enabled).findFirst();
  }
}
