package simwright.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import simwright.acceptance.Run;
import simwright.acceptance.RunView;
import simwright.acceptance.plan.Outcome;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.audit.Anchor;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.JobView;
import simwright.job.PlanActs;
import simwright.observe.Subscription;
import simwright.report.JsonReport;
import simwright.time.StopSignals;
import simwright.time.Task;

/// Runs on one or many devices from the terminal, at once: follows them, passes a person's wish to
/// stop on, writes their reports and shows what came of them.
final class AcceptRun {
  private static final Duration LONGEST = Duration.ofDays(30);

  private final Program program;
  private final Session session;
  private final Terminal terminal;
  private final Map<String, Job<Run>> jobs = new LinkedHashMap<>();
  private Optional<String> typed = Optional.empty();
  private Map<String, Path> files = Map.of();
  private boolean drill;

  AcceptRun(Program program, Session session, Terminal terminal) {
    this.program = program;
    this.session = session;
    this.terminal = terminal;
  }

  /// With what was typed ahead.
  AcceptRun confirmed(Optional<String> plan) {
    typed = plan;
    return this;
  }

  /// With files for the steps that ask for one, by the steps' ids.
  AcceptRun attached(Map<String, Path> given) {
    files = given;
    return this;
  }

  /// What came of it is told as a drill's figures.
  AcceptRun asDrill() {
    drill = true;
    return this;
  }

  /// Runs a plan on the devices of these links.
  int run(PlanActs.Wish wish, List<String> links, RunReports reports, boolean json) {
    reports.prepare(session.log());
    TerminalAttendant attendant = new TerminalAttendant(terminal, program.time());
    String operator = session.log().current().get().name();
    PlanActs.Wish together = links.size() > 1 ? wish.together(session.plans().batch()) : wish;
    List<Subscription> watching = new ArrayList<>();
    try (Task _ = StopSignals.on(() -> stop(attendant))) {
      for (String link : links) {
        String id = session.acts().idOf(session.address(link));
        Attendant asked = links.size() > 1 ? new AskedOf(link, attendant) : attendant;
        Job<Run> job =
            session.plans().run(together, id, operator, new TypedAhead(asked, typed, files));
        jobs.put(link, job);
        watching.add(job.view().subscribe(this::progress));
      }
      List<Run> runs = links.size() > 1 ? ended() : List.of(one());
      terminal.progressDone();
      Anchor anchor = session.book().anchor();
      List<Run> stored = runs.stream().map(run -> session.plans().recorded(run.id())).toList();
      reports.write(stored, anchor, session);
      show(runs, anchor, json);
      return RunWords.exit(Outcome.worst(runs.stream().map(Run::outcome).toList()));
    } finally {
      watching.forEach(Subscription::close);
    }
  }

  /// The one run; what kept it from beginning is the command's own end.
  private Run one() {
    Job<Run> job = jobs.values().iterator().next();
    return job.await(program.time().deadline(LONGEST))
        .orElseThrow(
            () -> new Fault(Cancel.CANCELLED, "running a plan", jobs.keySet().iterator().next()));
  }

  /// All runs; one that could not begin stands in the log with its reason, as the others do.
  private List<Run> ended() {
    List<Run> runs = new ArrayList<>();
    for (Job<Run> job : jobs.values()) {
      try {
        job.await(program.time().deadline(LONGEST)).ifPresent(runs::add);
      } catch (Fault refused) {
        runs.add(session.plans().recorded(job.view().get().id()));
      }
    }
    return runs;
  }

  /// Shows runs that ended.
  void show(List<Run> runs, Anchor anchor, boolean json) {
    if (drill) {
      new DrillWords(terminal).show(runs, anchor, json);
      return;
    }
    if (runs.size() == 1) {
      Run run = runs.getFirst();
      if (json) {
        terminal.line(JsonReport.of(run, anchor).stripTrailing());
      } else {
        new RunWords(run, anchor).lines().forEach(terminal::line);
      }
      return;
    }
    if (json) {
      terminal.line(JsonReport.of(runs, anchor).stripTrailing());
      return;
    }
    runs.forEach(run -> new RunWords(run, anchor).verdict().forEach(terminal::line));
    terminal.line(
        runs.stream()
                .collect(
                    Collectors.groupingBy(
                        run -> run.outcome(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getValue() + " " + each.getKey().key())
                .collect(Collectors.joining(", "))
            + "  log "
            + anchor.size()
            + " "
            + anchor.head());
  }

  private void progress(JobView view) {
    if (jobs.size() > 1) {
      long over =
          jobs.values().stream()
              .filter(job -> job.view().get().state() != JobView.State.RUNNING)
              .count();
      terminal.progress(over + " of " + jobs.size() + " devices are done" + stopping(view));
      return;
    }
    terminal.progress(
        view.stage() + " " + view.done() + "/" + view.total() + left(view.id()) + stopping(view));
  }

  private static String stopping(JobView view) {
    return view.cancelLevel() > 0 ? " (stopping)" : "";
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

  private void stop(TerminalAttendant attendant) {
    jobs.values().forEach(Job::cancel);
    attendant.leave();
    Optional<Integer> level =
        jobs.values().stream().map(job -> job.view().get().cancelLevel()).max(Integer::compare);
    terminal.say(
        switch (level.orElse(1)) {
          case 1 ->
              "Stopping after this step; teardown and the safe state follow. Ctrl C again leaves"
                  + " the teardown out.";
          case 2 -> "Only the safe state follows. Ctrl C again leaves the bench as it is.";
          default -> "Leaving the bench as it is: it is not verified to be safe.";
        });
  }
}
