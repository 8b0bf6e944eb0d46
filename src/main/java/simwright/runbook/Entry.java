package simwright.runbook;

import simwright.fault.FaultCode;

/// What the runbook says of a code: what happened, what it means, what state the device is in, what
/// to do, who has to act (tech, issuer, device, net, tool), and whether trying again helps (no,
/// later, after fix, check first).
public record Entry(
    FaultCode code,
    String title,
    String meaning,
    String state,
    String next,
    String owner,
    String retry) {
  /// The same words under another code.
  Entry under(FaultCode other) {
    return new Entry(other, title, meaning, state, next, owner, retry);
  }

  /// The same with another state.
  Entry withState(String other) {
    return new Entry(code, title, meaning, other, next, owner, retry);
  }
}
