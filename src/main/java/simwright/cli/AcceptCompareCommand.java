package simwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.acceptance.RunField;
import simwright.acceptance.plan.Limit;
import simwright.rollout.Comparison;
import simwright.rollout.Comparison.Difference;

/// Puts runs side by side, or devices, or firmware versions.
@Command(
    name = "compare",
    description = {
      "Put runs side by side: each step and each measurement, with the difference to the first.",
      "Exit code 1 when something is clearly worse than in the first column."
    },
    footer = {
      "",
      "A difference is told only where the 95 %% intervals have nothing in common; where the runs"
          + " are too few for that, it says so.",
      "",
      "Examples:",
      "  simwright accept compare mwq37pyd-1 mwq38abc-2",
      "  simwright accept compare --by firmware --plan first-boot --model EC25",
      "  simwright accept compare --by device --plan first-boot --json",
      "  simwright accept compare --by firmware --value A01 --value A05"
    })
public final class AcceptCompareCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  private final Program program;
  private final Terminal terminal;

  @Mixin Place place = new Place();
  @Mixin RunChoice choice = new RunChoice();

  @Parameters(arity = "0..*", paramLabel = "RUN", description = "Two runs or more.")
  List<String> runs = new ArrayList<>();

  @Option(
      names = "--by",
      paramLabel = "FIELD",
      description =
          "Compare what runs have there: ${COMPLETION-CANDIDATES}, or the same in small letters.")
  @Nullable RunField by;

  @Option(
      names = "--value",
      paramLabel = "VALUE",
      description = "With --by: this value; once for each, the first is what others are held to.")
  List<String> values = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// On this terminal.
  public AcceptCompareCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    choice.check();
    try (Session session = program.open(place)) {
      check();
      Comparison found =
          by == null
              ? session.results().compare(runs)
              : session.results().compare(choice.of(session, program.time().zone()), by, values);
      terminal.result(json, node(found), lines(found));
      return worse(found) ? Exit.FAILED : Exit.PASSED;
    }
  }

  private void check() {
    if (by == null && runs.size() < 2) {
      throw new ParameterException(
          spec.commandLine(), "Name two runs or more, or with --by what to compare them by");
    }
    if (by != null && !runs.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Either runs or --by, not both.");
    }
  }

  private static boolean worse(Comparison found) {
    return Stream.concat(
            found.steps().stream().flatMap(row -> row.differs().stream()),
            found.values().stream().flatMap(row -> row.differs().stream()))
        .anyMatch(Difference.WORSE::equals);
  }

  private static List<String> lines(Comparison found) {
    if (found.columns().size() < 2) {
      return List.of("There is nothing to compare: " + found.columns().size() + " column.");
    }
    List<String> lines = new ArrayList<>();
    int alone = 0;
    for (Comparison.StepRow row : found.steps()) {
      if (alone(row.differs())) {
        alone++;
        continue;
      }
      lines.add(row.plan() + " " + row.step() + ": passed at the first try");
      for (int i = 0; i < row.passed().size(); i++) {
        lines.add(line(found, i, row.passed().get(i).words(), row.differs().get(i)));
      }
    }
    for (Comparison.ValueRow row : found.values()) {
      if (alone(row.differs())) {
        alone++;
        continue;
      }
      lines.add(row.measurement().words());
      for (int i = 0; i < row.cells().size(); i++) {
        Comparison.Cell cell = row.cells().get(i);
        String limits =
            cell.limits().stream()
                .map(Limit::words)
                .distinct()
                .collect(Collectors.joining(", then "));
        String value =
            cell.spread()
                .map(spread -> spread.words(row.measurement().unit()) + " [" + limits + "]")
                .orElse("not taken");
        String above =
            i == 0
                ? ""
                : row.above(i).map(by -> ", " + (by < 0 ? "" : "+") + Limit.number(by)).orElse("");
        lines.add(line(found, i, value + above, row.differs().get(i)));
      }
    }
    if (alone > 0) {
      lines.add(
          alone
              + " steps and measurements stand in one column alone and are left out (--json has"
              + " them).");
    }
    return lines;
  }

  /// Whether nothing stands beside the first, or nothing in the first.
  private static boolean alone(List<Difference> row) {
    return row.stream().allMatch(each -> each == Difference.FIRST || each == Difference.MISSING);
  }

  private static String line(Comparison found, int column, String what, Difference differs) {
    Comparison.Column at = found.columns().get(column);
    String name = at.name().isEmpty() ? "(none told)" : at.name();
    return "  "
        + name
        + (at.simulated() ? " SIMULATED" : "")
        + ": "
        + what
        + (differs == Difference.FIRST ? "" : "  " + words(differs));
  }

  private static String words(Difference differs) {
    return switch (differs) {
      case FIRST -> "";
      case MISSING -> "nothing to compare";
      case TOO_FEW -> "too few to tell from chance";
      case NONE -> "no difference beyond chance";
      case BETTER -> "▲ BETTER";
      case WORSE -> "▼ WORSE";
      case OTHER -> "◆ DIFFERENT";
    };
  }

  private static Map<String, Object> node(Comparison found) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("columns", found.columns().stream().map(AcceptCompareCommand::node).toList());
    node.put(
        "steps",
        found.steps().stream()
            .map(row -> {
              Map<String, Object> each = new LinkedHashMap<>();
              each.put("plan", row.plan());
              each.put("step", row.step());
              each.put("passed", row.passed().stream().map(RateNode::of).toList());
              each.put("differs", keys(row.differs()));
              return each;
            })
            .toList());
    node.put("measurements", found.values().stream().map(AcceptCompareCommand::node).toList());
    return node;
  }

  private static Map<String, Object> node(Comparison.Column column) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", column.name());
    node.put("runs", column.runs());
    node.put("simulated", column.simulated());
    return node;
  }

  private static Map<String, Object> node(Comparison.ValueRow row) {
    Map<String, Object> each = RateNode.of(row.measurement());
    List<Map<String, Object>> cells = new ArrayList<>();
    for (Comparison.Cell cell : row.cells()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("spread", RateNode.of(cell.spread()));
      one.put("limits", RateNode.of(cell.limits()));
      cells.add(one);
    }
    each.put("cells", cells);
    each.put(
        "above",
        IntStream.range(0, cells.size()).mapToObj(i -> row.above(i).orElse(null)).toList());
    each.put("differs", keys(row.differs()));
    return each;
  }

  private static List<String> keys(List<Difference> all) {
    return all.stream()
        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
