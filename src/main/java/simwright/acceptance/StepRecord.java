package simwright.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.fault.FaultCode;
import simwright.transcript.TranscriptRange;

/// A finished step: how it ended by itself, its measurements, the code of what went wrong, and the
/// bytes behind it.
public record StepRecord(
    String kind,
    String title,
    String phase,
    Outcome ended,
    String words,
    Optional<FaultCode> code,
    List<Measured> measured,
    Duration took,
    TranscriptRange range) {
  /// The worst of how it ended and what it measured.
  public Outcome outcome() {
    List<Outcome> all = new ArrayList<>(List.of(ended));
    measured.forEach(each -> all.add(each.outcome()));
    return Outcome.worst(all);
  }
}
