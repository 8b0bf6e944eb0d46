package simwright.ui.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import simwright.job.Job;
import simwright.observe.Observable;
import simwright.transcript.TranscriptLine;
import simwright.transcript.TranscriptRange;
import simwright.ui.part.State;

/// What the acceptance screen needs of plans, runs and their evidence.
public interface AcceptanceSource {
  /// The plans there are.
  List<Plan> plans();

  /// Runs a plan on a device as a job.
  Job<?> run(String plan, String device);

  /// The run under way or the last one of this session; it grows step by step.
  Observable<Optional<Run>> current();

  /// The finished runs, newest first.
  Observable<List<Run>> results();

  /// The lines of the transcript that a range names.
  List<TranscriptLine> bytes(TranscriptRange range);

  /// Writes the report of a run as a file for a person to keep and says where it lies.
  String report(String run);

  /// A plan: its id, what it is called and proves, how many steps, how long it usually takes.
  record Plan(String id, String title, String about, int steps, Duration usual) {
    @Override
    public String toString() {
      return title;
    }
  }

  /// A run as it stands: the verdict is empty while it is under way; `outcome` is the verdict's own
  /// word, `why` the reason in words.
  record Run(
      String id,
      String plan,
      String device,
      boolean simulated,
      Instant started,
      Optional<State> verdict,
      String outcome,
      String why,
      List<Step> steps) {}

  /// A step of a run, with its measurements and the bytes it exchanged.
  record Step(
      String title,
      State state,
      String words,
      Duration took,
      List<Measurement> measurements,
      TranscriptRange range) {}

  /// A measurement: its name, the value as text with unit, the number and limits where there are
  /// any, and the bytes that produced it.
  record Measurement(
      String name,
      String value,
      OptionalDouble number,
      OptionalDouble least,
      OptionalDouble most,
      String limits,
      State state,
      TranscriptRange range) {}
}
