package simwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.acceptance.Run;
import simwright.acceptance.RunFilter;
import simwright.acceptance.RunSummary;
import simwright.report.DrillComparison;
import simwright.report.DrillComparisonPage;
import simwright.report.DrillSide;

/// Puts two drills side by side: by default a staged standby and one that has to be fetched.
@Command(
    name = "compare",
    description =
        "Put two drills side by side: without names one with a staged standby (local-outage) and"
            + " one that fetches it (fresh-standby).",
    footer = {
      "",
      "All their rounds that stand in the log (or those of the runs that are chosen) are counted,"
          + " those that came to no good payload as such. A difference is told only where the 95 %%"
          + " intervals of the medians have nothing in common, which takes six rounds each; a 95th"
          + " percentile takes twenty.",
      "",
      "Examples:",
      "  simwright drill compare",
      "  simwright drill compare --device /dev/ttyUSB2 --html standby.html --json",
      "  simwright drill compare local-outage local-outage-under-load"
    })
public final class DrillCompareCommand implements Callable<Integer> {
  private static final List<String> USUAL = List.of("local-outage", "fresh-standby");

  @Spec CommandSpec spec = CommandSpec.create();

  private final Program program;
  private final Terminal terminal;

  @Mixin Place place = new Place();
  @Mixin RunChoice choice = new RunChoice();

  @Parameters(arity = "0..2", paramLabel = "DRILL", description = "Two drills, by their names.")
  List<String> drills = new ArrayList<>();

  @Option(names = "--html", paramLabel = "FILE", description = "Write an HTML page there, too.")
  @Nullable Path html;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// On this terminal.
  public DrillCompareCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (drills.size() == 1) {
      throw new ParameterException(spec.commandLine(), "Name two drills, or none.");
    }
    choice.check();
    List<String> names = drills.isEmpty() ? USUAL : drills;
    try (Session session = program.open(place)) {
      RunFilter meant = choice.of(session, program.time().zone());
      DrillComparison found =
          new DrillComparison(
              side(session, names.getFirst(), meant),
              side(session, names.getLast(), meant),
              session.book().anchor());
      if (html != null) {
        RunReports.write(html, DrillComparisonPage.of(found));
      }
      terminal.result(json, found.node(), found.lines());
      return Exit.PASSED;
    }
  }

  private static DrillSide side(Session session, String drill, RunFilter meant) {
    List<Run> runs = new ArrayList<>();
    for (RunSummary each : session.results().search(meant, 0, Integer.MAX_VALUE).runs()) {
      if (each.plan().equals(drill) && each.ended().isPresent()) {
        runs.add(session.plans().recorded(each.id()));
      }
    }
    return new DrillSide(drill, runs.reversed());
  }
}
