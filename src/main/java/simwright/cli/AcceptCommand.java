package simwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.acceptance.Outcome;
import simwright.acceptance.Plan;
import simwright.acceptance.Run;
import simwright.acceptance.StepRecord;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.audit.Anchor;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.JobCodes;
import simwright.journal.Recorded;
import simwright.link.LinkAddress;
import simwright.report.HtmlReport;
import simwright.report.Reports;

/// Runs acceptance plans and shows what came of them.
@Command(
    name = "accept",
    description = "Run acceptance plans on a device.",
    footer = {
      "",
      "Examples:",
      "  simwright accept plans",
      "  simwright accept run first-boot --device B/ec25 --out O --junit O/junit.xml"
    })
public final class AcceptCommand {
  private static final Duration LONGEST = Duration.ofHours(6);

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public AcceptCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "plans",
      description = "List the plans there are.",
      footer = {"", "Examples:", "  simwright accept plans", "  simwright accept plans --json"})
  int plans(
      @Mixin Place place, @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      List<Plan> plans = session.plans().plans();
      if (json) {
        terminal.json(
            Map.of(
                "plans",
                plans.stream()
                    .map(p -> Map.of("name", p.name(), "title", p.title(), "about", p.about()))
                    .toList()));
      } else {
        plans.forEach(p -> terminal.line(p.name() + "  " + p.about()));
      }
    }
    return Exit.PASSED;
  }

  @Command(
      name = "run",
      description = "Run a plan and write its reports.",
      footer = {
        "",
        "Marginal counts as passed; a bench error never counts against the device.",
        "",
        "Examples:",
        "  simwright accept run first-boot --device /dev/ttyUSB2",
        "  simwright accept run first-boot --device B/ec25 --out O --junit O/junit.xml"
      })
  int run(
      @Mixin Place place,
      @Parameters(paramLabel = "PLAN", description = "Its name, as accept plans lists it.")
          String plan,
      @Option(names = "--device", required = true, paramLabel = "LINK", description = "The device.")
          String device,
      @Option(
              names = "--out",
              paramLabel = "DIR",
              description = "Write run.json and run.html there.")
          @Nullable Path out,
      @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML there.")
          @Nullable Path junit,
      @Option(names = "--json", description = "Print the run as JSON.") boolean json) {
    try (Session session = program.open(place)) {
      String id = session.acts().idOf(LinkAddress.parse(device));
      Job<Run> job =
          session.plans().run(plan, id, System.getProperty("user.name"), Attendant.absent());
      try (var _ =
          job.view()
              .subscribe(view ->
                  terminal.progress(view.stage() + " " + view.done() + "/" + view.total()))) {
        Run run =
            job.await(program.time().deadline(LONGEST))
                .orElseThrow(() -> new Fault(Cancel.CANCELLED, "running a plan", device));
        terminal.progressDone();
        Anchor anchor = session.book().anchor();
        if (out != null) {
          write(out.resolve("run.json"), Reports.json(run, anchor));
          write(out.resolve("run.html"), HtmlReport.of(run, anchor));
        }
        if (junit != null) {
          write(junit, Reports.junit(run, anchor));
        }
        show(run, anchor, json);
        return exit(run.outcome());
      }
    }
  }

  @Command(
      name = "history",
      description = "List the runs that stand in the log, newest first.",
      footer = {
        "",
        "Examples:",
        "  simwright accept history",
        "  simwright accept history --most 5"
      })
  int history(
      @Mixin Place place,
      @Option(names = "--json", description = "Print JSON.") boolean json,
      @Option(
              names = "--most",
              defaultValue = "50",
              description = "At most so many (default ${DEFAULT-VALUE}).")
          int most) {
    try (Session session = program.open(place)) {
      List<Recorded> found =
          session
              .book()
              .search("acceptance.run.finished", Long.MAX_VALUE, Math.clamp(most, 1, 10_000));
      if (json) {
        terminal.json(Map.of("runs", found.stream().map(Recorded::line).toList()));
      } else {
        found.forEach(each -> terminal.line(each.at() + "  " + each.line()));
      }
    }
    return Exit.PASSED;
  }

  private void show(Run run, Anchor anchor, boolean json) {
    if (json) {
      terminal.line(Reports.json(run, anchor).stripTrailing());
      return;
    }
    for (StepRecord step : run.steps()) {
      terminal.line(
          mark(step.outcome())
              + " "
              + step.title()
              + ": "
              + step.outcome().key()
              + "  "
              + step.words()
              + step.code().map(code -> "  (simwright explain " + code + ")").orElse(""));
      step.measured()
          .forEach(each ->
              terminal.line(
                  "    "
                      + each.limit().name()
                      + " "
                      + each.value().map(v -> Double.toString(v)).orElse("–")
                      + " "
                      + each.limit().unit()
                      + "  "
                      + each.limit().words()
                      + "  "
                      + each.outcome().key()));
    }
    terminal.line(
        run.outcome().key()
            + (run.simulated() ? "  SIMULATED" : "")
            + "  log "
            + anchor.size()
            + " "
            + anchor.head());
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
    Optional<Path> parent = Optional.ofNullable(file.toAbsolutePath().getParent());
    try {
      if (parent.isPresent()) {
        Files.createDirectories(parent.get());
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new Fault(JobCodes.UNWRITABLE, "writing a report", file.toString(), e.getMessage(), e);
    }
  }
}
