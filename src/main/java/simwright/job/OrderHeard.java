package simwright.job;

import java.time.Instant;
import java.util.Optional;
import simwright.identity.Eid;
import simwright.identity.Iccid;

/// What an SM-DP+ told of a download: the profile, its card and kind, the point in words, whether
/// it was passed, with which code not, when, and the object identifier of the server.
public record OrderHeard(
    Iccid iccid,
    Optional<Eid> eid,
    String profileType,
    String point,
    boolean passed,
    String code,
    Instant at,
    String server) {}
