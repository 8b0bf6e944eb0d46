package simwright.failover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.failover.policy.Trigger;

/// What the machine made of a piece of news: the inputs, the rule that fired, the reason in words,
/// the profile chosen, the others with why each was not, and what is to be done.
public record Decision(
    Instant at,
    Standing before,
    Standing after,
    News input,
    Optional<Trigger> trigger,
    String rule,
    String words,
    Optional<Candidate> chosen,
    List<Passed> passed,
    Effect effect) {
  public Decision {
    passed = List.copyOf(passed);
  }

  /// A profile that was not chosen, and why.
  public record Passed(Candidate candidate, String why) {}

  /// What is to be done.
  public sealed interface Effect {
    /// Nothing.
    record Nothing() implements Effect {}

    /// Switch to a profile, after a person was asked where `consent` says so.
    record Switch(Candidate to, Consent consent) implements Effect {}
  }

  /// What stands between a decision and a profile that roams.
  public enum Consent {
    /// It does not roam.
    NOT_NEEDED,
    /// A person is to be asked.
    ASK,
    /// The policy agrees for them.
    AGREED
  }

  /// Whether anything is different after it.
  public boolean changed() {
    return before.state() != after.state() || !(effect instanceof Effect.Nothing);
  }
}
