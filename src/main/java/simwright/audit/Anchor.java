package simwright.audit;

/// What a paper in somebody's hand says of the log: so many records, and the hash of the last line
/// then.
public record Anchor(long size, String head) {}
