package simwright.cli;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.ask.Attendant;
import simwright.euicc.MemoryReset;
import simwright.lpa.CardReading;

/// The eUICC itself: what it is, its default server, its memory.
@Command(
    name = "euicc",
    description = "Show what an eUICC is, set its default server, reset its memory.",
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
    if (card.json) {
      terminal.json(EuiccWords.node(reading));
    } else {
      EuiccWords.lines(reading).forEach(terminal::line);
    }
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
    boolean done =
        card.act(program, terminal, (acts, id) -> acts.defaultServer(id, host, Attendant.absent()));
    if (card.json) {
      terminal.json(Map.of("set", done));
    } else {
      terminal.line(host.isEmpty() ? "No default server." : "The default server is " + host + ".");
    }
    return Exit.PASSED;
  }

  @Command(
      name = "reset",
      description = "Take all operational profiles, and what else is named, off the card for good.",
      footer = {"", "Examples:", "  simwright euicc reset /dev/ttyUSB2 --test-profiles"})
  int reset(
      @Mixin CardOption card,
      @Option(names = "--test-profiles", description = "Test profiles, too.") boolean test,
      @Option(names = "--default-server", description = "The default server's address, too.")
          boolean address,
      @Option(names = "--yes", description = "Confirm without being asked.") boolean yes) {
    Set<MemoryReset.What> what = EnumSet.of(MemoryReset.What.OPERATIONAL_PROFILES);
    if (test) {
      what.add(MemoryReset.What.FIELD_LOADED_TEST_PROFILES);
    }
    if (address) {
      what.add(MemoryReset.What.DEFAULT_SMDP_ADDRESS);
    }
    boolean done =
        card.act(
            program,
            terminal,
            (acts, id) -> acts.reset(id, what, CardOption.attendant(program, terminal, yes)));
    if (card.json) {
      terminal.json(Map.of("reset", done));
    } else {
      terminal.line("The memory of the card is reset.");
    }
    return Exit.PASSED;
  }
}
