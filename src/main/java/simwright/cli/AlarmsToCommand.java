package simwright.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.ask.Attendant;
import simwright.job.AlarmActs;
import simwright.job.Job;
import simwright.outlet.Outlet;

/// Chooses where alarms are sent.
@Command(
    name = "to",
    description = "Where alarms are sent.",
    footer = {
      "",
      "Examples:",
      "  simwright alarms to add noc https://noc.example/hook",
      "  simwright alarms to test noc"
    })
public final class AlarmsToCommand {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public AlarmsToCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "add",
      description = "Send alarms there from now on.",
      footer = {
        "",
        "A webhook gets JSON by POST, with the HMAC-SHA-256 of the body under the key in",
        "keys/alarms.key of the data folder as X-Simwright-Signature. Syslog is RFC 5424, over UDP",
        "or TCP (RFC 6587); neither says whether anybody took it. Identifiers are masked.",
        "",
        "Examples:",
        "  simwright alarms to add noc https://noc.example/hook",
        "  simwright alarms to add log syslog+tcp://log.example:601"
      })
  int add(
      @Mixin Place place,
      @Parameters(paramLabel = "NAME", description = "What it is called.") String name,
      @Parameters(paramLabel = "ADDRESS", description = "http(s)://, syslog+udp://, syslog+tcp://")
          String address,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      return told(
          session.alarms().add(name, address, Attendant.absent()), "Alarms are sent to", json);
    }
  }

  @Command(
      name = "list",
      description = "List where alarms are sent, and how many wait for each.",
      footer = {"", "Examples:", "  simwright alarms to list", "  simwright alarms to list --json"})
  int list(
      @Mixin Place place, @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      List<AlarmActs.Told> all = session.alarms().outlets();
      List<String> lines = new ArrayList<>();
      all.forEach(each ->
          lines.add(
              each.outlet().name()
                  + " "
                  + each.outlet().address()
                  + ": "
                  + each.waiting()
                  + " wait"));
      terminal.result(
          json,
          Map.of("outlets", all.stream().map(AlarmsCommand::node).toList()),
          lines.isEmpty() ? List.of("Alarms are sent nowhere.") : lines);
      return Exit.PASSED;
    }
  }

  @Command(
      name = "test",
      description = "Send a message that says it is a test.",
      footer = {
        "",
        "Examples:",
        "  simwright alarms to test noc",
        "  simwright alarms to test noc --json"
      })
  int test(
      @Mixin Place place,
      @Parameters(paramLabel = "NAME", description = "As it was added.") String name,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      return told(session.alarms().test(name, Attendant.absent()), "A test was sent to", json);
    }
  }

  @Command(
      name = "remove",
      description = "Send no alarms there any more.",
      footer = {
        "",
        "Examples:",
        "  simwright alarms to remove noc",
        "  simwright alarms to remove noc --json"
      })
  int remove(
      @Mixin Place place,
      @Parameters(paramLabel = "NAME", description = "As it was added.") String name,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      return told(session.alarms().remove(name, Attendant.absent()), "No alarms are sent to", json);
    }
  }

  private int told(Job<Outlet> job, String words, boolean json) {
    Outlet outlet = Work.done(program, terminal, job, LONGEST);
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", outlet.name());
    node.put("address", outlet.address().toString());
    node.put("confirms", outlet.confirms());
    terminal.result(json, node, words + " " + outlet.name() + " (" + outlet.address() + ").");
    return Exit.PASSED;
  }
}
