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
import simwright.link.LinkAddress;

/// Sends AT command lines and shows the answers.
@Command(
    name = "at",
    description = "Send AT command lines to a device and show the answers.",
    footer = {
      "",
      "Dangerous commands are refused; those that only need care are asked for by typing.",
      "",
      "Examples:",
      "  simwright at /dev/ttyUSB2 AT+CSQ",
      "  simwright at B/ec25 'AT+CEREG?' 'AT+COPS?' --json"
    })
public final class AtTerminalCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(30);

  @Mixin Place place = new Place();

  @Parameters(index = "0", paramLabel = "LINK", description = "serial:/dev/ttyUSB2 or a bare path.")
  String link = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "LINE", description = "Command lines.")
  List<String> lines = new ArrayList<>();

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
      String id = session.acts().idOf(LinkAddress.parse(link));
      for (String line : lines) {
        Exchange exchange =
            session
                .acts()
                .send(id, line, new TerminalAttendant(terminal))
                .await(program.time().deadline(LONGEST))
                .orElseThrow();
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
