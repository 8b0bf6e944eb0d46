package simwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.acceptance.Run;
import simwright.acceptance.RunFilter;
import simwright.acceptance.RunSummary;
import simwright.acceptance.plan.Plan;
import simwright.audit.Anchor;
import simwright.report.DrillReport;

/// Failover drills: which there are, and what came of them so far.
@Command(
    name = "drill",
    description = "Failover drills: run them, and look at what came of them.",
    footer = {
      "",
      "Examples:",
      "  simwright drill list",
      "  simwright drill run local-outage --bench B --device B/ec25 --repeat 30 --under-load",
      "  simwright drill history local-outage"
    })
public final class DrillCommand {
  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public DrillCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "list",
      description = "List the drills there are, with their criteria.",
      footer = {"", "Examples:", "  simwright drill list", "  simwright drill list --json"})
  int list(
      @Mixin Place place, @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      terminal.list(
          json,
          "drills",
          drills(session),
          DrillCommand::node,
          plan -> plan.name() + "  " + plan.title(),
          "There is no drill.");
      return Exit.PASSED;
    }
  }

  @Command(
      name = "history",
      description = "List the drills that stand in the log, newest first, with their figures.",
      footer = {
        "",
        "Examples:",
        "  simwright drill history",
        "  simwright drill history local-outage-under-load --most 10 --json"
      })
  int history(
      @Mixin Place place,
      @Mixin Most most,
      @Parameters(arity = "0..1", paramLabel = "DRILL", description = "Of this drill alone.")
          @Nullable String drill,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      Set<String> names =
          drill == null
              ? drills(session).stream().map(Plan::name).collect(Collectors.toSet())
              : Set.of(drill);
      List<Run> runs = new ArrayList<>();
      for (RunSummary each : session.results().search(RunFilter.ALL, 0, Integer.MAX_VALUE).runs()) {
        if (names.contains(each.plan()) && each.ended().isPresent() && runs.size() < most.count()) {
          runs.add(session.plans().recorded(each.id()));
        }
      }
      Anchor anchor = session.book().anchor();
      if (json) {
        terminal.json(
            Map.of("drills", runs.stream().map(run -> DrillReport.of(run, anchor)).toList()));
      } else if (runs.isEmpty()) {
        terminal.line("No drill was run yet.");
      } else {
        new DrillWords(terminal).show(runs, anchor, false);
      }
      return Exit.PASSED;
    }
  }

  private static List<Plan> drills(Session session) {
    return session.plans().plans().stream().filter(Plan::drill).toList();
  }

  private static Map<String, Object> node(Plan plan) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", plan.name());
    node.put("title", plan.title());
    node.put("about", plan.about());
    node.put("criteria", plan.limits().words());
    node.put("sha256", plan.sha256());
    return node;
  }
}
