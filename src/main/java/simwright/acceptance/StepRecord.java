package simwright.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import simwright.fault.FaultCode;
import simwright.transcript.TranscriptRange;

/// A finished step: how it ended by itself, its measurements, the code of what went wrong, and the
/// bytes behind it with their SHA-256 ("" when there are none). `round` of `rounds` counts from 1.
public record StepRecord(
    String id,
    String kind,
    String title,
    String phase,
    int round,
    int rounds,
    Outcome ended,
    String words,
    Optional<FaultCode> code,
    List<Measured> measured,
    Duration took,
    TranscriptRange range,
    String sha256) {
  /// How it ended, and what it measured; a measurement that was not taken counts only where all
  /// else is well.
  public Outcome outcome() {
    Outcome taken =
        Outcome.worst(
            measured.stream()
                .filter(each -> each.value().isPresent())
                .map(Measured::outcome)
                .toList());
    Outcome found = Outcome.worst(List.of(ended, taken));
    boolean missing = measured.stream().anyMatch(each -> each.value().isEmpty());
    return ended == Outcome.SKIPPED
        ? Outcome.SKIPPED
        : missing && found.fine() ? Outcome.INCONCLUSIVE : found;
  }

  /// The title with the round where there are several.
  public String name() {
    return rounds > 1 ? title + " " + round + "/" + rounds : title;
  }
}
