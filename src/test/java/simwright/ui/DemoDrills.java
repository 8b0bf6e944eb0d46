package simwright.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import simwright.acceptance.Judged;
import simwright.acceptance.Measured;
import simwright.acceptance.Place;
import simwright.acceptance.Run;
import simwright.acceptance.RunHeader;
import simwright.acceptance.RunView;
import simwright.acceptance.Safety;
import simwright.acceptance.StepRecord;
import simwright.acceptance.Subject;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.job.Job;
import simwright.job.JobRequest;
import simwright.job.PlanActs;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.transcript.TranscriptRange;
import simwright.ui.failover.DrillSource;

/// The drills that ship, with made-up runs of them.
public final class DemoDrills implements DrillSource {
  private static final List<Plan> DRILLS =
      Plans.shipped(Steps.all()).all().stream().filter(Plan::drill).toList();

  public final Value<List<RunView>> live = new Value<>(List.of());
  public final List<Run> runs = new ArrayList<>();

  private final DemoParts demo;

  DemoDrills(DemoParts demo) {
    this.demo = demo;
  }

  /// A run of so many rounds, newest first among the others.
  public Run ran(String drill, int rounds, double slower) {
    Run run = run("r" + (runs.size() + 1), drill, rounds, slower);
    runs.addFirst(run);
    return run;
  }

  /// The same, under way.
  public void running(String drill, int rounds) {
    Run run = run("live", drill, rounds, 0);
    live.set(
        List.of(
            new RunView(
                run, "The device finds another way", rounds * 6, 180, Optional.empty(), false)));
  }

  private Run run(String id, String drill, int rounds, double slower) {
    Plan plan = DRILLS.stream().filter(each -> each.name().equals(drill)).findFirst().orElseThrow();
    Instant at = demo.time.now().minus(Duration.ofHours(24L - runs.size()));
    return new Run(
        id,
        Judged.by(plan),
        new Subject("ec25", "Quectel EC25", "EC25EFAR06A01M4G", "quectel-ec25", true, Map.of()),
        false,
        "ines",
        RunHeader.NONE,
        at,
        at.plusSeconds(rounds * 90L),
        IntStream.range(0, rounds).mapToObj(i -> round(i, slower)).toList(),
        List.of(),
        new Safety(Safety.State.VERIFIED, "as before", "look", List.of()),
        Optional.empty());
  }

  private static StepRecord round(int number, double slower) {
    double payload = 38 + number % 7 * 4.5 + (number == 11 ? 70 : 0) + slower;
    return new StepRecord(
        "over",
        "failover",
        "The device finds another way",
        new Place("main", "", "main/0/" + number, number + 1, 1, 1),
        payload > 180 ? Outcome.FAIL : Outcome.PASS,
        "PROD-FR-PARIS-2026 is left for TRAVEL-EU-STANDBY",
        Optional.empty(),
        List.of(
            taken("payload", "s", Optional.of(180.0), payload),
            taken("repeated", "requests", Optional.empty(), 2),
            taken("lost", "requests", Optional.of(0.0), 0),
            taken("transport", "sessions", Optional.empty(), 1),
            taken("resumed", "sessions", Optional.empty(), 1),
            taken("tries", "switches", Optional.of(1.0), 1)),
        Duration.ofSeconds(number * 90L),
        Duration.ofSeconds(60),
        TranscriptRange.NONE,
        "");
  }

  private static Measured taken(String name, String unit, Optional<Double> most, double value) {
    return new Measured(new Limit(name, unit, Optional.empty(), most, 0), Optional.of(value));
  }

  /// What a full screen shows.
  public void fill() {
    Run unused = ran("local-outage", 5, 20);
    Run alsoUnused = ran("local-outage", 30, 0);
  }

  @Override
  public List<Plan> drills() {
    return DRILLS;
  }

  @Override
  public Job<Run> drill(String device, PlanActs.Wish wish) {
    demo.asked.add("drill " + wish.plan() + " " + device + " " + wish.times().orElse(0));
    return demo.jobs.start(
        JobRequest.of("acceptance.run", device), Attendant.absent(), _ -> ran(wish.plan(), 3, 0));
  }

  @Override
  public Observable<List<RunView>> live() {
    return live;
  }

  @Override
  public void cancel(String run) {
    demo.asked.add("cancel " + run);
  }

  @Override
  public List<Run> history(String drill, int most) {
    demo.reading.run();
    return runs.stream().filter(each -> each.plan().equals(drill)).limit(most).toList();
  }
}
