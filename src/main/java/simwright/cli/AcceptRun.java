package simwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import simwright.acceptance.Run;
import simwright.acceptance.RunHeader;
import simwright.acceptance.RunView;
import simwright.acceptance.Safety;
import simwright.acceptance.StepRecord;
import simwright.acceptance.plan.Outcome;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.audit.Anchor;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.JobCodes;
import simwright.job.JobView;
import simwright.job.PlanActs;
import simwright.report.CsvReport;
import simwright.report.HtmlReport;
import simwright.report.JsonReport;
import simwright.report.JunitReport;
import simwright.report.StepWords;
import simwright.time.StopSignals;
import simwright.time.Task;

/// One run from the terminal: follows it, passes a person's wish to stop on, writes its reports and
/// shows what came of it.
final class AcceptRun {
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final int MOST = 1000;

  private final CommandLine command;
  private final Program program;
  private final Session session;
  private final Terminal terminal;

  AcceptRun(CommandLine command, Program program, Session session, Terminal terminal) {
    this.command = command;
    this.program = program;
    this.session = session;
    this.terminal = terminal;
  }

  int run(AcceptCommand.RunCall call) {
    check(call);
    prepare(call.out(), call.junit());
    String id = session.acts().idOf(session.address(call.device()));
    UnsafeWarning warning = UnsafeWarning.of(session, id);
    warning.before(terminal);
    TerminalAttendant attendant = new TerminalAttendant(terminal, program.time());
    Job<Run> job = start(call, id, attendant);
    try (var _ = job.view().subscribe(this::progress);
        Task _ = StopSignals.on(() -> stop(job, attendant))) {
      Run run =
          job.await(program.time().deadline(LONGEST))
              .orElseThrow(() -> new Fault(Cancel.CANCELLED, "running a plan", call.device()));
      terminal.progressDone();
      Anchor anchor = session.book().anchor();
      write(run, anchor, call.out(), call.junit());
      show(run, anchor, call.json());
      warning.after(run, terminal);
      return exit(run.outcome());
    }
  }

  private Job<Run> start(AcceptCommand.RunCall call, String id, Attendant attendant) {
    String operator = session.log().current().get().name();
    PlanActs.Wish wish =
        new PlanActs.Wish(
            call.plan(),
            call.times() == null ? OptionalInt.empty() : OptionalInt.of(call.times()),
            Optional.empty(),
            RunHeader.NONE);
    return session.plans().run(wish, id, operator, attendant);
  }

  private void check(AcceptCommand.RunCall call) {
    if (call.device().isBlank()) {
      throw new ParameterException(command, "--device names no device");
    }
    if (call.times() != null && (call.times() < 1 || call.times() > MOST)) {
      throw new ParameterException(command, "--times is 1 to " + MOST + ", not " + call.times());
    }
  }

  /// Makes the folders of the reports, so that a run is not carried out for nothing.
  private static void prepare(@Nullable Path out, @Nullable Path junit) {
    if (out != null) {
      folder(out);
    }
    if (junit != null) {
      Optional.ofNullable(junit.toAbsolutePath().getParent()).ifPresent(AcceptRun::folder);
    }
  }

  private static void folder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    if (!Files.isWritable(folder)) {
      throw new Fault(JobCodes.UNWRITABLE, "preparing the reports", folder.toString());
    }
  }

  private static Fault unwritable(Path file, IOException e) {
    return new Fault(JobCodes.UNWRITABLE, "writing a report", file.toString(), e.getMessage(), e);
  }

  /// Writes the reports that were asked for.
  void write(Run run, Anchor anchor, @Nullable Path out, @Nullable Path junit) {
    if (out != null) {
      write(out.resolve("run.json"), JsonReport.of(run, anchor));
      write(out.resolve("run.html"), HtmlReport.of(run, anchor));
      write(out.resolve("run.csv"), CsvReport.of(run, anchor));
    }
    if (junit != null) {
      write(junit, JunitReport.of(run, anchor));
    }
  }

  void show(Run run, Anchor anchor, boolean json) {
    if (json) {
      terminal.line(JsonReport.of(run, anchor).stripTrailing());
      return;
    }
    run.all().forEach(this::show);
    terminal.line(
        run.outcome().key()
            + (run.simulated() ? "  SIMULATED" : "")
            + (run.lab() ? "  LAB" : "")
            + "  run "
            + run.id()
            + "  log "
            + anchor.size()
            + " "
            + anchor.head());
    if (!run.reason().isEmpty()) {
      terminal.line("  " + run.reason());
    }
    if (run.safety().unsafe()) {
      terminal.line(
          "▲ UNSAFE: not verified that "
              + run.safety().title()
              + ". Do this by hand: "
              + run.safety().byHand());
      terminal.line("  " + Safety.ENDS);
    }
  }

  private void show(StepRecord step) {
    terminal.line(
        mark(step.outcome())
            + " "
            + step.name()
            + ": "
            + step.outcome().key()
            + "  "
            + StepWords.of(step)
            + step.code().map(code -> "  (simwright explain " + code + ")").orElse(""));
    step.measured().stream()
        .filter(each -> step.outcome() != Outcome.SKIPPED)
        .forEach(each ->
            terminal.line(
                "    "
                    + each.limit().name()
                    + " "
                    + each.words()
                    + "  "
                    + each.limit().words()
                    + "  "
                    + each.outcome().key()));
  }

  private void progress(JobView view) {
    terminal.progress(
        view.stage()
            + " "
            + view.done()
            + "/"
            + view.total()
            + left(view.id())
            + (view.cancelLevel() > 0 ? " (stopping)" : ""));
  }

  /// About how long the run will still take, where that can be told.
  private String left(String id) {
    return session.plans().live().get().stream()
        .filter(each -> each.run().id().equals(id))
        .findFirst()
        .flatMap(RunView::left)
        .map(left -> ", about " + Math.max(1, left.toSeconds()) + " s left")
        .orElse("");
  }

  private void stop(Job<Run> job, TerminalAttendant attendant) {
    job.cancel();
    attendant.leave();
    terminal.say(
        switch (job.view().get().cancelLevel()) {
          case 1 ->
              "Stopping after this step; teardown and the safe state follow. Ctrl C again leaves"
                  + " the teardown out.";
          case 2 -> "Only the safe state follows. Ctrl C again leaves the bench as it is.";
          default -> "Leaving the bench as it is: it is not verified to be safe.";
        });
  }

  private static String mark(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "●";
      case MARGINAL -> "◆";
      case FAIL, TIMEOUT -> "▲";
      case SKIPPED, NOT_STARTED, INCONCLUSIVE -> "◌";
      case STOPPED, ABORTED, ERROR, INTERRUPTED -> "✕";
    };
  }

  /// What an outcome means to a CI server.
  static int exit(Outcome outcome) {
    return switch (outcome) {
      case PASS, MARGINAL, SKIPPED -> Exit.PASSED;
      case FAIL, TIMEOUT, INCONCLUSIVE -> Exit.FAILED;
      case ERROR, INTERRUPTED, NOT_STARTED -> Exit.BENCH_ERROR;
      case ABORTED, STOPPED -> Exit.ABORTED;
    };
  }

  private static void write(Path file, String text) {
    Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(AcceptRun::folder);
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }
}
