package simwright.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Holds back what the applications of a handset do in the background, or lets them again.
@Command(
    name = "hold",
    description = "Hold back background data of a handset (Data Saver), or let it again.",
    footer = {
      "",
      "It is what data report proposes where a handset lets us. Data Saver is switched with",
      "consent, and what the handset says afterwards is what is told. A modem has no such thing.",
      "",
      "Examples:",
      "  simwright data hold adb:R58N90ABCDE --yes",
      "  simwright data hold adb:R58N90ABCDE --off --json"
    })
public final class DataHoldCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @Mixin Place place = new Place();

  @Parameters(paramLabel = "LINK", description = "The handset: adb:SERIAL.")
  String link = "";

  @Option(names = "--off", description = "Let background data again.")
  boolean off;

  @Option(names = "--yes", description = "Consent without being asked.")
  boolean yes;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public DataHoldCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Session session = program.open(place)) {
      String id = session.acts().idOf(session.address(link));
      boolean held =
          Work.done(
              program,
              terminal,
              session
                  .carried()
                  .hold(id, !off, CardOption.attendant(program, terminal, yes, Optional.empty())),
              LONGEST);
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("device", id);
      node.put("held", held);
      terminal.result(
          json,
          node,
          id + (held ? ": background data is held back." : ": background data goes again."));
      return Exit.PASSED;
    }
  }
}
