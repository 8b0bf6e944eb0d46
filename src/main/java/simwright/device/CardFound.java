package simwright.device;

import java.util.List;
import java.util.Optional;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.tlv.Octets;

/// What a probe found out of a card in a reader: how it spoke, the ICCID of the profile in use, the
/// application that holds its profiles, what was tried to reach it, and its EID.
record CardFound(
    CardKind kind,
    String protocol,
    Octets atr,
    Optional<Iccid> iccid,
    Optional<Octets> isdR,
    List<String> tried,
    Optional<Eid> eid) {}
