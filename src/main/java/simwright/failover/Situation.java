package simwright.failover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.fault.FaultCode;
import simwright.identity.Iccid;

/// How things stand at a moment, as far as they are known; nothing is guessed: the country code of
/// the network here, what the device tells of its service, a person's wish, which is told once, the
/// profiles there are, and how many switches the card's own limit leaves.
public record Situation(
    Instant at,
    Optional<String> country,
    Signs signs,
    Optional<Wish> wish,
    List<Candidate> candidates,
    Optional<Integer> switchesLeft)
    implements News {
  public Situation {
    candidates = List.copyOf(candidates);
  }

  /// What is seen of the service: whether the device is registered, the cause with which the
  /// network rejects it, the percentage of pings that were lost, and how long they take in
  /// milliseconds.
  public record Signs(
      Optional<Boolean> registered,
      Optional<FaultCode> reject,
      Optional<Integer> pingLoss,
      Optional<Integer> latencyMillis) {
    /// Nothing is known.
    public static final Signs UNKNOWN =
        new Signs(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// It is registered, and nothing else is known.
    public static final Signs REGISTERED =
        new Signs(Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty());

    /// It is not registered, and nothing else is known.
    public static final Signs NO_SERVICE =
        new Signs(Optional.of(false), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// A person wants another profile: this one, or whichever the policy chooses.
  public record Wish(Optional<Iccid> profile) {}

  /// The profile in use.
  public Optional<Candidate> inUse() {
    return candidates.stream().filter(Candidate::enabled).findFirst();
  }

  /// A profile by its number.
  public Optional<Candidate> candidate(Iccid iccid) {
    return candidates.stream().filter(each -> each.iccid().equals(iccid)).findFirst();
  }
}
