package simwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import simwright.acceptance.Measured;
import simwright.acceptance.Outcome;
import simwright.acceptance.StepRecord;
import simwright.ask.Attendant;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.JobCodes;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.report.HtmlReport;
import simwright.transcript.TranscriptLine;
import simwright.transcript.TranscriptRange;
import simwright.transcript.TranscriptReader;
import simwright.ui.acceptance.AcceptanceSource;
import simwright.ui.part.State;

/// What the acceptance screen needs of plans and runs.
final class ScreenAcceptance implements AcceptanceSource {
  private final OpenData data;
  private final Supplier<Attendant> attendant;
  private final Value<Optional<Run>> current = new Value<>(Optional.empty());
  private final Value<List<Run>> results = new Value<>(List.of());

  ScreenAcceptance(OpenData data, Supplier<Attendant> attendant) {
    this.data = data;
    this.attendant = attendant;
    var unused =
        data.plans()
            .runs()
            .subscribe(runs -> {
              results.set(runs.stream().map(ScreenAcceptance::shown).toList());
              current.set(runs.stream().findFirst().map(ScreenAcceptance::shown));
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
                Duration.ZERO))
        .toList();
  }

  @Override
  public Job<?> run(String plan, String device) {
    return data.plans().run(plan, device, System.getProperty("user.name"), attendant.get());
  }

  @Override
  public Observable<Optional<Run>> current() {
    return current;
  }

  @Override
  public Observable<List<Run>> results() {
    return results;
  }

  @Override
  public List<TranscriptLine> bytes(TranscriptRange range) {
    return range.equals(TranscriptRange.NONE)
        ? List.of()
        : TranscriptReader.range(data.data().transcripts(), range);
  }

  @Override
  public String report(String run) {
    Path file = data.data().root().resolve("reports").resolve(run + ".html");
    var found =
        data.plans().runs().get().stream()
            .filter(each -> each.id().equals(run))
            .findFirst()
            .orElseThrow(() -> new Fault(JobCodes.UNWRITABLE, "writing a report", run));
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, HtmlReport.of(found, data.book().anchor())).toString();
    } catch (IOException e) {
      throw new Fault(JobCodes.UNWRITABLE, "writing a report", file.toString(), e.getMessage(), e);
    }
  }

  private static Run shown(simwright.acceptance.Run run) {
    String why =
        run.steps().stream()
            .filter(step -> step.outcome() == run.outcome())
            .findFirst()
            .filter(step -> run.outcome() != Outcome.PASS)
            .map(step -> step.title() + ": " + step.words())
            .orElse("");
    return new Run(
        run.id(),
        run.plan(),
        run.device(),
        run.simulated(),
        run.started(),
        Optional.of(state(run.outcome())),
        run.outcome().key(),
        why,
        run.steps().stream().map(ScreenAcceptance::shown).toList());
  }

  private static Step shown(StepRecord step) {
    return new Step(
        step.title(),
        state(step.outcome()),
        step.words(),
        step.took(),
        step.measured().stream().map(each -> shown(each, step.range())).toList(),
        step.range());
  }

  private static Measurement shown(Measured each, TranscriptRange range) {
    return new Measurement(
        each.limit().name(),
        each.value().map(v -> v + " " + each.limit().unit()).orElse("–"),
        number(each.value()),
        number(each.limit().least()),
        number(each.limit().most()),
        each.limit().words(),
        state(each.outcome()),
        range);
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static State state(Outcome outcome) {
    return switch (outcome) {
      case PASS -> State.PASS;
      case MARGINAL -> State.MARGINAL;
      case FAIL, TIMEOUT -> State.FAIL;
      case SKIPPED, NOT_STARTED, INCONCLUSIVE -> State.IDLE;
      case STOPPED, ABORTED, ERROR, INTERRUPTED -> State.ERROR;
    };
  }
}
