package simwright.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import simwright.ask.Cancel;
import simwright.device.Attachment;
import simwright.fault.FaultCode;
import simwright.time.Deadline;
import simwright.time.Time;

/// One run while it is carried out: what is recorded of it so far, and who follows it.
final class RunUnderWay {
  private static final Duration SAFE = Duration.ofMinutes(3);

  private final RunOrder order;
  private final RunLog log;
  private final StepRunner runner;
  private final Time time;
  private final Instant started;
  private final List<StepRecord> records = new ArrayList<>();
  private boolean recorded = true;

  RunUnderWay(RunOrder order, RunLog log, StepRunner runner, Time time) {
    this.order = order;
    this.log = log;
    this.runner = runner;
    this.time = time;
    this.started = time.now();
  }

  void begin() {
    log.started(soFar(Safety.NONE), order.plan());
    tell("", "", 0, false);
  }

  /// Carries a phase out. After the first step that does not hold the rest is skipped, and says so;
  /// with `always` every step has its try. Whether all held.
  boolean phase(String phase, PlanPhase planned, Deadline all, Cancel cancel, boolean always) {
    Deadline deadline = all.atMost(planned.within());
    Step.Found skip = skipped("an earlier step did not hold");
    boolean good = true;
    for (Turn turn : turns(planned)) {
      StepRunner.Place place = turn.place(phase, records.isEmpty());
      if (!good && !always) {
        keep(StepRunner.skipped(turn.step(), place, skip));
      } else if (deadline.passed()) {
        keep(StepRunner.skipped(turn.step(), place, outOfTime(phase)));
        good = false;
      } else {
        good &= step(turn.step(), place, deadline, cancel).outcome().fine();
      }
    }
    return good;
  }

  /// The phase is not carried out.
  void skip(String phase, PlanPhase planned) {
    for (Turn turn : turns(planned)) {
      keep(
          StepRunner.skipped(
              turn.step(), turn.place(phase, false), skipped("the setup did not hold")));
    }
  }

  /// The steps of the safe state until one does not hold; they count for the safe state alone.
  List<StepRecord> safe(List<PlannedStep> steps, Cancel cancel, boolean record) {
    recorded = record;
    int before = records.size();
    boolean good = true;
    Deadline deadline = time.deadline(SAFE);
    for (PlannedStep planned : steps) {
      StepRunner.Place place = new StepRunner.Place(RunReader.SAFE, 1, 1, false);
      if (good) {
        good = step(planned, place, deadline, cancel).outcome().fine();
      } else {
        keep(StepRunner.skipped(planned, place, skipped("an earlier step did not hold")));
      }
    }
    List<StepRecord> tried = List.copyOf(records.subList(before, records.size()));
    records.subList(before, records.size()).clear();
    return tried;
  }

  Run finish(Safety safety) {
    Run run = soFar(safety);
    log.finished(run);
    order.watcher().accept(view(run, "", "", run.all().size(), true));
    return run;
  }

  /// The run as it stands, ended by a defect of the program.
  Run interrupt(Safety safety) {
    records.add(interrupted("", "the program could not go on"));
    Run run = soFar(safety);
    order.watcher().accept(view(run, "", "", run.all().size(), true));
    return run;
  }

  /// A record that says the program ended in the middle of a step, or between two.
  static StepRecord interrupted(String title, String words) {
    return new StepRecord(
        "",
        "",
        title.isEmpty() ? "The run" : title,
        "main",
        1,
        1,
        Outcome.INTERRUPTED,
        words,
        Optional.of(AcceptanceCodes.INTERRUPTED),
        List.of(),
        Duration.ZERO,
        simwright.transcript.TranscriptRange.NONE,
        "");
  }

  private StepRecord step(
      PlannedStep planned, StepRunner.Place place, Deadline deadline, Cancel cancel) {
    if (recorded) {
      log.begun(order.id(), place.phase(), planned, place.round(), place.rounds());
    }
    tell(place.phase(), planned.title(), records.size(), false);
    StepContext context =
        new StepContext(
            order.device(),
            planned,
            deadline.atMost(planned.within()),
            cancel,
            time,
            order.attendant(),
            List.copyOf(records));
    StepRecord record = runner.run(context, place);
    keep(record);
    return record;
  }

  private void keep(StepRecord record) {
    if (recorded) {
      log.finished(order.id(), record);
    }
    records.add(record);
    tell(record.phase(), "", records.size(), false);
  }

  private void tell(String phase, String step, int done, boolean ended) {
    order.watcher().accept(view(soFar(Safety.NONE), phase, step, done, ended));
  }

  private RunView view(Run run, String phase, String step, int done, boolean ended) {
    return new RunView(run, phase, step, done, order.plan().size(), Optional.empty(), ended);
  }

  private Run soFar(Safety safety) {
    Attachment now = order.device().view().get();
    return new Run(
        order.id(),
        order.plan().name(),
        order.plan().sha256(),
        order.device().id(),
        now.snapshot().model().value().orElse(""),
        now.hardwareProfile().orElse(""),
        now.simulated(),
        log.lab(),
        order.operator(),
        started,
        time.now(),
        List.copyOf(records),
        safety,
        Optional.empty());
  }

  private static Step.Found skipped(String why) {
    return Step.Found.failed(Outcome.SKIPPED, why, Optional.<FaultCode>empty(), Map.of());
  }

  private static Step.Found outOfTime(String phase) {
    return Step.Found.failed(
        Outcome.TIMEOUT,
        "the time of the plan or of its phase " + phase + " was over before this step",
        Optional.of(AcceptanceCodes.OUT_OF_TIME),
        Map.of());
  }

  /// A step and which time it is carried out.
  private record Turn(PlannedStep step, int round, int rounds) {
    StepRunner.Place place(String phase, boolean first) {
      return new StepRunner.Place(phase, round, rounds, first);
    }
  }

  private static List<Turn> turns(PlanPhase phase) {
    return phase.parts().stream().flatMap(RunUnderWay::turns).toList();
  }

  private static Stream<Turn> turns(PlanPart part) {
    return switch (part) {
      case PlannedStep step -> Stream.of(new Turn(step, 1, 1));
      case Repeat repeat ->
          Stream.iterate(1, round -> round <= repeat.times(), round -> round + 1)
              .flatMap(round ->
                  repeat.body().stream().map(step -> new Turn(step, round, repeat.times())));
    };
  }
}
