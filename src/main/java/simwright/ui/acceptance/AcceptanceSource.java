package simwright.ui.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import simwright.acceptance.RunHeader;
import simwright.acceptance.Samples;
import simwright.ask.Attendant;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.JobView;
import simwright.observe.Observable;
import simwright.transcript.TranscriptLine;
import simwright.transcript.TranscriptRange;
import simwright.ui.part.State;

/// What the acceptance screen needs of plans, runs and their evidence.
public interface AcceptanceSource {
  /// The act of a job that runs a plan.
  String RUN = "acceptance.run";

  /// The plans there are.
  List<Plan> plans();

  /// How long a plan takes when all is well; empty before it passed once. Reads the log.
  Optional<Duration> usual(String plan);

  /// A person's own plans that cannot be used, and why. Reads files.
  List<Fault> refused();

  /// Runs a plan on a device as a job; `attendant` answers what it asks.
  Job<?> run(Wish wish, Attendant attendant);

  /// A name for runs that are started together.
  String batch();

  /// The jobs at work; the id of a run's job is the run's.
  Observable<List<JobView>> jobs();

  /// Asks a run to stop; again to escalate.
  void abort(String run);

  /// What keeps plans from running on a device. Reads the log.
  Optional<Unsafe> unsafe(String device);

  /// Sees to a device that was left unsafe; `done` is what a person has done by hand, which counts
  /// where the safe state cannot be verified.
  Job<?> resolve(String device, String done);

  /// Opens a device.
  Job<?> connect(String device);

  /// Puts a device on the bench that no tool can drive, and says its id; throws where that is no
  /// name.
  String addByHand(String name);

  /// Takes such a device off the bench.
  void takeAway(String device);

  /// Takes a released port back.
  Job<?> takeBack(String device);

  /// Who runs plans now; their name stands in the records.
  Observable<String> operator();

  /// Of each device the run under way or the last one of this session; they grow step by step.
  Observable<List<Run>> current();

  /// A run put together again from the log. Reads the log.
  Run recorded(String run);

  /// The lines of the transcript that a range names.
  List<TranscriptLine> bytes(TranscriptRange range);

  /// Writes the report of a run as a file for a person to keep, and says where it lies.
  Job<String> report(String run, Form form);

  /// The forms a report has.
  enum Form {
    /// A page to read and print.
    HTML("html"),
    /// The same as PDF.
    PDF("pdf"),
    /// A page that witnesses the verdict, as PDF.
    CERTIFICATE("certificate.pdf"),
    /// A label of 62 mm, as PDF.
    LABEL("label.pdf"),
    /// For programs.
    JSON("json"),
    /// For tables.
    CSV("csv"),
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

  /// What is to be run on which device, for whom and where.
  record Wish(String plan, String device, RunHeader header) {}

  /// A device that a run left unsafe: which run of which plan, and what a person does by hand.
  record Unsafe(String run, String plan, String byHand) {}

  /// A plan: its id, what it is called and proves, how many steps, what a person does by hand where
  /// its safe state is not reached ("" where it has none), and whether it needs a link to the
  /// device, which one that is tested by hand does not have.
  record Plan(String id, String title, String about, int steps, String byHand, boolean needsLink) {
    @Override
    public String toString() {
      return title;
    }
  }

  /// A run as it stands: the verdict is empty while it is under way; `outcome` is the verdict's own
  /// word, `why` the reason in words, `byHand` what a person must do where the safe state could not
  /// be reached ("" else); `header` says for whom and where, `samples` what was read meanwhile.
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
      RunHeader header,
      Progress progress,
      List<Step> steps,
      List<Samples> samples) {}

  /// How far a run is: the step at work ("" between steps), how many of all are done, and about how
  /// long it will still take.
  record Progress(String step, int done, int total, Optional<Duration> left) {
    /// All is done.
    public static final Progress OVER = new Progress("", 0, 0, Optional.empty());
  }

  /// A step of a run: when it began, counted from the run's start, how long it took, its
  /// measurements and the bytes it exchanged.
  record Step(
      String title,
      State state,
      String words,
      Duration at,
      Duration took,
      List<Measurement> measurements,
      TranscriptRange range) {}

  /// A measurement: its name, the value as text with unit, the number and limits where there are
  /// any, how near a limit is marginal, and the bytes that produced it.
  record Measurement(
      String name,
      String value,
      OptionalDouble number,
      OptionalDouble least,
      OptionalDouble most,
      double marginal,
      String limits,
      State state,
      TranscriptRange range) {}
}
