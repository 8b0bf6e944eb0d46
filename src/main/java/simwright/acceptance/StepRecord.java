package simwright.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import simwright.acceptance.plan.Outcome;
import simwright.fault.FaultCode;
import simwright.transcript.TranscriptRange;

/// A finished step: where it stands, how it ended by itself, its measurements, the code of what
/// went wrong, when it began (counted from the run's start), how long it took, the bytes behind it
/// with their SHA-256 ("" when there are none), and what a person attached to it.
public record StepRecord(
    String id,
    String kind,
    String title,
    Place place,
    Outcome ended,
    String words,
    Optional<FaultCode> code,
    List<Measured> measured,
    Duration at,
    Duration took,
    TranscriptRange range,
    String sha256,
    List<Attached> attached) {
  /// One that nothing was attached to.
  public StepRecord(
      String id,
      String kind,
      String title,
      Place place,
      Outcome ended,
      String words,
      Optional<FaultCode> code,
      List<Measured> measured,
      Duration at,
      Duration took,
      TranscriptRange range,
      String sha256) {
    this(id, kind, title, place, ended, words, code, measured, at, took, range, sha256, List.of());
  }

  /// The phase it belongs to.
  public String phase() {
    return place.phase();
  }

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

  /// The title with the round where there are several, and with the try after the first.
  public String name() {
    String round = place.rounds() > 1 ? " " + place.round() + "/" + place.rounds() : "";
    return title + round + (place.attempt() > 1 ? " (try " + place.attempt() + ")" : "");
  }

  /// The same under other limits.
  StepRecord with(List<Measured> other) {
    return new StepRecord(
        id, kind, title, place, ended, words, code, other, at, took, range, sha256, attached);
  }
}
