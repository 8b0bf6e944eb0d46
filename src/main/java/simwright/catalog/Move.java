package simwright.catalog;

import java.time.Instant;

/// A step in the life of a profile: from where to where, when, by whom, and why. The first has no
/// state before it ("").
public record Move(Instant at, String actor, String from, String to, String why) {}
