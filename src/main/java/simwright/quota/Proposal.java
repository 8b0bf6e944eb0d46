package simwright.quota;

/// What should be done about a budget: which act, for what, why, and whether the device lets this
/// program do it. A proposal is never more than that: nothing was done.
public record Proposal(
    String device, TrafficClass traffic, Act act, String why, boolean possible, String how) {
  /// What is proposed.
  public enum Act {
    /// The class sends nothing for now.
    HOLD_BACK,
    /// Its media are made smaller.
    COMPRESS
  }
}
