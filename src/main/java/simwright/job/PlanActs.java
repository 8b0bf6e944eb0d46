package simwright.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Attachments;
import simwright.acceptance.Engine;
import simwright.acceptance.Judged;
import simwright.acceptance.OrderWork;
import simwright.acceptance.Run;
import simwright.acceptance.RunHeader;
import simwright.acceptance.RunHistory;
import simwright.acceptance.RunOrder;
import simwright.acceptance.RunSummary;
import simwright.acceptance.RunTools;
import simwright.acceptance.RunView;
import simwright.acceptance.Safety;
import simwright.acceptance.Step;
import simwright.acceptance.TestOrder;
import simwright.acceptance.TimeLeft;
import simwright.acceptance.plan.LimitSet;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.PlanSchema;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.ask.Question;
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
  private static final Duration PERSON = Duration.ofMinutes(10);

  private final Jobs jobs;
  private final DeviceSet devices;
  private final PlanCards cards;
  private final Book book;
  private final RunHistory history;
  private final Path ownPlans;
  private final Attachments attachments;
  private final Engine engine;
  private final Time time;
  private final List<Step> kinds = Steps.all();
  private final Value<List<Run>> runs = new Value<>(List.of());
  private final Value<List<RunView>> live = new Value<>(List.of());

  /// Where transcripts lie, and a person's own plans.
  public record Folders(Path transcripts, Path ownPlans) {}

  /// With these devices, their cards and this log.
  public PlanActs(
      Jobs jobs,
      DeviceSet devices,
      PlanCards cards,
      Book book,
      RunHistory history,
      Folders folders,
      Time time) {
    this.jobs = jobs;
    this.devices = devices;
    this.cards = cards;
    this.book = book;
    this.history = history;
    this.ownPlans = folders.ownPlans();
    this.attachments = Attachments.beside(folders.transcripts());
    this.time = time;
    this.engine = new Engine(kinds, book, folders.transcripts(), time);
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
    return PlanSchema.PLAN.text();
  }

  /// The published JSON schema of limits.
  public static String limitSchema() {
    return PlanSchema.LIMITS.text();
  }

  /// Reads a plan file without a bench; throws `acceptance/broken-plan` with line and reason.
  public static Plan read(Path file) {
    return Plans.file(file, Steps.all());
  }

  /// Reads limits from a file; throws `acceptance/broken-plan` with line and reason.
  public static LimitSet limits(Path file) {
    return Plans.limits(file);
  }

  /// How far an eSIM profile and a physical SIM may be apart, as it ships.
  public static LimitSet parityDifferences() {
    return Plans.parity();
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

  /// What people attached to steps.
  public Attachments attachments() {
    return attachments;
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

  /// What a person wants to be run: a plan by its name or file; `times` where they say how often
  /// what it repeats is carried out, 1 to 1000; `limits` where it is judged by others than its own;
  /// for whom and where; `orders` are those that may be used up, by device or EID.
  public record Wish(
      String plan,
      OptionalInt times,
      Optional<LimitSet> limits,
      RunHeader header,
      Map<String, List<TestOrder>> orders) {
    /// A plan as it is.
    public static Wish of(String plan) {
      return new Wish(plan, OptionalInt.empty(), Optional.empty(), RunHeader.NONE, Map.of());
    }

    /// The same as one of a batch.
    public Wish together(String batch) {
      return new Wish(plan, times, limits, header.in(batch), orders);
    }
  }

  /// Runs a plan on a device; the log is signed at the run's end. A run that cannot begin is
  /// recorded too. Follow it step by step in `live`, and its stage in the job.
  public Job<Run> run(Wish wish, String device, String operator, Attendant attendant) {
    Map<String, Object> with = new LinkedHashMap<>(wish.header().said());
    with.put("plan", wish.plan());
    wish.times().ifPresent(times -> with.put("times", times));
    wish.limits().ifPresent(limits -> with.put("limits", limits.words()));
    return jobs.start(
        new JobRequest("acceptance.run", device, with),
        attendant,
        context -> carryOut(wish, device, operator, context));
  }

  /// Sees to a device that a run left unsafe: brings the safe state about and verifies it; where
  /// that fails, a person types that they have done it by hand. False where they have not.
  public Job<Boolean> resolve(String device, String person, Attendant attendant) {
    return jobs.start(
        JobRequest.of("acceptance.resolve", device),
        attendant,
        context -> {
          Optional<RunSummary> left = history.left(device).filter(PlanActs::unsafe);
          boolean safe =
              left.isEmpty()
                  || verified(left.get(), devices.device(device), context)
                  || byHand(left.get(), person, context);
          book.checkpoint();
          return safe;
        });
  }

  /// The same where a person says at once what they have done by hand: it is taken down where the
  /// safe state cannot be verified.
  public Job<Boolean> resolve(String device, String person, String done) {
    return jobs.start(
        new JobRequest("acceptance.resolve", device, Map.of("done", done)),
        Attendant.absent(),
        context -> {
          Optional<RunSummary> left = history.left(device).filter(PlanActs::unsafe);
          if (left.isPresent() && !verified(left.get(), devices.device(device), context)) {
            history.resolve(left.get(), person, "done by hand: " + done);
          }
          book.checkpoint();
          return true;
        });
  }

  /// Whether a device stands as a killed program left it, in the middle of a run.
  public boolean cutShort(String device) {
    return history.left(device).filter(PlanActs::unsafe).filter(PlanActs::cut).isPresent();
  }

  /// Judges a run of the log by other limits; both verdicts stand. Throws
  /// `acceptance/unfit-limits`, and takes nothing down, where the run does not have what they
  /// limit.
  public Job<Run> rejudge(String run, LimitSet limits, String person, Attendant attendant) {
    Run again = history.run(run).under(limits);
    return jobs.start(
        new JobRequest("acceptance.rejudge", "", Map.of("run", run, "limits", limits.words())),
        attendant,
        _ -> {
          history.rejudged(again, person);
          book.checkpoint();
          return again;
        });
  }

  /// A name for runs that are started together.
  public String batch() {
    return "b" + Long.toString(time.now().toEpochMilli(), 36);
  }

  /// Whether a plan can be run on a device that no tool can drive.
  public boolean byHand(Plan plan) {
    return new NeededLink(kinds).none(plan);
  }

  /// The plan that a wish means, judged and repeated as it says.
  public Plan chosen(Wish wish) {
    Plan plan = plan(wish.plan());
    Plan judged = wish.limits().map(limits -> Plans.under(plan, limits, kinds)).orElse(plan);
    return wish.times().isPresent() ? judged.repeated(wish.times().getAsInt()) : judged;
  }

  private Run carryOut(Wish wish, String device, String operator, JobContext context) {
    Plan chosen;
    Device target;
    RunHeader header = wish.header();
    try {
      chosen = chosen(wish);
      target = devices.device(device);
      new NeededLink(kinds).check(chosen, target);
      unblocked(target, context);
      header = NeededHeader.of(chosen, header, device, context.attendant());
      TypedStart.check(chosen, device, context.attendant());
    } catch (Fault refused) {
      String why =
          refused.code() + " " + refused.where() + " " + refused.evidence().orElse("").strip();
      keep(
          engine.refuse(
              context.id(), Judged.by(wish.plan()), device, operator, wish.header(), why.strip()));
      throw refused;
    }
    TimeLeft usual =
        wish.times().isPresent() ? TimeLeft.UNKNOWN : history.timeLeft(chosen.sha256());
    RunTools tools = cards.tools(target, wish.orders(), context.attendant(), time);
    try (OrderWork _ = tools.server()) {
      Run run =
          engine.run(
              new RunOrder(
                  context.id(),
                  chosen,
                  target,
                  operator,
                  header,
                  tools,
                  context.attendant(),
                  context.cancel(),
                  view -> show(view.within(left(view, usual)), context)));
      keep(run);
      return run;
    } finally {
      tools.release();
      var unused = live.update(old -> without(old, context.id()));
    }
  }

  /// A device that was left unsafe takes no run. Where only the program had ended in the middle,
  /// the safe state is brought about now.
  private void unblocked(Device device, JobContext context) {
    Optional<RunSummary> left = history.left(device.id()).filter(PlanActs::unsafe);
    if (left.isEmpty()) {
      return;
    }
    Optional<Safety> now = cut(left.get()) ? safe(left.get(), device, context) : Optional.empty();
    if (now.isEmpty() || now.get().unsafe()) {
      String tried = now.map(each -> "; tried now: " + each.failed()).orElse("");
      throw new Fault(
          AcceptanceCodes.LEFT_UNSAFE,
          "running a plan",
          device.id(),
          "run "
              + left.get().id()
              + " left it unsafe"
              + tried
              + "; by hand: "
              + left.get().byHand(),
          null);
    }
  }

  private boolean verified(RunSummary left, Device device, JobContext context) {
    return safe(left, device, context).filter(now -> !now.unsafe()).isPresent();
  }

  /// What came of bringing about the safe state of a run that ended; empty where the log does not
  /// hold its plan.
  private Optional<Safety> safe(RunSummary left, Device device, JobContext context) {
    Optional<Plan> plan =
        history
            .planText(left.id())
            .map(text -> Plans.read(text, left.plan(), kinds, _ -> Optional.of(LimitSet.NONE)));
    return plan.map(each ->
        engine.makeSafe(
            new RunOrder(
                left.id(),
                each,
                device,
                left.operator(),
                RunHeader.NONE,
                cards.again(device, history.profiles(left.id()), context.attendant(), time),
                context.attendant(),
                context.cancel(),
                view -> context.progress().at(view.step(), 0, 0))));
  }

  private boolean byHand(RunSummary left, String person, JobContext context) {
    boolean done =
        context
            .attendant()
            .ask(
                new Question.TypedConfirmation(
                    "Is " + left.device() + " safe now?",
                    "Run "
                        + left.id()
                        + " of "
                        + left.plan()
                        + " left it unsafe, and it could not"
                        + " be verified just now either. By hand: "
                        + left.byHand(),
                    "done",
                    PERSON))
            .orElse(false);
    if (done) {
      history.resolve(left, person, "done by hand: " + left.byHand());
    }
    return done;
  }

  private static boolean cut(RunSummary left) {
    return left.outcome().filter(Outcome.INTERRUPTED::equals).isPresent();
  }

  private static boolean unsafe(RunSummary left) {
    return left.safety() == Safety.State.UNSAFE;
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
  private static Optional<Duration> left(RunView view, TimeLeft usual) {
    return usual.of(view.run()).or(() -> guessed(view));
  }

  private static Optional<Duration> guessed(RunView view) {
    Duration so = Duration.between(view.run().started(), view.run().ended());
    return view.done() > 0
        ? Optional.of(
            so.multipliedBy(Math.max(0, view.total() - view.done())).dividedBy(view.done()))
        : Optional.empty();
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
