package simwright.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import simwright.acceptance.Measured;
import simwright.acceptance.RunView;
import simwright.acceptance.Safety;
import simwright.acceptance.StepRecord;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.SafeState;
import simwright.ask.Attendant;
import simwright.audit.Anchor;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.JobCodes;
import simwright.job.JobRequest;
import simwright.job.JobView;
import simwright.job.PlanActs;
import simwright.link.ByHand;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.report.Certificate;
import simwright.report.CsvReport;
import simwright.report.HtmlReport;
import simwright.report.JsonReport;
import simwright.report.JunitReport;
import simwright.report.Label;
import simwright.report.Named;
import simwright.report.PdfReport;
import simwright.transcript.TranscriptLine;
import simwright.transcript.TranscriptRange;
import simwright.transcript.TranscriptReader;
import simwright.ui.acceptance.AcceptanceSource;
import simwright.ui.part.State;

/// What the acceptance screen needs of plans and runs.
final class ScreenAcceptance implements AcceptanceSource {
  private final OpenData data;
  private final Supplier<Attendant> attendant;
  private final Value<List<Run>> current = new Value<>(List.of());
  private final Value<String> operator = new Value<>("");

  ScreenAcceptance(OpenData data, Supplier<Attendant> attendant) {
    this.data = data;
    this.attendant = attendant;
    var unusedActor = data.log().current().subscribe(actor -> operator.set(actor.name()));
    var unusedLive = data.plans().live().subscribe(all -> all.forEach(this::grows));
    var unusedRuns =
        data.plans().runs().subscribe(all -> all.stream().findFirst().ifPresent(this::ended));
  }

  private void grows(RunView view) {
    place(shown(view.run(), Optional.of(view)));
  }

  private void ended(simwright.acceptance.Run run) {
    place(shown(run, Optional.empty()));
  }

  /// The newest run of a device takes the place of the one before.
  private void place(Run run) {
    var unused =
        current.update(old -> {
          List<Run> next = new ArrayList<>(old);
          next.removeIf(each -> each.device().equals(run.device()));
          next.addFirst(run);
          return List.copyOf(next);
        });
  }

  @Override
  public List<Plan> plans() {
    return data.plans().plans().stream()
        .map(plan ->
            new Plan(
                plan.name(),
                plan.title(),
                plan.about(),
                plan.setup().size() + plan.main().size() + plan.teardown().size(),
                plan.safe().map(SafeState::byHand).orElse(""),
                !data.plans().byHand(plan)))
        .toList();
  }

  @Override
  public Optional<Duration> usual(String plan) {
    return data.plans().usual(plan);
  }

  @Override
  public List<Fault> refused() {
    return data.plans().refused();
  }

  @Override
  public Job<?> run(Wish wish, Attendant asked) {
    return data.plans()
        .run(
            new PlanActs.Wish(
                wish.plan(), OptionalInt.empty(), Optional.empty(), wish.header(), Map.of()),
            wish.device(),
            data.log().current().get().name(),
            asked);
  }

  @Override
  public String batch() {
    return data.plans().batch();
  }

  @Override
  public Observable<List<JobView>> jobs() {
    return data.jobs().running();
  }

  @Override
  public void abort(String run) {
    var unused = data.jobs().cancel(run);
  }

  @Override
  public Optional<Unsafe> unsafe(String device) {
    return data.plans()
        .left(device)
        .filter(left -> left.safety() == Safety.State.UNSAFE)
        .map(left -> new Unsafe(left.id(), left.plan(), left.byHand()));
  }

  @Override
  public Job<?> resolve(String device, String done) {
    return data.plans().resolve(device, data.log().current().get().name(), done);
  }

  @Override
  public Job<?> connect(String device) {
    return data.acts().connect(device, attendant.get());
  }

  @Override
  public Job<?> takeBack(String device) {
    return data.acts().takeBack(device, attendant.get());
  }

  @Override
  public String addByHand(String name) {
    data.writable("adding a device");
    return data.acts().idOf(ByHand.named(name));
  }

  @Override
  public void takeAway(String device) {
    data.acts().takeAway(device);
  }

  @Override
  public Observable<String> operator() {
    return operator;
  }

  @Override
  public Observable<List<Run>> current() {
    return current;
  }

  @Override
  public Run recorded(String run) {
    return shown(data.plans().recorded(run), Optional.empty());
  }

  @Override
  public List<TranscriptLine> bytes(TranscriptRange range) {
    return range.equals(TranscriptRange.NONE)
        ? List.of()
        : TranscriptReader.range(data.data().transcripts(), range);
  }

  @Override
  public Job<String> report(String run, Form form) {
    return data.jobs()
        .start(
            new JobRequest("acceptance.report", "", Map.of("run", run, "form", form.name())),
            attendant.get(),
            _ -> write(run, form));
  }

  private String write(String run, Form form) {
    Path file = data.data().root().resolve("reports").resolve(run + "." + form.ending());
    simwright.acceptance.Run found = data.plans().recorded(run);
    Anchor anchor = data.book().anchor();
    byte[] content =
        switch (form) {
          case HTML ->
              bytes(
                  HtmlReport.of(
                      List.of(found), List.of(), anchor, data.plans().attachments()::bytes));
          case PDF -> PdfReport.of(List.of(found), List.of(), anchor);
          case CERTIFICATE -> Certificate.of(List.of(found), named(found), anchor);
          case LABEL -> Label.of(List.of(found), named(found), anchor);
          case JSON -> bytes(JsonReport.of(found, anchor));
          case CSV -> bytes(CsvReport.of(found, anchor));
          case JUNIT -> bytes(JunitReport.of(found, anchor));
        };
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, content).toString();
    } catch (IOException e) {
      throw new Fault(JobCodes.UNWRITABLE, "writing a report", file.toString(), e.getMessage(), e);
    }
  }

  private Named named(simwright.acceptance.Run run) {
    return new Named(data.log().certified(List.of(run), false), false);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Run shown(simwright.acceptance.Run run, Optional<RunView> live) {
    boolean over = live.map(RunView::ended).orElse(true);
    return new Run(
        run.id(),
        run.plan(),
        run.device(),
        run.simulated(),
        run.started(),
        over ? Optional.of(state(run.outcome())) : Optional.empty(),
        over ? word(run.outcome()) : "",
        over ? run.reason() : "",
        run.safety().unsafe() ? run.safety().byHand() : "",
        run.header(),
        live.map(view -> new Progress(view.step(), view.done(), view.total(), view.left()))
            .orElse(Progress.OVER),
        run.all().stream().map(ScreenAcceptance::shown).toList(),
        run.samples());
  }

  static String word(Outcome outcome) {
    return outcome.key().replace('-', ' ');
  }

  private static Step shown(StepRecord step) {
    return new Step(
        step.name(),
        state(step.outcome()),
        step.words(),
        step.at(),
        step.took(),
        step.measured().stream().map(each -> shown(each, step.range())).toList(),
        step.range());
  }

  private static Measurement shown(Measured each, TranscriptRange range) {
    return new Measurement(
        each.limit().name(),
        each.value().isEmpty() ? "–" : each.words(),
        number(each.value()),
        number(each.limit().least()),
        number(each.limit().most()),
        each.limit().marginal(),
        each.limit().words(),
        state(each.outcome()),
        range);
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  static State state(Outcome outcome) {
    return switch (outcome) {
      case PASS -> State.PASS;
      case MARGINAL -> State.MARGINAL;
      case FAIL, TIMEOUT -> State.FAIL;
      case SKIPPED, NOT_STARTED, INCONCLUSIVE -> State.IDLE;
      case STOPPED, ABORTED, ERROR, INTERRUPTED -> State.ERROR;
    };
  }
}
