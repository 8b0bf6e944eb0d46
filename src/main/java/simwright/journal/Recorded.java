package simwright.journal;

import java.time.Instant;

/// An event as it stands in the book: its number from 1, when, by whom, its kind, and the canonical
/// line that is hashed.
public record Recorded(long seq, Instant at, String actor, String kind, String line) {}
