package simwright.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.PlannedStep;
import simwright.ask.Cancel;
import simwright.device.Device;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.Time;
import simwright.transcript.TranscriptRange;

/// Carries out one step and tells what came of it; nothing a device or link does escapes as a
/// fault.
final class StepRunner {
  private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

  private final Map<String, Step> kinds;
  private final Path transcripts;
  private final Time time;

  StepRunner(Map<String, Step> kinds, Path transcripts, Time time) {
    this.kinds = kinds;
    this.transcripts = transcripts;
    this.time = time;
  }

  /// Carries it out; `first` where it is the first of the run, `begun` from the run's start;
  /// `prompts` is the time that a person took to answer.
  StepRecord run(
      StepContext context, Place place, boolean first, Duration begun, PromptTime prompts) {
    Duration allowed = context.deadline().left();
    Duration before = prompts.waited();
    Device device = context.device();
    long start = time.nanos();
    long from = device.position();
    String file = device.since(from).file();
    Kept kept = kept(found(context));
    Step.Found found = kept.found();
    Duration took = Duration.ofMillis((time.nanos() - start) / 1_000_000);
    TranscriptRange said = device.since(from);
    TranscriptRange range = said.file().equals(file) ? said : device.since(0);
    boolean nothing = range.to() <= range.from();
    boolean neverBegan = first && nothing && found.ended() == Outcome.ERROR;
    Duration own = took.minus(prompts.waited().minus(before));
    Step.Found judged =
        late(
            neverBegan ? ended(found, Outcome.NOT_STARTED) : found,
            own,
            own.compareTo(allowed) > 0);
    Step.Found checked = declared(context.planned(), judged);
    return new StepRecord(
        context.planned().id(),
        context.planned().kind(),
        context.planned().title(),
        place,
        checked.ended(),
        checked.words(),
        checked.code(),
        measured(context.planned(), checked.values()),
        begun,
        took,
        nothing ? TranscriptRange.NONE : range,
        nothing ? "" : sha256(range),
        kept.attached());
  }

  /// What a step found, and what was attached to it.
  private record Kept(Step.Found found, List<Attached> attached) {}

  /// What was handed over is on disk before the record names it.
  private Kept kept(Step.Found found) {
    try {
      return new Kept(
          found, found.handed().stream().map(Attachments.beside(transcripts)::keep).toList());
    } catch (Fault lost) {
      return new Kept(
          Step.Found.failed(
              Outcome.ERROR,
              "while " + lost.doing() + ": " + lost.evidence().orElse(""),
              Optional.of(lost.code()),
              Map.of()),
          List.of());
    }
  }

  /// A step that is not carried out; what it should have measured is shown as not taken.
  static StepRecord skipped(PlannedStep planned, Place place, Step.Found why, Duration begun) {
    return new StepRecord(
        planned.id(),
        planned.kind(),
        planned.title(),
        place,
        why.ended(),
        why.words(),
        why.code(),
        measured(planned, Map.of()),
        begun,
        Duration.ZERO,
        TranscriptRange.NONE,
        "");
  }

  private Step.Found found(StepContext context) {
    try {
      context.cancel().check("running a plan", context.device().id());
      Step kind = Optional.ofNullable(kinds.get(context.planned().kind())).orElseThrow();
      return unanswered(context, kind.run(context));
    } catch (Fault fault) {
      boolean stopped = fault.code().equals(Cancel.CANCELLED);
      return Step.Found.failed(
          stopped ? Outcome.ABORTED : ends(context, fault.code()),
          stopped ? "a person stopped it while " + fault.doing() : "while " + fault.doing(),
          Optional.of(fault.code()),
          Map.of());
    }
  }

  private static Outcome ends(StepContext context, FaultCode code) {
    return Silence.ends(code, context.device().isOpen(), context.deadline().passed());
  }

  /// No answer is no refusal, whichever step tells of it.
  private static Step.Found unanswered(StepContext context, Step.Found found) {
    boolean failed = found.ended() == Outcome.FAIL || found.ended() == Outcome.ERROR;
    return failed && found.code().filter(Silence::is).isPresent()
        ? ended(found, ends(context, found.code().orElseThrow()))
        : found;
  }

  /// A step that holds only after its time is over did not hold within it; waiting for a person
  /// does not count.
  private static Step.Found late(Step.Found found, Duration took, boolean over) {
    if (!over || found.ended() != Outcome.PASS) {
      return found;
    }
    return Step.Found.failed(
        Outcome.TIMEOUT,
        "it took " + took.toMillis() / 1000.0 + " s, longer than it may: " + found.words(),
        Optional.of(AcceptanceCodes.TOO_LATE),
        found.values());
  }

  /// A kind that takes what the plan does not declare is a defect of plan or program, not of the
  /// device.
  private static Step.Found declared(PlannedStep planned, Step.Found found) {
    List<String> more =
        found.values().keySet().stream().filter(name -> !planned.declares(name)).sorted().toList();
    return more.isEmpty()
        ? found
        : Step.Found.failed(
            Outcome.ERROR,
            "it took measurements that the plan does not declare: " + String.join(", ", more),
            Optional.of(AcceptanceCodes.UNDECLARED),
            found.values());
  }

  private static Step.Found ended(Step.Found found, Outcome outcome) {
    return Step.Found.failed(outcome, found.words(), found.code(), found.values());
  }

  private static List<Measured> measured(PlannedStep planned, Map<String, Double> values) {
    return planned.limits().stream()
        .map(limit -> new Measured(limit, Optional.ofNullable(values.get(limit.name()))))
        .toList();
  }

  /// The SHA-256 of bytes; "" when they cannot be read.
  String sha256(TranscriptRange range) {
    try {
      return range.sha256(transcripts);
    } catch (Fault unreadable) {
      LOG.warn("the transcript of a step has no hash: {}", unreadable.code());
      return "";
    }
  }
}
