package simwright.device;

import java.util.List;
import java.util.Optional;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.identity.Imsi;
import simwright.tlv.Octets;

/// What a probe found out of a card: what holds it and what it told, the ICCID and IMSI of the
/// profile in use, the application that holds its profiles, what was tried to reach it, its EID,
/// and whether it said that no profile is enabled.
record CardFound(
    CardKind kind,
    String holder,
    String told,
    Optional<Iccid> iccid,
    Reading<Imsi> imsi,
    Optional<Octets> isdR,
    List<String> tried,
    Optional<Eid> eid,
    boolean idle) {
  /// The same of a card that turned out to be of another kind.
  CardFound of(CardKind other) {
    return new CardFound(other, holder, told, iccid, imsi, isdR, tried, eid, idle);
  }
}
