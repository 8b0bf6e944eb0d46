package simwright.cli;

import java.util.ArrayList;
import java.util.List;
import simwright.acceptance.Run;
import simwright.acceptance.Safety;
import simwright.acceptance.StepRecord;
import simwright.acceptance.plan.Outcome;
import simwright.audit.Anchor;
import simwright.report.OutcomeMark;
import simwright.report.StepWords;

/// A run as lines for a person at a terminal.
record RunWords(Run run, Anchor anchor) {
  /// All of it.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    run.all().forEach(step -> lines.addAll(lines(step)));
    lines.add(
        run.verdict()
            + (run.simulated() ? "  SIMULATED" : "")
            + (run.lab() ? "  LAB" : "")
            + "  run "
            + run.id()
            + "  log "
            + anchor.size()
            + " "
            + anchor.head());
    lines.addAll(end());
    return lines;
  }

  /// Its verdict alone, as one of several.
  List<String> verdict() {
    List<String> lines = new ArrayList<>();
    lines.add(
        OutcomeMark.shape(run.outcome())
            + " "
            + run.device()
            + (run.simulated() ? "  SIMULATED" : "")
            + (run.lab() ? "  LAB" : "")
            + "  "
            + run.verdict()
            + "  run "
            + run.id());
    lines.addAll(end());
    return lines;
  }

  private List<String> end() {
    List<String> lines = new ArrayList<>();
    if (!run.reason().isEmpty()) {
      lines.add("  " + run.reason());
    }
    if (run.attempt() > 1 && run.outcome().fine()) {
      lines.add("  The first try came to " + run.firstOutcome().key() + ".");
    }
    if (run.safety().unsafe()) {
      lines.add(
          "▲ UNSAFE: not verified that "
              + run.safety().title()
              + ". Do this by hand: "
              + run.safety().byHand());
      lines.add("  " + Safety.ENDS);
    }
    return lines;
  }

  private static List<String> lines(StepRecord step) {
    List<String> lines = new ArrayList<>();
    lines.add(
        OutcomeMark.shape(step.outcome())
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
            lines.add(
                "    "
                    + each.limit().name()
                    + " "
                    + each.words()
                    + "  "
                    + each.limit().words()
                    + "  "
                    + each.outcome().key()));
    return lines;
  }

  /// What an outcome means to a CI server.
  static int exit(Outcome outcome) {
    return switch (outcome) {
      case PASS, MARGINAL, SKIPPED -> Exit.PASSED;
      case FAIL, TIMEOUT -> Exit.FAILED;
      case INCONCLUSIVE, ERROR, INTERRUPTED, NOT_STARTED -> Exit.BENCH_ERROR;
      case ABORTED, STOPPED -> Exit.ABORTED;
    };
  }
}
