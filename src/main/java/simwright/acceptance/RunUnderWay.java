package simwright.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.plan.BenchResource;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.PlanPart;
import simwright.acceptance.plan.PlannedStep;
import simwright.ask.Cancel;
import simwright.device.Attachment;
import simwright.device.Snapshot;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Identifier;
import simwright.observe.Subscription;
import simwright.time.Deadline;
import simwright.time.Time;
import simwright.transcript.TranscriptRange;

/// One run while it is carried out: what is recorded of it so far, and who follows it. Branches of
/// a plan come here from threads of their own.
final class RunUnderWay {
  static final Duration LONGEST = Duration.ofDays(2);
  private static final Duration SAFE = Duration.ofMinutes(3);

  private final RunOrder order;
  private final RunLog log;
  private final StepRunner runner;
  private final ResourceLocks locks;
  private final Time time;
  private final Instant started;
  private final long begun;
  private final Conditions conditions;
  private final PromptTime prompts;
  private final List<StepRecord> records = new ArrayList<>();
  private final List<Samples> samples = new ArrayList<>();
  private final List<String> atWork = new ArrayList<>();
  private Runnable stirred = () -> {};
  private boolean recorded = true;
  private volatile boolean touched;

  RunUnderWay(RunOrder order, RunLog log, StepRunner runner, ResourceLocks locks, Time time) {
    this.order = order;
    this.log = log;
    this.runner = runner;
    this.locks = locks;
    this.time = time;
    this.started = time.now();
    this.begun = time.nanos();
    this.prompts = new PromptTime(order.attendant(), time);
    this.conditions = new Conditions(this::records, () -> order.device().view().get());
  }

  /// The run begins.
  void begin() {
    log.started(soFar(Safety.NONE), order.plan(), order.tools().orderNames(), identities());
    tell();
  }

  /// Whether a step was begun that changes the device.
  boolean touched() {
    return touched;
  }

  String id() {
    return order.id();
  }

  Time time() {
    return time;
  }

  /// Time from now on; what a person takes to answer counts where it is `strict`.
  Allowance allowance(Duration within, boolean strict) {
    return Allowance.of(time, prompts, within, strict);
  }

  /// A person's wish to stop.
  Cancel cancel() {
    return order.cancel();
  }

  Conditions conditions() {
    return conditions;
  }

  /// Calls `whenStirred` before each step that changes the device.
  void watch(Runnable whenStirred) {
    stirred = whenStirred;
  }

  synchronized List<StepRecord> records() {
    return List.copyOf(records);
  }

  /// Takes resources of the bench for a while.
  ResourceLocks.Held hold(List<String> names, Deadline deadline, Cancel cancel) {
    List<String> whose =
        names.stream()
            .map(name ->
                order.plan().resource(name).filter(BenchResource::own).isPresent()
                    ? name + " of " + order.device().id()
                    : name)
            .toList();
    return locks.take(whose, deadline, cancel);
  }

  /// Waits between two tries.
  void pause(Duration pause, Deadline deadline, Cancel cancel) {
    try (Subscription _ = cancel.watch(this::wake)) {
      synchronized (this) {
        boolean unused = time.await(this, cancel::requested, deadline.atMost(pause));
      }
    }
  }

  private synchronized void wake() {
    notifyAll();
  }

  /// Carries a step out and keeps what came of it.
  StepRecord step(PlannedStep planned, Place where, Allowance allowance, Cancel cancel) {
    Place place = tried(where);
    boolean first = records().isEmpty();
    if (recorded) {
      log.begun(order.id(), place, planned);
    }
    if (!planned.changes().isEmpty()) {
      stirred.run();
      touched |= !place.phase().equals(RunReader.SAFE);
    }
    atWork(planned.title(), true);
    StepContext context =
        new StepContext(
            order.device(),
            planned,
            allowance.deadline().atMost(planned.within()),
            allowance.answering(planned.within()),
            cancel,
            time,
            prompts,
            order.tools(),
            records(),
            begun);
    StepRecord record = runner.run(context, place, first, sinceStart(), prompts);
    atWork(planned.title(), false);
    keep(record);
    return record;
  }

  /// Keeps that a step was left out.
  void skipped(PlannedStep step, Place place, String why) {
    keep(StepRunner.skipped(step, tried(place), found(Outcome.SKIPPED, why), sinceStart()));
  }

  /// Keeps that there was no time left for a step.
  boolean outOfTime(PlannedStep step, Place place) {
    Step.Found over =
        Step.Found.failed(
            Outcome.TIMEOUT,
            "the time of the plan or of its phase " + place.phase() + " was over before this step",
            Optional.of(AcceptanceCodes.OUT_OF_TIME),
            Map.of());
    keep(StepRunner.skipped(step, tried(place), over, sinceStart()));
    return false;
  }

  /// Keeps that a group could not begin, as a resource was not to be had.
  void blocked(String title, Place where, Fault fault) {
    boolean stopped = fault.code().equals(Cancel.CANCELLED);
    keep(
        new StepRecord(
            "",
            "",
            title,
            tried(where),
            stopped ? Outcome.ABORTED : Outcome.ERROR,
            "while " + fault.doing() + " " + fault.where(),
            Optional.of(fault.code()),
            List.of(),
            sinceStart(),
            Duration.ZERO,
            TranscriptRange.NONE,
            ""));
  }

  /// The steps of the safe state until one does not hold; they count for the safe state alone.
  List<StepRecord> safe(List<PlannedStep> steps, Cancel cancel, boolean record) {
    recorded = record;
    int before = records().size();
    Duration longest = PlanPart.longest(steps);
    Allowance allowance = allowance(longest.compareTo(SAFE) > 0 ? longest : SAFE, false);
    boolean unused =
        new Walk(this, allowance, cancel, false)
            .parts(List.copyOf(steps), Place.in(RunReader.SAFE, RunReader.SAFE));
    synchronized (this) {
      List<StepRecord> tried = List.copyOf(records.subList(before, records.size()));
      records.subList(before, records.size()).clear();
      return tried;
    }
  }

  /// Keeps what was watched, and how it is judged.
  void watched(StepRecord judged, List<Samples> read) {
    for (Samples each : read) {
      log.samples(order.id(), each);
    }
    synchronized (this) {
      samples.addAll(read);
    }
    keep(judged);
  }

  /// Who the device and its card are, as far as that is known now.
  Map<String, Identifier> identities() {
    Snapshot now = order.device().view().get().snapshot();
    Map<String, Identifier> all = new LinkedHashMap<>();
    List<Optional<? extends Identifier>> known =
        List.of(now.imei().value(), now.eid().value(), now.iccid().value());
    known.forEach(each -> each.ifPresent(identity -> all.put(identity.kind(), identity)));
    return all;
  }

  Duration sinceStart() {
    return Duration.ofMillis((time.nanos() - begun) / 1_000_000);
  }

  Run finish(Safety safety) {
    Run run = soFar(safety);
    log.finished(run, identities());
    end(run);
    return run;
  }

  /// The run as it stands, ended by a defect of the program.
  Run interrupt(Safety safety) {
    synchronized (this) {
      records.add(
          interrupted(Place.in(Place.MAIN, ""), "", "the program could not go on", sinceStart()));
    }
    Run run = soFar(safety);
    end(run);
    return run;
  }

  private void end(Run run) {
    int all = run.all().size();
    order.watcher().accept(new RunView(run, "", all, order.plan().size(), Optional.empty(), true));
  }

  /// A record that says the program ended in the middle of a step, or between two.
  static StepRecord interrupted(Place place, String title, String words, Duration at) {
    return new StepRecord(
        "",
        "",
        title.isEmpty() ? "The run" : title,
        place,
        Outcome.INTERRUPTED,
        words,
        Optional.of(AcceptanceCodes.INTERRUPTED),
        List.of(),
        at,
        Duration.ZERO,
        TranscriptRange.NONE,
        "");
  }

  /// Which try of its slot it is: one more than were kept.
  private synchronized Place tried(Place place) {
    long before = records.stream().filter(each -> each.place().slot().equals(place.slot())).count();
    return place.attempt((int) before + 1);
  }

  private void keep(StepRecord record) {
    if (recorded) {
      log.finished(order.id(), record, order.tools());
    }
    synchronized (this) {
      records.add(record);
    }
    tell();
  }

  private void atWork(String title, boolean begins) {
    synchronized (this) {
      if (begins) {
        atWork.add(title);
      } else {
        atWork.remove(title);
      }
    }
    if (begins) {
      tell();
    }
  }

  private synchronized void tell() {
    RunView view =
        new RunView(
            soFar(Safety.NONE),
            String.join(", ", atWork),
            records.size(),
            order.plan().size(),
            Optional.empty(),
            false);
    order.watcher().accept(view);
  }

  private synchronized Run soFar(Safety safety) {
    return new Run(
        order.id(),
        Judged.by(order.plan()),
        subject(),
        log.lab(),
        order.operator(),
        order.header(),
        started,
        time.now(),
        List.copyOf(records),
        List.copyOf(samples),
        safety,
        Optional.empty());
  }

  /// The device as it tells of itself; of what it does not tell, as a person told of it.
  private Subject subject() {
    Attachment now = order.device().view().get();
    Optional<String> revision =
        now.snapshot().revision().value().or(() -> order.tools().told("firmware"));
    return new Subject(
        order.device().id(),
        now.snapshot().model().value().or(() -> order.tools().told("model")).orElse(""),
        revision.orElse(""),
        now.hardwareProfile().orElse(""),
        now.simulated(),
        Map.of(),
        DeviceFacts.of(now, revision));
  }

  private static Step.Found found(Outcome outcome, String why) {
    return Step.Found.failed(outcome, why, Optional.<FaultCode>empty(), Map.of());
  }
}
