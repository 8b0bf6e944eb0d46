package simwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.quota.ClassRule;
import simwright.quota.DataRules;
import simwright.quota.ProfileRule;
import simwright.quota.TrafficClass;
import simwright.quota.Volume;

/// Shows and checks the rules for data.
@Command(
    name = "budget",
    description = "The rules for data: classes, budgets, reserves, marks.",
    footer = {
      "",
      "Examples:",
      "  simwright data budget show",
      "  simwright data budget lint data-rules.yaml"
    })
public final class DataBudgetCommand {
  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public DataBudgetCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "show",
      description = "Show the rules in force, for a profile or for all.",
      footer = {
        "",
        "Examples:",
        "  simwright data budget show",
        "  simwright data budget show --profile TRAVEL-EU-2026 --json"
      })
  int show(
      @Mixin Place place,
      @Option(
              names = "--profile",
              paramLabel = "NAME",
              description = "As they are after a switch to it; repeatable, oldest first.")
          @Nullable List<String> profiles,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      print(session.carried().rules(), profiles == null ? List.of() : profiles, json);
      return Exit.PASSED;
    }
  }

  @Command(
      name = "lint",
      description = "Check a file of rules; what is wrong is told with its line.",
      footer = {
        "",
        "The schema: simwright schema data-rules.",
        "",
        "Examples:",
        "  simwright data budget lint data-rules.yaml",
        "  simwright data budget lint data-rules.yaml --json"
      })
  int lint(
      @Mixin Place place,
      @Parameters(paramLabel = "FILE", description = "Rules for data (YAML).") Path file,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      print(session.carried().rules(file), List.of(), json);
      return Exit.PASSED;
    }
  }

  private void print(DataRules rules, List<String> profiles, boolean json) {
    DataRules.InForce now = rules.after(profiles);
    if (json) {
      terminal.json(node(rules, now));
      return;
    }
    terminal.line("rules " + rules.name() + " " + rules.version() + ", SHA-256 " + rules.sha256());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("CLASS", "MARK", "DAY", "RESERVE", "GIVES WAY BELOW", "COMPRESSED BELOW"));
    for (TrafficClass each : TrafficClass.values()) {
      Optional.ofNullable(now.classes().get(each)).ifPresent(rule -> rows.add(row(each, rule)));
    }
    terminal.table(rows);
    rules
        .profiles()
        .forEach(each ->
            terminal.line(
                each.match().text()
                    + ": cap "
                    + words(each.cap())
                    + each.monthDay().map(day -> ", anew on day " + day).orElse(", anew each day")
                    + ", roaming "
                    + (each.roaming() ? "expected" : "unexpected")));
  }

  private static List<String> row(TrafficClass traffic, ClassRule rule) {
    return List.of(
        traffic.key(),
        rule.mark().name() + " (" + rule.mark().codePoint() + ")",
        words(rule.day()),
        Volume.words(rule.reserve()),
        percent(rule.headroomPercent()),
        percent(rule.compressPercent()));
  }

  private static String percent(int percent) {
    return percent == 0 ? "never" : percent + " %";
  }

  private static String words(OptionalLong bytes) {
    return bytes.isPresent() ? Volume.words(bytes.getAsLong()) : "none";
  }

  private static Map<String, Object> node(DataRules rules, DataRules.InForce now) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", rules.name());
    node.put("version", rules.version());
    node.put("sha256", rules.sha256());
    node.put(
        "classes",
        Arrays.stream(TrafficClass.values())
            .filter(now.classes()::containsKey)
            .map(each -> node(each, now.classes().get(each)))
            .toList());
    node.put("profiles", rules.profiles().stream().map(DataBudgetCommand::node).toList());
    return node;
  }

  private static Map<String, Object> node(TrafficClass traffic, @Nullable ClassRule rule) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("class", traffic.key());
    if (rule != null) {
      node.put("dscp", rule.mark().codePoint());
      node.put("day", rule.day().isPresent() ? rule.day().getAsLong() : null);
      node.put("reserve", rule.reserve());
      node.put("headroom", rule.headroomPercent());
      node.put("compressBelow", rule.compressPercent());
    }
    return node;
  }

  private static Map<String, Object> node(ProfileRule each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("match", each.match().text());
    node.put("cap", each.cap().isPresent() ? each.cap().getAsLong() : null);
    node.put("resetDay", each.monthDay().orElse(null));
    node.put("roaming", each.roaming() ? "expected" : "unexpected");
    return node;
  }
}
