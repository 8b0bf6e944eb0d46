package simwright.failover;

/// A candidate in the order in which a policy would take it: where it stands, the rule that takes
/// it ("" where none does), and in words why it stands there.
public record Ranked(Candidate candidate, Place place, String rule, String why) {
  /// Where a candidate stands.
  public enum Place {
    /// It is in use.
    IN_USE,
    /// It would be chosen now.
    NEXT,
    /// It would be chosen if none before it could be.
    LATER,
    /// It cannot be chosen now.
    REFUSED
  }
}
