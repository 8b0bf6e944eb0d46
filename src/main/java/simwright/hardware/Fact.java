package simwright.hardware;

/// Where a profile says something and how well it is known: its place such as `commands.iccid`, the
/// evidence, and the keys of the sources (explained in the profile's head), "" where none is named.
public record Fact(String place, Evidence evidence, String source) {}
