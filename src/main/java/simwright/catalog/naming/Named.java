package simwright.catalog.naming;

import java.util.Optional;
import java.util.OptionalInt;
import simwright.catalog.Use;

/// What a name says: the use, the region, the place or "", and the year of expiry, or that the
/// profile is staged.
public record Named(
    Optional<Use> use, String region, String place, OptionalInt year, boolean standby) {}
