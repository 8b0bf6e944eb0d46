package simwright.failover;

import java.time.Instant;
import java.util.Optional;
import simwright.identity.Iccid;

/// What came of a decided switch.
public sealed interface Outcome extends News {
  /// It was begun: from now on the card may have changed.
  record Begun(Instant at) implements Outcome {}

  /// The chosen profile is in use.
  record Switched(Instant at) implements Outcome {}

  /// It failed, or was taken back; why, in words, and what is in use now as the card says.
  record Failed(Instant at, String why, Optional<Iccid> inUse) implements Outcome {}

  /// A person did not agree to it; nothing was switched.
  record Refused(Instant at, String why) implements Outcome {}

  /// After a crash nobody knows how far it came: what is in use as the card says.
  record Found(Instant at, Optional<Iccid> inUse) implements Outcome {}
}
