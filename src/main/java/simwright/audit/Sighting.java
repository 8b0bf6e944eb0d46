package simwright.audit;

import java.time.Instant;
import java.util.Optional;
import simwright.identity.Identifier.Check;

/// One identity in one device: `value` in clear where it is still kept, `device` and `model` as
/// they were named, first and last time, and how often it was read.
public record Sighting(
    String kind,
    String pseudonym,
    Optional<String> value,
    Check check,
    String device,
    String model,
    boolean simulated,
    Instant first,
    Instant last,
    long times) {}
