package simwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.failover.policy.Finding;
import simwright.failover.policy.Policies;
import simwright.failover.policy.Policy;
import simwright.failover.policy.PolicyFile;
import simwright.fault.Fault;

/// Shows policies of selection and what is wrong with them.
@Command(
    name = "policy",
    description = "Policies by which profiles are chosen: list, show, check.",
    footer = {
      "",
      "Your own are YAML files in the folder 'failover-policies' of the data folder;",
      "'simwright schema failover-policy' says what they look like.",
      "",
      "Examples:",
      "  simwright failover policy list",
      "  simwright failover policy show default",
      "  simwright failover policy lint my-policy.yaml"
    })
public final class FailoverPolicyCommand {
  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public FailoverPolicyCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "list",
      description = "List the policies there are, your own among them.",
      footer = {"", "Examples:", "  simwright failover policy list"})
  int list(
      @Mixin Place place, @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      Policies policies = session.failover().policies();
      if (json) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("policies", policies.all().stream().map(FailoverPolicyCommand::node).toList());
        node.put("refused", policies.refused().stream().map(FailoverPolicyCommand::node).toList());
        terminal.json(node);
        return Exit.PASSED;
      }
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("POLICY", "FROM", "REGIONS", "RULES", "CHECK", "ABOUT"));
      policies.all().forEach(each -> rows.add(row(each)));
      terminal.table(rows);
      policies.refused().forEach(this::say);
      return Exit.PASSED;
    }
  }

  @Command(
      name = "show",
      description = "Show a policy as it is written.",
      footer = {"", "Examples:", "  simwright failover policy show default"})
  int show(
      @Mixin Place place,
      @Parameters(paramLabel = "POLICY", description = "A name, or a file.") String name,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      PolicyFile file = session.failover().policy(name);
      Map<String, Object> node = node(file);
      node.put("text", file.text());
      terminal.result(json, node, file.text().lines().toList());
      return Exit.PASSED;
    }
  }

  @Command(
      name = "lint",
      description = "Check a policy: rules that never fire, regions nobody knows, no fallback.",
      footer = {
        "",
        "0 where it can be trusted, 1 where something is wrong, 2 where it cannot be read as a"
            + " policy at",
        "all. What is only doubtful is told, too.",
        "",
        "Examples:",
        "  simwright failover policy lint my-policy.yaml",
        "  simwright failover policy lint default --json"
      })
  int lint(
      @Mixin Place place,
      @Parameters(paramLabel = "POLICY", description = "A name, or a file.") String name,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      PolicyFile file = session.failover().policy(name);
      List<String> lines = new ArrayList<>();
      file.findings().forEach(each -> lines.add(line(each)));
      if (lines.isEmpty()) {
        lines.add("● " + file.policy().name() + ": nothing is wrong, nothing doubtful");
      }
      terminal.result(json, node(file), lines);
      return file.sound() ? Exit.PASSED : Exit.FAILED;
    }
  }

  private static String line(Finding finding) {
    return (finding.wrong() ? "▲ wrong, line " : "◆ doubtful, line ")
        + finding.line()
        + ": "
        + finding.why();
  }

  private static List<String> row(PolicyFile file) {
    Policy policy = file.policy();
    return List.of(
        policy.name(),
        file.own() ? "own" : "ships",
        Integer.toString(policy.regions().size()),
        Integer.toString(policy.rules().size()),
        file.sound() ? (file.findings().isEmpty() ? "● sound" : "◆ doubtful") : "▲ wrong",
        policy.about());
  }

  private void say(Fault refused) {
    terminal.say(refused.where() + ": " + refused.evidence().orElse("it cannot be used"));
  }

  private static Map<String, Object> node(Fault refused) {
    return Map.of("file", refused.where(), "why", refused.evidence().orElse(""));
  }

  private static Map<String, Object> node(PolicyFile file) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", file.policy().name());
    node.put("about", file.policy().about());
    node.put("own", file.own());
    node.put("sha256", file.file().sha256());
    node.put("regions", file.policy().regions().stream().map(each -> each.name()).toList());
    node.put("rules", file.policy().rules().stream().map(each -> each.name()).toList());
    node.put("sound", file.sound());
    node.put("findings", file.findings());
    return node;
  }
}
