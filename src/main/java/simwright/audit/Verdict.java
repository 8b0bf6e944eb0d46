package simwright.audit;

import java.util.List;

/// What verifying the log found: sound, or what is wrong, first things first. `firstBad` is the
/// number of the first record that is not as it was written; 0 when no single record is to blame.
public record Verdict(
    long records, String head, long checkpoints, long firstBad, List<String> findings) {
  /// Whether nothing is wrong.
  public boolean sound() {
    return findings.isEmpty();
  }
}
