package simwright.failover;

import java.time.Instant;
import java.util.Optional;
import simwright.catalog.Coverage;
import simwright.catalog.Use;
import simwright.identity.Iccid;
import simwright.identity.Plmn;

/// A profile that could be used: its operator, the region it is for ("" where that is unknown), how
/// far it holds, whether it is on the card and in use, when it ends, how many bytes it has left,
/// and why it must not be used at all.
public record Candidate(
    Iccid iccid,
    String name,
    Optional<Plmn> operator,
    String region,
    Coverage coverage,
    Use use,
    boolean installed,
    boolean enabled,
    Optional<Instant> expires,
    Optional<Long> bytesLeft,
    Optional<String> barred) {
  /// Whether it waits on the card to take over.
  public boolean staged() {
    return installed && !enabled;
  }

  /// The same with so many bytes left.
  public Candidate with(Optional<Long> left) {
    return new Candidate(
        iccid, name, operator, region, coverage, use, installed, enabled, expires, left, barred);
  }

  /// The same, in use or not.
  public Candidate inUse(boolean now) {
    return new Candidate(
        iccid, name, operator, region, coverage, use, installed, now, expires, bytesLeft, barred);
  }
}
