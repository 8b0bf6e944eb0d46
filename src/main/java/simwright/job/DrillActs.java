package simwright.job;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import simwright.acceptance.DrillTime.Occurrence;
import simwright.acceptance.Run;
import simwright.acceptance.RunHeader;
import simwright.ask.Attendant;
import simwright.fault.Fault;
import simwright.job.DrillSchedule.Fate;
import simwright.time.Time;

/// Drills by the calendar: entered, taken out, run when they are due, each time once, and those
/// that nobody ran in their window told as missed. Each of it stands in the log.
public final class DrillActs {
  /// How far back is looked for times that nobody ran.
  private static final int LAST_DAYS = 35;

  private static final Duration LONGEST = Duration.ofHours(12);

  private final Jobs jobs;
  private final PlanActs plans;
  private final DrillSchedule schedule;
  private final Function<String, String> device;
  private final Time time;

  /// In this data folder; `device` gives the id behind a link.
  public DrillActs(
      Jobs jobs, PlanActs plans, Path data, Function<String, String> device, Time time) {
    this.jobs = jobs;
    this.plans = plans;
    this.schedule = new DrillSchedule(data);
    this.device = device;
    this.time = time;
  }

  /// What became of a time: `begun` and no end written, `ended` with run and verdict, `missed`, or
  /// `due`.
  public record Told(Occurrence time, String state, String run, String verdict) {}

  /// A scheduled drill with its next time and what became of those so far, newest first.
  public record Standing(ScheduledDrill drill, Optional<Occurrence> next, List<Told> past) {
    public Standing {
      past = List.copyOf(past);
    }

    /// How many nobody ran.
    public long missed() {
      return past.stream().filter(each -> each.state().equals(Fate.MISSED)).count();
    }
  }

  /// A time that is to be run now.
  public record Due(ScheduledDrill drill, Occurrence time) {}

  /// The published schema of the file.
  public static String schema() {
    return DrillSchedule.SCHEMA.text();
  }

  /// Enters a drill, or changes that of its name; throws where it is no drill.
  public Job<ScheduledDrill> add(ScheduledDrill drill, Attendant attendant) {
    if (!plans.plan(drill.drill()).drill()) {
      throw new Fault(JobCodes.NO_DRILL, "scheduling a drill", drill.drill());
    }
    return jobs.start(
        new JobRequest("drill.schedule-added", drill.device(), drill.node()),
        attendant,
        _ -> {
          schedule.put(drill);
          return drill;
        });
  }

  /// Takes one out; false where there is none.
  public Job<Boolean> remove(String name, Attendant attendant) {
    return jobs.start(
        new JobRequest("drill.schedule-removed", "", Map.of("name", name)),
        attendant,
        _ -> schedule.remove(name));
  }

  /// How all stand now.
  public List<Standing> standing() {
    Instant now = time.now();
    return schedule.all().stream().map(each -> standing(each, now)).toList();
  }

  private Standing standing(ScheduledDrill drill, Instant now) {
    List<Told> past = new ArrayList<>();
    for (Occurrence each : drill.time().begun(now, LAST_DAYS).reversed()) {
      Optional<Fate> fate = schedule.fate(drill, each);
      past.add(
          fate.map(known -> new Told(each, known.state(), known.run(), known.verdict()))
              .orElseGet(() -> new Told(each, each.over(now) ? Fate.MISSED : "due", "", "")));
    }
    return new Standing(drill, drill.time().next(now), past);
  }

  /// The times that are to be run now; those that are too late are taken down as missed.
  public List<Due> due() {
    Instant now = time.now();
    List<Due> all = new ArrayList<>();
    for (ScheduledDrill drill : schedule.all()) {
      for (Occurrence each : drill.time().begun(now, LAST_DAYS)) {
        if (schedule.fate(drill, each).isEmpty()) {
          if (each.due(now)) {
            all.add(new Due(drill, each));
          } else {
            missed(drill, each, now);
          }
        }
      }
    }
    return List.copyOf(all);
  }

  private void missed(ScheduledDrill drill, Occurrence each, Instant now) {
    if (schedule.claim(drill, each, new Fate(Fate.MISSED, now, "", ""))) {
      Job<Boolean> unused =
          jobs.start(
              new JobRequest("drill.missed", drill.device(), with(drill, each)),
              Attendant.absent(),
              _ -> true);
    }
  }

  private static Map<String, Object> with(ScheduledDrill drill, Occurrence each) {
    return Map.of("name", drill.name(), "drill", drill.drill(), "time", each.at().toString());
  }

  /// Runs one, with nobody there to answer; empty where another program has taken it.
  public Optional<Job<Run>> run(Due due, String operator) {
    Fate begun = new Fate(Fate.BEGUN, time.now(), "", "");
    if (!schedule.claim(due.drill(), due.time(), begun)) {
      return Optional.empty();
    }
    String id = device.apply(due.drill().device());
    Job<Run> job =
        jobs.start(
            new JobRequest("drill.scheduled", id, with(due.drill(), due.time())),
            Attendant.absent(),
            context -> carriedOut(due, id, operator, context));
    return Optional.of(job);
  }

  private Run carriedOut(Due due, String id, String operator, JobContext context) {
    PlanActs.Wish wish =
        new PlanActs.Wish(
            due.drill().drill(), due.drill().rounds(), Optional.empty(), RunHeader.NONE, Map.of());
    Job<Run> job = plans.run(wish, id, operator, Attendant.absent());
    ended(due, job.id(), Fate.BEGUN, "");
    try (var _ = context.cancel().watch(job::cancel)) {
      Run run = job.await(time.deadline(LONGEST)).orElseThrow();
      ended(due, run.id(), Fate.ENDED, run.outcome().key());
      return run;
    } catch (Fault refused) {
      ended(due, job.id(), Fate.ENDED, "error");
      throw refused;
    }
  }

  private void ended(Due due, String run, String state, String verdict) {
    schedule.became(due.drill(), due.time(), new Fate(state, time.now(), run, verdict));
  }
}
