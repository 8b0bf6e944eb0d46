package simwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simwright.job.AlarmActs;
import simwright.journal.Alarm;

/// Shows the alarms, and sends those that wait.
@Command(
    name = "alarms",
    description = "The alarms that stand, and where they are sent: webhooks and syslog.",
    footer = {
      "",
      "The console sends alarms by itself; without it, simwright alarms send does.",
      "",
      "Examples:",
      "  simwright alarms list",
      "  simwright alarms to add noc https://noc.example/hook",
      "  simwright alarms send"
    })
public final class AlarmsCommand {
  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public AlarmsCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "list",
      description = "List the alarms that still hold, newest first.",
      footer = {"", "Examples:", "  simwright alarms list", "  simwright alarms list --json"})
  int list(
      @Mixin Place place, @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      List<Alarm> standing = session.alarms().standing();
      Map<String, Object> node =
          Map.of("alarms", standing.stream().map(AlarmsCommand::node).toList());
      List<String> lines = new ArrayList<>();
      standing.forEach(each ->
          lines.add(
              "▲ since "
                  + each.raised()
                  + ": "
                  + each.text()
                  + (each.acknowledged().isPresent() ? " (seen)" : "")));
      terminal.result(json, node, lines.isEmpty() ? List.of("No alarm stands.") : lines);
      return Exit.PASSED;
    }
  }

  @Command(
      name = "send",
      description = "Tell every outlet the alarms that wait for it.",
      footer = {
        "",
        "What is not taken waits on, also when the program ends; exit code 3 then.",
        "",
        "Examples:",
        "  simwright alarms send",
        "  simwright alarms send --json"
      })
  int send(
      @Mixin Place place, @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      List<AlarmActs.Told> told = session.alarms().deliver();
      List<String> lines = new ArrayList<>();
      told.forEach(each ->
          lines.add(
              each.outlet().name()
                  + ": "
                  + (each.why().isEmpty()
                      ? each.taken()
                          + (each.outlet().confirms() ? " taken" : " sent, which nobody confirms")
                      : each.waiting() + " wait: " + each.why())));
      terminal.result(
          json,
          Map.of("outlets", told.stream().map(AlarmsCommand::node).toList()),
          lines.isEmpty() ? List.of("There is no outlet: simwright alarms to add.") : lines);
      return told.stream().allMatch(each -> each.why().isEmpty()) ? Exit.PASSED : Exit.BENCH_ERROR;
    }
  }

  static Map<String, Object> node(AlarmActs.Told each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", each.outlet().name());
    node.put("address", each.outlet().address().toString());
    node.put("confirms", each.outlet().confirms());
    node.put("taken", each.taken());
    node.put("waiting", each.waiting());
    node.put("why", each.why());
    return node;
  }

  static Map<String, Object> node(Alarm alarm) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("id", alarm.id());
    node.put("device", alarm.device());
    node.put("text", alarm.text());
    node.put("raised", alarm.raised().toString());
    node.put("acknowledged", alarm.acknowledged().map(Object::toString).orElse(null));
    return node;
  }
}
