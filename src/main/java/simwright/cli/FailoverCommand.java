package simwright.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.failover.Decision;
import simwright.failover.SelectionEntry;
import simwright.failover.policy.Policies;
import simwright.failover.policy.PolicyFile;
import simwright.failover.simulation.Simulation;
import simwright.failover.simulation.Trace;
import simwright.fault.Fault;
import simwright.identity.Redactor;
import simwright.job.FailoverActs;
import simwright.job.JobCodes;

/// Which profile a device is to use, by a policy: tried on paper, and what was decided and why.
@Command(
    name = "failover",
    description = "Choose profiles by an explicit policy, with the reason of every choice.",
    footer = {
      "",
      "Examples:",
      "  simwright failover policy list",
      "  simwright failover simulate --policy default --trace local-outage",
      "  simwright failover run ec25 --bench B --policy bench",
      "  simwright failover explain"
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
    node.putAll(FailoverWords.node(decision));
    return node;
  }

  @Command(
      name = "status",
      description = "Show where each device stands by what the log holds of it.",
      footer = {
        "",
        "Examples:",
        "  simwright failover status",
        "  simwright failover status --json"
      })
  int status(
      @Mixin Place place, @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      List<SelectionEntry> all = session.failover().entries();
      List<SelectionEntry> newest = newest(all);
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("DEVICE", "STATE", "SINCE", "IN USE", "POLICY", "DECISION"));
      newest.forEach(each -> rows.add(FailoverWords.row(each, all)));
      if (json || newest.isEmpty()) {
        terminal.result(
            json,
            Map.of(
                "devices", newest.stream().map(each -> FailoverWords.status(each, all)).toList()),
            "No device was looked after yet: simwright failover run LINK");
      } else {
        terminal.table(rows);
      }
      return Exit.PASSED;
    }
  }

  /// The newest decision of each device, drills aside.
  private static List<SelectionEntry> newest(List<SelectionEntry> all) {
    Map<String, SelectionEntry> newest = new LinkedHashMap<>();
    all.stream()
        .filter(each -> each.what().equals("decided") && !each.drilled())
        .forEach(each -> newest.put(each.device(), each));
    return List.copyOf(newest.values());
  }

  @Command(
      name = "explain",
      description = "Say in one paragraph why a decision was taken and what came of it.",
      footer = {
        "",
        "Without anything: the newest switch that was decided; of a device: its newest.",
        "",
        "Examples:",
        "  simwright failover explain",
        "  simwright failover explain mwq37pyd-1.2",
        "  simwright failover explain ec25 --bench B"
      })
  int explain(
      @Mixin Place place,
      @Parameters(
              arity = "0..1",
              paramLabel = "WHICH",
              description = "A decision's id, as status tells it, or a device.")
          @Nullable String which,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      List<SelectionEntry> all = session.failover().entries();
      Optional<SelectionEntry> meant =
          which == null
              ? newest(all, _ -> true)
              : newest(all, each -> each.id().equals(which)).or(() -> of(session, which, all));
      if (meant.isEmpty()) {
        throw new Fault(
            JobCodes.NO_DECISION, "explaining a decision", which == null ? "the log" : which);
      }
      String why = FailoverActs.why(meant.get(), all);
      Map<String, Object> node = FailoverWords.status(meant.get(), all);
      node.put("why", why);
      terminal.result(json, node, why);
      return Exit.PASSED;
    }
  }

  private static Optional<SelectionEntry> of(
      Session session, String link, List<SelectionEntry> all) {
    String device = Redactor.redact(session.acts().idOf(session.address(link)));
    return newest(all, each -> each.device().equals(device));
  }

  /// The newest switch among those that are meant, else the newest decision.
  private static Optional<SelectionEntry> newest(
      List<SelectionEntry> all, Predicate<SelectionEntry> meant) {
    List<SelectionEntry> decided =
        all.stream().filter(each -> each.what().equals("decided")).filter(meant).toList();
    return decided.stream()
        .filter(SelectionEntry::switches)
        .reduce((_, later) -> later)
        .or(() -> decided.stream().reduce((_, later) -> later));
  }
}
