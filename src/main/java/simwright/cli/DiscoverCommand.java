package simwright.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simwright.ask.Attendant;
import simwright.lpa.Discovery;
import simwright.rsp.es9.AuthenticateClient;

/// Asks SM-DS servers which profiles wait for a card.
@Command(
    name = "discover",
    description = "Ask SM-DS servers which profiles wait for a card.",
    footer = {
      "",
      "Examples:",
      "  simwright discover /dev/ttyUSB2",
      "  simwright discover /dev/ttyUSB2 --server smds.example.com"
    })
public final class DiscoverCommand implements Callable<Integer> {
  @Mixin CardOption card = new CardOption();

  @Option(
      names = "--server",
      paramLabel = "HOST",
      description = "This SM-DS instead of those the card knows; again for more.")
  List<String> servers = List.of();

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public DiscoverCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Discovery.Found> found =
        card.act(program, terminal, (acts, id) -> acts.discover(id, servers, Attendant.absent()));
    if (card.json) {
      terminal.json(Map.of("servers", found.stream().map(DiscoverCommand::node).toList()));
    } else {
      for (Discovery.Found each : found) {
        String outcome =
            each.fault()
                .map(fault -> "did not answer (simwright explain " + fault.code() + ")")
                .orElse(each.events().isEmpty() ? "nothing waits" : "");
        terminal.line(each.server() + ": " + outcome);
        each.events().forEach(event -> terminal.line("  " + event.code()));
      }
    }
    return found.stream().allMatch(each -> each.fault().isEmpty()) ? Exit.PASSED : Exit.FAILED;
  }

  private static Map<String, Object> node(Discovery.Found found) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("server", found.server());
    node.put("events", found.events().stream().map(DiscoverCommand::node).toList());
    node.put("code", found.fault().map(fault -> fault.code().toString()).orElse(null));
    return node;
  }

  private static Map<String, Object> node(AuthenticateClient.Event event) {
    return Map.of("server", event.address(), "eventId", event.id(), "activationCode", event.code());
  }
}
