package simwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simwright.failover.Holes;
import simwright.failover.RegionCoverage;
import simwright.journal.Alarm;

/// Tells what policies want to be there and is not.
@Command(
    name = "holes",
    description = "Tell where a failover would find no profile: by region, and on devices.",
    footer = {
      "",
      "Regions are judged by what the catalog knows of cards, devices by what their",
      "cards said when they were looked after last, both as a drill judges them before",
      "it begins. Each hole stands as an alarm until it is mended; 'simwright explain'",
      "and its code say what to do. 0 where nothing is missing, else 1.",
      "",
      "Examples:",
      "  simwright failover holes",
      "  simwright failover holes --json"
    })
public final class FailoverHolesCommand implements Callable<Integer> {
  private final Program program;
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// On this terminal.
  public FailoverHolesCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Session session = program.open(place)) {
      List<RegionCoverage> rows = session.holes().look();
      List<Alarm> alarms = session.holes().alarms();
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("regions", rows.stream().map(FailoverHolesCommand::node).toList());
      node.put("alarms", alarms.stream().map(AlarmsCommand::node).toList());
      terminal.result(json, node, lines(rows, alarms));
      return alarms.isEmpty() ? Exit.PASSED : Exit.FAILED;
    }
  }

  private static List<String> lines(List<RegionCoverage> rows, List<Alarm> alarms) {
    List<String> lines = new ArrayList<>();
    for (RegionCoverage row : rows) {
      row.holes()
          .forEach(each ->
              lines.add(
                  "▲ " + row.region() + "  " + each.words() + " [" + each.kind().code() + "]"));
      if (row.holes().isEmpty()) {
        lines.add(
            "● "
                + row.region()
                + "  covered on "
                + (row.cards() == 1 ? "1 card" : row.cards() + " cards")
                + " (policy "
                + row.policy()
                + ")");
      }
    }
    alarms.stream()
        .filter(each -> !each.device().isEmpty())
        .forEach(each ->
            lines.add("▲ " + each.device() + "  " + each.text() + ", since " + each.raised()));
    return lines.isEmpty()
        ? List.of("The catalog has no profile for a region yet: simwright catalog import FILE.")
        : lines;
  }

  private static Map<String, Object> node(RegionCoverage row) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("region", row.region());
    node.put("name", row.name());
    node.put("policy", row.policy());
    node.put("cards", row.cards());
    node.put("waiting", row.waiting());
    node.put("local", row.local());
    node.put("regional", row.regional());
    node.put("global", row.global());
    node.put("fallback", row.fallback());
    node.put("holes", row.holes().stream().map(FailoverHolesCommand::node).toList());
    return node;
  }

  private static Map<String, Object> node(Holes.Hole hole) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("kind", hole.kind().key());
    node.put("code", hole.kind().code().toString());
    node.put("words", hole.words());
    return node;
  }
}
