package simwright.at.command;

import java.util.Optional;
import simwright.fault.FaultCode;

/// Network registration in one domain (3GPP TS 27.007 clauses 7.2, 10.1.20, 10.1.22, 10.1.47).
public record Registration(
    Domain domain,
    int stat,
    State state,
    Optional<String> technology,
    Optional<String> area,
    Optional<String> cell,
    Optional<FaultCode> cause) {
  /// Which registration command tells it.
  public enum Domain {
    /// Circuit switched, +CREG.
    CS,
    /// GPRS, +CGREG.
    PS,
    /// EPS, +CEREG.
    EPS,
    /// 5GS, +C5GREG.
    FIVE_GS
  }

  /// What the number means to a person.
  public enum State {
    /// In the home network.
    HOME,
    /// In a visited network.
    ROAMING,
    /// Searching for a network.
    SEARCHING,
    /// Refused by the network.
    DENIED,
    /// Not registered and not searching.
    OFF,
    /// Emergency calls only.
    EMERGENCY,
    /// Out of coverage, or a value nobody knows.
    UNKNOWN;

    /// Whether service is there.
    public boolean registered() {
      return this == HOME || this == ROAMING;
    }
  }
}
