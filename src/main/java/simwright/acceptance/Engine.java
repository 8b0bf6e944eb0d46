package simwright.acceptance;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.SafeState;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.journal.Journal;
import simwright.observe.Subscription;
import simwright.time.Time;

/// Runs a plan on a device. Each step's result is on disk before the next step starts; teardown
/// runs whatever happened, then the declared safe state is brought about and verified; an abort, a
/// time-out, a pulled cable or a defect of the bench ends in a recorded outcome. Runs on several
/// devices share nothing but the bench's resources.
public final class Engine {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final Map<String, Step> kinds = new LinkedHashMap<>();
  private final RunLog log;
  private final Path transcripts;
  private final ResourceLocks locks;
  private final Time time;

  /// With these kinds of steps; transcripts lie in `transcripts`.
  public Engine(List<Step> kinds, Journal journal, Path transcripts, Time time) {
    kinds.forEach(step -> this.kinds.put(step.kind(), step));
    this.log = new RunLog(journal);
    this.transcripts = transcripts;
    this.locks = new ResourceLocks(time);
    this.time = time;
  }

  /// Carries it out. A person's first wish to stop ends setup and main, the second the teardown
  /// too, the third leaves the safe state to them.
  public Run run(RunOrder order) {
    RunUnderWay run = underWay(order);
    run.begin();
    boolean complete = false;
    try {
      phases(run, order);
      Safety safety = safety(run, order, run.touched(), true);
      Run finished = run.finish(safety);
      complete = true;
      return finished;
    } finally {
      if (!complete) {
        abandon(run, order);
      }
    }
  }

  /// Records a run that could not begin, and why.
  public Run refuse(
      String id, Judged judged, String device, String operator, RunHeader header, String why) {
    Instant now = time.now();
    Run run =
        new Run(
            id,
            judged,
            Subject.of(device),
            log.lab(),
            operator,
            header,
            now,
            now,
            List.of(),
            List.of(),
            Safety.NONE,
            Optional.of(why));
    log.finished(run, Map.of());
    return run;
  }

  /// Brings about and verifies the safe state that an ended run did not reach; what was tried and
  /// what came of it is recorded with that run. `order` names it by its id.
  public Safety makeSafe(RunOrder order) {
    Safety safety = safety(underWay(order), order, true, true).later();
    log.safe(order.id(), order.device().id(), safety.state(), "", "");
    return safety;
  }

  private RunUnderWay underWay(RunOrder order) {
    StepRunner runner = new StepRunner(kinds, transcripts, time);
    return new RunUnderWay(order, log, runner, locks, time);
  }

  private void phases(RunUnderWay run, RunOrder order) {
    Plan plan = order.plan();
    Allowance all = run.allowance(plan.within(), plan.limited());
    StepRunner runner = new StepRunner(kinds, transcripts, time);
    try (Watching _ = Watching.begin(run, order.device(), runner, plan.monitors())) {
      boolean ready =
          walk(run, all.part(plan.setup().within()), order.cancel(), false)
              .parts(plan.setup().parts(), Place.in("setup", "setup"));
      Walk main = walk(run, all.part(plan.main().within()), order.cancel(), false);
      Place place = Place.in(Place.MAIN, Place.MAIN);
      if (ready) {
        boolean unused = main.parts(plan.main().parts(), place);
      } else {
        main.skip(plan.main().parts(), place, "the setup did not hold");
      }
    }
    Cancel second = new Cancel();
    try (Subscription _ = Escalation.from(order.cancel(), 2, second)) {
      boolean torn =
          walk(run, run.allowance(plan.teardown().within(), false), second, true)
              .parts(plan.teardown().parts(), Place.in("teardown", "teardown"));
      if (!torn) {
        LOG.warn("teardown of run {} did not hold", order.id());
      }
    }
  }

  private static Walk walk(RunUnderWay run, Allowance time, Cancel cancel, boolean always) {
    return new Walk(run, time, cancel, always);
  }

  /// Brings the safe state about and verifies it; where that fails and something was changed, a
  /// person is told what to do.
  private Safety safety(RunUnderWay run, RunOrder order, boolean touched, boolean recorded) {
    Optional<SafeState> declared = order.plan().safe();
    if (declared.isEmpty()) {
      return Safety.NONE;
    }
    Cancel third = new Cancel();
    try (Subscription _ = Escalation.from(order.cancel(), 3, third)) {
      List<StepRecord> tried = run.safe(declared.get().steps(), third, recorded);
      Optional<StepRecord> failed =
          Run.last(tried).stream().filter(each -> !each.outcome().fine()).findFirst();
      Safety.State state =
          failed.isEmpty()
              ? Safety.State.VERIFIED
              : touched ? Safety.State.UNSAFE : Safety.State.UNTOUCHED;
      Safety safety = new Safety(state, declared.get().title(), declared.get().byHand(), tried);
      if (recorded && safety.unsafe()) {
        failed.ifPresent(each ->
            log.unsafe(order.id(), order.device().id(), safety, each.name() + ": " + each.words()));
      }
      return safety;
    }
  }

  /// The run cannot go on, because the log cannot be written or the program has a defect: the bench
  /// is still put into its safe state, and what can be recorded is.
  private void abandon(RunUnderWay run, RunOrder order) {
    try {
      Safety safety = safety(run, order, run.touched(), false);
      Run interrupted = run.interrupt(safety);
      log.finished(order.id(), interrupted.steps().getLast());
      if (safety.unsafe()) {
        log.unsafe(order.id(), order.device().id(), safety, interrupted.reason());
      }
      log.finished(interrupted, run.identities());
    } catch (Fault unrecorded) {
      LOG.error("the end of run {} could not be recorded: {}", order.id(), unrecorded.code());
    }
  }
}
