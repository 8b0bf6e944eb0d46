package simwright.ui.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.observe.Observable;
import simwright.transcript.TranscriptLine;
import simwright.transcript.TranscriptRange;
import simwright.ui.part.State;

/// What the acceptance screen needs of plans, runs and their evidence.
public interface AcceptanceSource {
  /// The plans there are.
  List<Plan> plans();

  /// How long a plan takes when all is well; empty before it passed once. Reads the log.
  Optional<Duration> usual(String plan);

  /// A person's own plans that cannot be used, and why. Reads files.
  List<Fault> refused();

  /// Runs a plan on a device as a job.
  Job<?> run(String plan, String device);

  /// Of each device the run under way or the last one of this session; they grow step by step.
  Observable<List<Run>> current();

  /// The runs in the log, newest first; those of earlier sessions among them. Reads the log.
  List<Result> results();

  /// A run put together again from the log. Reads the log.
  Run recorded(String run);

  /// The lines of the transcript that a range names.
  List<TranscriptLine> bytes(TranscriptRange range);

  /// Writes the report of a run as a file for a person to keep and says where it lies.
  String report(String run, Form form);

  /// The forms a report has.
  enum Form {
    /// A page to read and print.
    HTML("html"),
    /// For programs.
    JSON("json"),
    /// For build servers.
    JUNIT("xml");

    private final String ending;

    Form(String ending) {
      this.ending = ending;
    }

    /// The ending of its files.
    public String ending() {
      return ending;
    }
  }

  /// A plan: its id, what it is called and proves, how many steps.
  record Plan(String id, String title, String about, int steps) {
    @Override
    public String toString() {
      return title;
    }
  }

  /// A run as it stands: the verdict is empty while it is under way; `outcome` is the verdict's own
  /// word, `why` the reason in words, `byHand` what a person must do where the safe state could not
  /// be reached ("" else).
  record Run(
      String id,
      String plan,
      String device,
      boolean simulated,
      Instant started,
      Optional<State> verdict,
      String outcome,
      String why,
      String byHand,
      Progress progress,
      List<Step> steps) {}

  /// How far a run is: the step at work ("" between steps), how many of all are done, and about how
  /// long it will still take.
  record Progress(String step, int done, int total, Optional<Duration> left) {
    /// All is done.
    public static final Progress OVER = new Progress("", 0, 0, Optional.empty());
  }

  /// A run in the history; no verdict while it is under way.
  record Result(
      String id,
      String plan,
      String device,
      boolean simulated,
      String operator,
      Instant started,
      Optional<Duration> took,
      Optional<State> verdict,
      String outcome,
      String why) {}

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
