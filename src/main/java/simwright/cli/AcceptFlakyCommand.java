package simwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simwright.rollout.FlakyStep;
import simwright.rollout.Rate;
import simwright.rollout.Split;

/// Tells which steps end now so and now so, and what explains it.
@Command(
    name = "flaky",
    description = "Tell which steps of plans end now so and now so, from all tries in the log.",
    footer = {
      "",
      "A flip is a try that ended otherwise than the one before it; two make a step flaky. The"
          + " split that explains it best is named where it tells more than chance would.",
      "",
      "Examples:",
      "  simwright accept flaky",
      "  simwright accept flaky --plan provisioning --all",
      "  simwright accept flaky --model EC25 --json"
    })
public final class AcceptFlakyCommand implements Callable<Integer> {
  private final Program program;
  private final Terminal terminal;

  @Mixin Place place = new Place();
  @Mixin RunChoice choice = new RunChoice();

  @Option(names = "--all", description = "The steady ones, too.")
  boolean all;

  @Option(names = "--json", description = "Print JSON; the steady ones, too.")
  boolean json;

  /// On this terminal.
  public AcceptFlakyCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    choice.check();
    try (Session session = program.open(place)) {
      List<FlakyStep> table = session.results().flaky(choice.of(session, program.time().zone()));
      terminal.result(json, whole(table), lines(table));
      return Exit.PASSED;
    }
  }

  private List<String> lines(List<FlakyStep> table) {
    List<String> lines = new ArrayList<>();
    for (FlakyStep step : table) {
      if (all || step.flaky()) {
        lines.add(
            (step.flaky() ? "▲ " : "● ")
                + step.plan()
                + " "
                + step.step()
                + (step.simulated() ? "  SIMULATED" : ""));
        lines.add("  " + step.words());
      }
    }
    lines.addAll(FlakyStep.share(table));
    return lines;
  }

  private static Map<String, Object> whole(List<FlakyStep> table) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put(
        "share", FlakyStep.rates(table).entrySet().stream().map(AcceptFlakyCommand::node).toList());
    node.put("steps", table.stream().map(AcceptFlakyCommand::node).toList());
    return node;
  }

  private static Map<String, Object> node(Map.Entry<Boolean, Rate> share) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("simulated", share.getKey());
    node.put("flaky", RateNode.of(share.getValue()));
    return node;
  }

  private static Map<String, Object> node(FlakyStep step) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("plan", step.plan());
    node.put("step", step.step());
    node.put("simulated", step.simulated());
    node.put("flaky", step.flaky());
    node.put("failed", RateNode.of(step.failed()));
    node.put("flips", RateNode.of(step.flips()));
    node.put("best", step.best().map(best -> best.by().key()).orElse(null));
    node.put("splits", step.splits().stream().map(AcceptFlakyCommand::node).toList());
    return node;
  }

  private static Map<String, Object> node(Split split) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("by", split.by().key());
    node.put("explains", split.explains());
    node.put("score", split.score());
    node.put("flipsWithin", RateNode.of(split.within()));
    List<Map<String, Object>> parts = new ArrayList<>();
    for (Split.Part part : split.parts()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("value", part.value());
      each.put("failed", RateNode.of(part.failed()));
      each.put("flips", RateNode.of(part.flips()));
      parts.add(each);
    }
    node.put("parts", parts);
    return node;
  }
}
