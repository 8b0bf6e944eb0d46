package simwright.failover;

import java.util.List;
import java.util.Optional;

/// What came of looking after a device for a while: the decisions that changed something, where it
/// stands, the profile in use, and what the card told of a switch whose end nobody had written.
public record FailoverWatch(
    List<Decision> decisions,
    Standing standing,
    Optional<String> inUse,
    Optional<String> reconciled) {
  public FailoverWatch {
    decisions = List.copyOf(decisions);
  }

  /// Whether a profile serves at the end.
  public boolean serves() {
    return standing.state() == State.STEADY || standing.state() == State.FAILED_OVER;
  }
}
