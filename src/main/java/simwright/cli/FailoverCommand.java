package simwright.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simwright.failover.Candidate;
import simwright.failover.Decision;
import simwright.failover.policy.Policies;
import simwright.failover.policy.PolicyFile;
import simwright.failover.policy.Trigger;
import simwright.failover.simulation.Simulation;
import simwright.failover.simulation.Trace;
import simwright.job.FailoverActs;

/// Which profile a device is to use, by a policy: tried on paper.
@Command(
    name = "failover",
    description = "Choose profiles by an explicit policy, with the reason of every choice.",
    footer = {
      "",
      "Examples:",
      "  simwright failover policy list",
      "  simwright failover simulate --policy default --trace local-outage"
    })
public final class FailoverCommand {
  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public FailoverCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "simulate",
      description = "Replay a written course of events against a policy, without any device.",
      footer = {
        "",
        "Traces that ship: local-outage, border-crossing. Your own are YAML files, as 'simwright",
        "schema failover-trace' says. A flap is a switch back to the profile left last within ten",
        "minutes.",
        "",
        "Examples:",
        "  simwright failover simulate --policy default --trace local-outage",
        "  simwright failover simulate --policy my-policy.yaml --trace my-trace.yaml --json"
      })
  int simulate(
      @Mixin Place place,
      @Option(
              names = "--policy",
              paramLabel = "POLICY",
              defaultValue = Policies.USUAL,
              description = "A name, or a file (${DEFAULT-VALUE}).")
          String policy,
      @Option(
              names = "--trace",
              required = true,
              paramLabel = "TRACE",
              description = "A name, or a file.")
          String trace,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      PolicyFile file = session.failover().policy(policy);
      Trace played = session.failover().trace(trace);
      Simulation.Result result = session.failover().simulate(file, played);
      terminal.result(json, node(file, played, result), lines(file, played, result));
      return Exit.PASSED;
    }
  }

  private static List<String> lines(PolicyFile file, Trace trace, Simulation.Result result) {
    List<String> lines = new ArrayList<>();
    for (Decision each : result.decisions()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%6d s  %-12s -> %-12s %s",
              seconds(trace.start(), each.at()),
              each.before().state().key(),
              each.after().state().key(),
              FailoverActs.why(each)));
    }
    lines.add("");
    lines.add(
        trace.name()
            + " by "
            + file.policy().name()
            + ": "
            + result.switches()
            + " switches, "
            + result.flaps()
            + " flaps, "
            + result.withoutService().toSeconds()
            + " s without service; at the end "
            + result.inUse().map(name -> name + " is in use").orElse("no profile is in use")
            + " ("
            + result.end().state().words()
            + ").");
    return lines;
  }

  private static long seconds(Instant start, Instant at) {
    return Duration.between(start, at).toSeconds();
  }

  private static Map<String, Object> node(PolicyFile file, Trace trace, Simulation.Result result) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("policy", file.policy().name());
    node.put("policySha256", file.file().sha256());
    node.put("trace", trace.name());
    node.put(
        "decisions", result.decisions().stream().map(each -> node(trace.start(), each)).toList());
    node.put("switches", result.switches());
    node.put("flaps", result.flaps());
    node.put("withoutServiceSeconds", result.withoutService().toSeconds());
    node.put("state", result.end().state().key());
    node.put("inUse", result.inUse().orElse(null));
    return node;
  }

  private static Map<String, Object> node(Instant start, Decision decision) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("second", seconds(start, decision.at()));
    node.put("at", decision.at().toString());
    node.put("before", decision.before().state().key());
    node.put("after", decision.after().state().key());
    node.put("trigger", decision.trigger().map(Trigger::key).orElse(null));
    node.put("rule", decision.rule());
    node.put("words", decision.words());
    node.put("chosen", decision.chosen().map(Candidate::name).orElse(null));
    List<Map<String, Object>> passed = new ArrayList<>();
    for (Decision.Passed each : decision.passed()) {
      passed.add(Map.of("name", each.candidate().name(), "why", each.why()));
    }
    node.put("passed", passed);
    return node;
  }
}
