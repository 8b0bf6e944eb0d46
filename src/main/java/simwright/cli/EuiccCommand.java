package simwright.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import simwright.ask.Attendant;
import simwright.lpa.CardReading;

/// The eUICC itself: what it is, and its default server.
@Command(
    name = "euicc",
    description = "Show what an eUICC is, set its default server.",
    footer = {"", "Examples:", "  simwright euicc info /dev/ttyUSB2"})
public final class EuiccCommand {
  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public EuiccCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "info",
      description = "Show identity, versions, memory, roots, addresses and rules.",
      footer = {"", "Examples:", "  simwright euicc info /dev/ttyUSB2 --json"})
  int info(@Mixin CardOption card) {
    CardReading reading =
        card.act(program, terminal, (acts, id) -> acts.read(id, Attendant.absent()));
    terminal.result(card.json, EuiccWords.node(reading), EuiccWords.lines(reading));
    return Exit.PASSED;
  }

  @Command(
      name = "default-server",
      description =
          "Set the SM-DP+ that is asked where no activation code names one; \"\" unsets it.",
      footer = {"", "Examples:", "  simwright euicc default-server /dev/ttyUSB2 smdp.example.com"})
  int defaultServer(
      @Mixin CardOption card,
      @Parameters(index = "1", paramLabel = "HOST", description = "Its name.") String host) {
    Optional<String> before =
        card.act(program, terminal, (acts, id) -> acts.defaultServer(id, host, Attendant.absent()));
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("set", true);
    node.put("before", before.orElse(null));
    terminal.result(
        card.json,
        node,
        (host.isEmpty() ? "No default server" : "The default server is " + host)
            + "; before it was "
            + before.orElse("none")
            + ".");
    return Exit.PASSED;
  }
}
