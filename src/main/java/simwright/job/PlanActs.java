package simwright.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import simwright.acceptance.Engine;
import simwright.acceptance.Plan;
import simwright.acceptance.PlanSchema;
import simwright.acceptance.Plans;
import simwright.acceptance.Run;
import simwright.acceptance.RunHistory;
import simwright.acceptance.RunOrder;
import simwright.acceptance.RunSummary;
import simwright.acceptance.RunView;
import simwright.acceptance.Step;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.audit.Book;
import simwright.device.Device;
import simwright.device.DeviceSet;
import simwright.fault.Fault;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.time.Time;

/// Runs acceptance plans on devices, tells how they stand, and finds the runs that stand in the
/// log.
public final class PlanActs {
  private final Jobs jobs;
  private final DeviceSet devices;
  private final Book book;
  private final RunHistory history;
  private final Path ownPlans;
  private final Engine engine;
  private final List<Step> kinds = Steps.all();
  private final Value<List<Run>> runs = new Value<>(List.of());
  private final Value<List<RunView>> live = new Value<>(List.of());

  /// With these devices and this log; `transcripts` and `ownPlans` are folders.
  public PlanActs(
      Jobs jobs,
      DeviceSet devices,
      Book book,
      RunHistory history,
      Path transcripts,
      Path ownPlans,
      Time time) {
    this.jobs = jobs;
    this.devices = devices;
    this.book = book;
    this.history = history;
    this.ownPlans = ownPlans;
    this.engine = new Engine(kinds, book, transcripts, time);
  }

  /// The plans there are, a person's own among them.
  public List<Plan> plans() {
    return read().all();
  }

  /// The own plans that cannot be used, with file, line and reason.
  public List<Fault> refused() {
    return read().refused();
  }

  /// The kinds of steps that plans are made of.
  public static List<Step> everyKind() {
    return Steps.all();
  }

  /// The published JSON schema of plans.
  public static String schema() {
    return PlanSchema.text();
  }

  /// Reads a plan file without a bench; throws `acceptance/broken-plan` with line and reason.
  public static Plan read(Path file) {
    return Plans.file(file, Steps.all());
  }

  /// The plan of a name, or of a file whose name ends in `.yaml` or `.yml`.
  public Plan plan(String nameOrFile) {
    String lower = nameOrFile.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml")
        ? Plans.file(Path.of(nameOrFile), kinds)
        : read().named(nameOrFile);
  }

  /// The finished runs of this session, newest first.
  public Observable<List<Run>> runs() {
    return runs;
  }

  /// The runs under way: they grow step by step and leave the list at their end.
  public Observable<List<RunView>> live() {
    return live;
  }

  /// The runs that stand in the log, newest first.
  public List<RunSummary> history(int most) {
    return history.newest(most);
  }

  /// The last run on a device that ended and had a safe state to leave it in.
  public Optional<RunSummary> left(String device) {
    return history.left(device);
  }

  /// A run put together again from the log; throws `acceptance/no-run`.
  public Run recorded(String run) {
    return history.run(run);
  }

  /// How long a plan takes when all is well; empty before it passed once.
  public Optional<Duration> usual(String plan) {
    return history.usual(plan);
  }

  /// Records the end of runs whose program was gone before theirs; those that were ended now.
  public List<RunSummary> recover() {
    List<RunSummary> ended = history.recover();
    if (!ended.isEmpty()) {
      book.checkpoint();
    }
    return ended;
  }

  /// Runs a plan, by its name or file, on a device; the log is signed at the run's end. A run that
  /// cannot begin is recorded too. Follow it step by step in `live`, and its stage in the job.
  public Job<Run> run(String plan, String device, String operator, Attendant attendant) {
    return jobs.start(
        new JobRequest("acceptance.run", device, Map.of("plan", plan)),
        attendant,
        context -> carryOut(new Wish(plan, device, operator, OptionalInt.empty()), context));
  }

  /// The same with everything that the plan repeats carried out `times` times, 1 to 1000.
  public Job<Run> run(String plan, int times, String device, String operator, Attendant attendant) {
    return jobs.start(
        new JobRequest("acceptance.run", device, Map.of("plan", plan, "times", times)),
        attendant,
        context -> carryOut(new Wish(plan, device, operator, OptionalInt.of(times)), context));
  }

  /// What a person wants to be run; `times` where they say how often what is repeated is.
  private record Wish(String plan, String device, String operator, OptionalInt times) {}

  private Plan chosen(Wish wish) {
    Plan plan = plan(wish.plan());
    return wish.times().isPresent() ? plan.repeated(wish.times().getAsInt()) : plan;
  }

  private Run carryOut(Wish wish, JobContext context) {
    Plan chosen;
    Device target;
    try {
      chosen = chosen(wish);
      target = devices.device(wish.device());
    } catch (Fault refused) {
      String why =
          refused.code() + " " + refused.where() + " " + refused.evidence().orElse("").strip();
      keep(engine.refuse(context.id(), wish.plan(), wish.device(), wish.operator(), why.strip()));
      throw refused;
    }
    Optional<Duration> usual = wish.times().isPresent() ? Optional.empty() : usual(chosen.name());
    try {
      Run run =
          engine.run(
              new RunOrder(
                  context.id(),
                  chosen,
                  target,
                  wish.operator(),
                  context.attendant(),
                  context.cancel(),
                  view -> show(view.within(left(view, usual)), context)));
      keep(run);
      return run;
    } finally {
      var unused = live.update(old -> without(old, context.id()));
    }
  }

  private void show(RunView view, JobContext context) {
    context.progress().at(view.step(), view.done(), view.total());
    var unused =
        live.update(old -> {
          List<RunView> next = new ArrayList<>(without(old, view.run().id()));
          if (!view.ended()) {
            next.add(view);
          }
          return List.copyOf(next);
        });
  }

  /// From how long the plan took before; from the steps done so far where it never passed.
  private static Optional<Duration> left(RunView view, Optional<Duration> usual) {
    Duration so = Duration.between(view.run().started(), view.run().ended());
    Optional<Duration> all =
        usual.or(() ->
            view.done() > 0
                ? Optional.of(so.multipliedBy(view.total()).dividedBy(view.done()))
                : Optional.empty());
    return all.map(whole -> whole.minus(so)).map(left -> left.isNegative() ? Duration.ZERO : left);
  }

  private static List<RunView> without(List<RunView> all, String id) {
    return all.stream().filter(each -> !each.run().id().equals(id)).toList();
  }

  private void keep(Run run) {
    book.checkpoint();
    var unused =
        runs.update(old -> {
          List<Run> next = new ArrayList<>(List.of(run));
          next.addAll(old);
          return List.copyOf(next);
        });
  }

  private Plans read() {
    return Plans.with(ownPlans, kinds);
  }
}
