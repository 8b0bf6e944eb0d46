package simwright.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.fault.Fault;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.time.Time;
import simwright.transcript.TranscriptRange;

/// Runs a plan on a device. Each step's result is on disk before the next step starts; teardown
/// runs whatever happened; an abort, a pulled cable or a defect of the bench ends in a recorded
/// outcome.
public final class Engine {
  private final Map<String, Step> kinds = new LinkedHashMap<>();
  private final Journal journal;
  private final Time time;

  /// With these kinds of steps.
  public Engine(List<Step> kinds, Journal journal, Time time) {
    kinds.forEach(step -> this.kinds.put(step.kind(), step));
    this.journal = journal;
    this.time = time;
  }

  /// Runs the plan; `id` names the run.
  public Run run(
      String id, Plan plan, Device device, String operator, Cancel cancel, Progress progress) {
    Instant started = time.now();
    var unused =
        journal.append(
            new Event.RunPart(
                id,
                "run.started",
                Map.of("plan", plan.name(), "sha256", plan.sha256(), "device", device.id())));
    List<StepRecord> records = new ArrayList<>();
    int total = plan.setup().size() + plan.main().size() + plan.teardown().size();
    boolean good =
        phase(id, "setup", plan.setup(), device, cancel, progress, records, total, false);
    boolean unusedMain =
        phase(id, "main", plan.main(), device, cancel, progress, records, total, !good);
    boolean torn =
        phase(
            id, "teardown", plan.teardown(), device, new Cancel(), progress, records, total, false);
    Attachment now = device.view().get();
    Run run =
        new Run(
            id,
            plan.name(),
            plan.sha256(),
            device.id(),
            now.snapshot().model().value().orElse(""),
            now.hardwareProfile().orElse(""),
            now.simulated(),
            operator,
            started,
            time.now(),
            List.copyOf(records));
    var unusedToo =
        journal.append(
            new Event.RunPart(
                id,
                "run.finished",
                Map.of(
                    "outcome",
                    run.outcome().key(),
                    "teardown",
                    torn,
                    "simulated",
                    run.simulated())));
    return run;
  }

  /// After the first step that fails the rest of the phase is skipped, and says so.
  private boolean phase(
      String id,
      String phase,
      List<PlannedStep> steps,
      Device device,
      Cancel cancel,
      Progress progress,
      List<StepRecord> records,
      int total,
      boolean skip) {
    boolean good = !skip;
    for (PlannedStep step : steps) {
      progress.at(step.title(), records.size(), total);
      StepRecord record = good ? step(phase, step, device, cancel) : skipped(phase, step);
      var unused = journal.append(new Event.RunPart(id, "step.finished", content(record)));
      records.add(record);
      boolean fine = record.outcome().compareTo(Outcome.INCONCLUSIVE) <= 0;
      good &= fine || phase.equals("teardown");
    }
    return good;
  }

  private StepRecord step(String phase, PlannedStep planned, Device device, Cancel cancel) {
    long start = time.nanos();
    long from = device.position();
    Step.Found found;
    try {
      cancel.check("running a plan", device.id());
      Step kind = Optional.ofNullable(kinds.get(planned.kind())).orElseThrow();
      found =
          kind.run(
              new StepContext(
                  device, planned.with(), time.deadline(planned.within()), cancel, time));
    } catch (Fault fault) {
      Outcome ended = fault.code().equals(Cancel.CANCELLED) ? Outcome.ABORTED : Outcome.ERROR;
      found = Step.Found.failed(ended, fault.doing(), Optional.of(fault.code()), Map.of());
    }
    Map<String, Double> values = found.values();
    boolean skipped = found.ended() == Outcome.SKIPPED;
    List<Measured> measured =
        skipped
            ? List.of()
            : planned.limits().stream()
                .map(limit -> new Measured(limit, Optional.ofNullable(values.get(limit.name()))))
                .toList();
    return new StepRecord(
        planned.kind(),
        planned.title(),
        phase,
        found.ended(),
        found.words(),
        found.code(),
        measured,
        Duration.ofNanos(time.nanos() - start),
        device.since(from));
  }

  private static StepRecord skipped(String phase, PlannedStep planned) {
    return new StepRecord(
        planned.kind(),
        planned.title(),
        phase,
        Outcome.SKIPPED,
        "an earlier step failed",
        Optional.empty(),
        List.of(),
        Duration.ZERO,
        TranscriptRange.NONE);
  }

  private static Map<String, Object> content(StepRecord record) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("step", record.title());
    content.put("phase", record.phase());
    content.put("outcome", record.outcome().key());
    content.put("words", record.words());
    content.put("code", record.code().map(Object::toString).orElse(""));
    content.put(
        "measured",
        record.measured().stream()
            .map(m ->
                Map.<String, Object>of(
                    "name", m.limit().name(),
                    "value", m.value().map(v -> Double.toString(v)).orElse(""),
                    "unit", m.limit().unit(),
                    "limits", m.limit().words(),
                    "outcome", m.outcome().key()))
            .toList());
    content.put("transcript", record.range().file());
    content.put("from", record.range().from());
    content.put("to", record.range().to());
    return content;
  }
}
