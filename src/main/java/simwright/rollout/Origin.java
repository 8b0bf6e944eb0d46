package simwright.rollout;

import java.time.Instant;

/// Where an entry of the registry came from that was not made from this log: the installation it
/// names, the SHA-256 of the file, who took it in and when.
public record Origin(String installation, String fileSha256, String by, Instant at) {}
