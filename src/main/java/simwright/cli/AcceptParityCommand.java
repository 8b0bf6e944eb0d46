package simwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.acceptance.Parity;
import simwright.acceptance.Run;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.LimitSet;
import simwright.fault.Fault;
import simwright.job.JobCodes;
import simwright.job.PlanActs;
import simwright.report.ParityPage;

/// Verifies that devices with an eSIM profile and with a physical SIM of the same operator do the
/// same.
@Command(
    name = "parity",
    description = {
      "Put runs with an eSIM profile and with a physical SIM side by side, and verify parity.",
      "Exit code 1 when a difference is larger than allowed; 3 when something is missing, or a run"
          + " did not pass."
    },
    footer = {
      "",
      "The runs are those of esim-and-physical-sim, or of any plan with a step of the kind cohort."
          + " Of each measurement the middle values are compared; how far they may be apart are"
          + " limits, too: a file with --differences, else those that ship.",
      "",
      "Examples:",
      "  simwright accept parity mwq37pyd-1 mwq37pyd-2",
      "  simwright accept parity mwq37pyd-1 mwq37pyd-2 --html parity.html"
    })
public final class AcceptParityCommand implements Callable<Integer> {
  private final Program program;
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "Runs of both kinds.")
  List<String> runs = new ArrayList<>();

  @Option(
      names = "--differences",
      paramLabel = "FILE",
      description = "Limits whose upper bounds say how far middle values may be apart.")
  @Nullable Path differences;

  @Option(names = "--html", paramLabel = "FILE", description = "Write the page to hand over there.")
  @Nullable Path html;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// On this terminal.
  public AcceptParityCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Session session = program.open(place)) {
      LimitSet allowed =
          Optional.ofNullable(differences)
              .map(PlanActs::limits)
              .orElseGet(PlanActs::parityDifferences);
      List<Run> all = runs.stream().distinct().map(session.plans()::recorded).toList();
      Parity parity = Parity.of(all, allowed);
      if (html != null) {
        write(html, ParityPage.of(parity, session.book().anchor()));
      }
      if (json) {
        terminal.json(node(parity, allowed));
      } else {
        show(parity, allowed);
      }
      return RunWords.exit(parity.outcome());
    }
  }

  private static void write(Path file, String page) {
    try {
      Path unused = Files.writeString(file, page);
    } catch (IOException e) {
      throw new Fault(JobCodes.UNWRITABLE, "writing a report", file.toString(), e.getMessage(), e);
    }
  }

  private void show(Parity parity, LimitSet allowed) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("MEASUREMENT", "ESIM (N)", "PHYSICAL (N)", "DIFFERENCE", "ALLOWED", "VERDICT"));
    for (Parity.Row row : parity.rows()) {
      rows.add(
          List.of(
              row.step() + " " + row.measurement(),
              value(row.esim(), row.unit()) + " (" + row.esims() + ")",
              value(row.physical(), row.unit()) + " (" + row.physicals() + ")",
              value(row.difference(), row.unit()),
              row.allowed().map(most -> "± " + Limit.number(most)).orElse(""),
              row.outcome().key()));
    }
    terminal.table(rows);
    terminal.line(
        parity.outcome().key()
            + (parity.simulated() ? "  SIMULATED" : "")
            + "  "
            + parity.esims()
            + " eSIM, "
            + parity.physicals()
            + " physical, "
            + String.join(", ", parity.operators())
            + ", by "
            + allowed.words()
            + (parity.open().isEmpty() ? "" : ": " + parity.open()));
    terminal.line("When a physical SIM still makes sense:");
    ParityPage.REASONS.forEach(each -> terminal.line("  ☐ " + each));
  }

  private static String value(Optional<Double> value, String unit) {
    return value.map(each -> Limit.number(each) + " " + unit).orElse("not taken");
  }

  private static Map<String, Object> node(Parity parity, LimitSet allowed) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("outcome", parity.outcome().key());
    node.put("why", parity.open());
    node.put("simulated", parity.simulated());
    node.put("esims", parity.esims());
    node.put("physicals", parity.physicals());
    node.put("operators", parity.operators());
    node.put("differences", allowed.words());
    node.put("rows", parity.rows().stream().map(AcceptParityCommand::node).toList());
    return node;
  }

  private static Map<String, Object> node(Parity.Row row) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("step", row.step());
    node.put("measurement", row.measurement());
    node.put("unit", row.unit());
    node.put("esims", row.esims());
    node.put("physicals", row.physicals());
    node.put("esim", row.esim().orElse(null));
    node.put("physical", row.physical().orElse(null));
    node.put("difference", row.difference().orElse(null));
    node.put("allowed", row.allowed().orElse(null));
    node.put("outcome", row.outcome().key());
    return node;
  }
}
