package simwright.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.fault.FaultCode;
import simwright.journal.Journal;
import simwright.transcript.TranscriptRange;

/// Writes runs into a log as the engine would, for tests of what many runs say together.
public final class RecordedRuns {
  private static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");

  private static final Plan PLAN =
      Plans.read(
          "name: attach\ntitle: Attach\nmain:\n  - {kind: sim, title: Card}\n",
          "attach.yaml",
          Steps.all());

  private final RunLog log;
  private int number;

  public RecordedRuns(Journal journal) {
    this.log = new RunLog(journal);
  }

  /// What differs between runs; the usual one is of a real device.
  public record Kind(
      String plan,
      String device,
      String model,
      String firmware,
      String operator,
      String bench,
      String network,
      boolean simulated) {
    public static final Kind USUAL =
        new Kind("attach", "usb:1", "EC25", "A01", "Ines", "bench 1", "Orange F", false);

    public Kind device(String other) {
      return new Kind(plan, other, model, firmware, operator, bench, network, simulated);
    }

    public Kind firmware(String other) {
      return new Kind(plan, device, model, other, operator, bench, network, simulated);
    }

    public Kind operator(String other) {
      return new Kind(plan, device, model, firmware, other, bench, network, simulated);
    }

    public Kind bench(String other) {
      return new Kind(plan, device, model, firmware, operator, other, network, simulated);
    }

    public Kind network(String other) {
      return new Kind(plan, device, model, firmware, operator, bench, other, simulated);
    }

    public Kind plan(String other) {
      return new Kind(other, device, model, firmware, operator, bench, network, simulated);
    }

    public Kind onBench() {
      return new Kind(plan, device, model, firmware, operator, bench, network, true);
    }
  }

  /// A run whose one step was tried so often, with these outcomes and this signal.
  public Run run(Kind kind, double rsrp, Outcome... tries) {
    List<StepRecord> steps = new ArrayList<>();
    for (Outcome each : tries) {
      steps.add(step("attach", "attach", each, steps.size() + 1, "rsrp", "dBm", rsrp));
    }
    return keep(kind, steps);
  }

  /// A run with a download that passed, on a card that held so many profiles.
  public Run download(Kind kind, int profiles) {
    return keep(
        kind,
        List.of(
            step("load", "profile-download", Outcome.PASS, 1, "profiles", "profiles", profiles)));
  }

  /// A run that passed, and whose safe state's step ended so.
  public Run left(Kind kind, Outcome safe) {
    StepRecord main = step("attach", "attach", Outcome.PASS, 1, "rsrp", "dBm", -90);
    StepRecord last =
        new StepRecord(
            "radio-on",
            "functionality",
            "The radio is on",
            Place.in(RunReader.SAFE, "safe-state/0"),
            safe,
            "so",
            Optional.empty(),
            List.of(),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            TranscriptRange.NONE,
            "");
    return keep(kind, List.of(main, last));
  }

  /// A drill with a round for each time to the first good payload, in seconds; one that is not a
  /// number came to none.
  public Run drill(Kind kind, double... payloads) {
    List<StepRecord> steps = new ArrayList<>();
    for (double each : payloads) {
      steps.add(
          Double.isNaN(each)
              ? step("over", "failover", Outcome.FAIL, 1, "tries", "switches", 1)
              : step("over", "failover", Outcome.PASS, 1, "payload", "s", each));
    }
    return keep(kind, steps);
  }

  private Run keep(Kind kind, List<StepRecord> steps) {
    number++;
    Instant started = FIRST.plus(Duration.ofMinutes(number));
    Run run =
        new Run(
            "r" + number,
            new Judged(kind.plan(), "ab".repeat(32), "field", "3", "cd".repeat(32)),
            new Subject(
                kind.device(),
                kind.model(),
                kind.firmware(),
                "quectel-ec2x",
                kind.simulated(),
                Map.of(),
                Map.of(Subject.NETWORK, kind.network(), "bands", "LTE 1 3 7")),
            false,
            kind.operator(),
            new RunHeader("Orange", "T-" + number, "", "", "Paris", "", "", kind.bench(), ""),
            started,
            started.plusSeconds(9),
            steps,
            List.of(),
            Safety.NONE,
            Optional.empty());
    log.started(run, PLAN, List.of(), Map.of());
    steps.forEach(step -> log.finished(run.id(), step));
    log.finished(run, Map.of());
    return run;
  }

  private static StepRecord step(
      String id, String kind, Outcome ended, int attempt, String name, String unit, double value) {
    Limit limit =
        name.equals("rsrp")
            ? new Limit(name, unit, Optional.of(-140.0), Optional.empty(), 0)
            : Limit.none(name, unit);
    return new StepRecord(
        id,
        kind,
        "A step",
        new Place("main", "", "main/0", 1, 1, attempt),
        ended,
        "so",
        ended == Outcome.FAIL ? Optional.of(new FaultCode("emm", "15")) : Optional.empty(),
        List.of(new Measured(limit, Optional.of(value))),
        Duration.ofSeconds(attempt),
        Duration.ofSeconds(1),
        TranscriptRange.NONE,
        "");
  }
}
