package simwright.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.at.Exchange;
import simwright.job.Job;

/// Sends AT command lines and shows the answers.
@Command(
    name = "at",
    description = "Send AT command lines to a device and show the answers.",
    footer = {
      "",
      "Dangerous commands are refused; those that only need care are asked for by typing.",
      "The lines are sent one after the other; the port is free again at their end, with echo,"
          + " error",
      "numbers and reports as they were found.",
      "",
      "Examples:",
      "  simwright at /dev/ttyUSB2 AT+CSQ",
      "  simwright at B/ec25 'AT+CEREG?' 'AT+COPS?' --json",
      "  simwright at B/ec25 'AT+CMGS=\"12345\"' --text 'hello'"
    })
public final class AtTerminalCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(30);

  @Mixin Place place = new Place();

  @Parameters(index = "0", paramLabel = "LINK", description = "As for probe.")
  String link = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "LINE", description = "Command lines.")
  List<String> lines = new ArrayList<>();

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Answer the prompt of a line such as AT+CMGS with this; Ctrl Z follows it.")
  String text = "";

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public AtTerminalCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Map<String, Object>> all = new ArrayList<>();
    boolean failed = false;
    try (Session session = program.open(place)) {
      String id = session.acts().idOf(session.address(link));
      for (String line : lines) {
        Job<Exchange> job =
            session.acts().send(id, line, text, new TerminalAttendant(terminal, program.time()));
        Exchange exchange = Work.done(program, terminal, job, LONGEST);
        failed |= !exchange.result().succeeded();
        all.add(node(exchange));
        if (!json) {
          exchange.lines().forEach(terminal::line);
          terminal.line(exchange.result().text());
        }
      }
    }
    if (json) {
      terminal.json(Map.of("exchanges", all));
    }
    return failed ? Exit.FAILED : Exit.PASSED;
  }

  private static Map<String, Object> node(Exchange exchange) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("command", exchange.command());
    node.put("lines", exchange.lines());
    node.put("result", exchange.result().text());
    node.put("millis", exchange.took().toMillis());
    return node;
  }
}
