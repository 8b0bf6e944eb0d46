package simwright.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.audit.Verdict;
import simwright.journal.Recorded;

/// Verifies, searches and shows the log.
@Command(
    name = "audit",
    description = "Verify, search and show the audit log.",
    footer = {
      "",
      "Examples:",
      "  simwright audit verify --data D",
      "  simwright audit search device.probe",
      "  simwright audit show 12"
    })
public final class AuditCommand {
  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public AuditCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "verify",
      description = "Verify the whole log. Exit code 1 when something is not as it was written.")
  int verify(
      @Mixin Place place, @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      Verdict verdict = session.book().verify(List.of());
      if (json) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("sound", verdict.sound());
        node.put("records", verdict.records());
        node.put("head", verdict.head());
        node.put("checkpoints", verdict.checkpoints());
        node.put("firstBad", verdict.firstBad() == 0 ? null : verdict.firstBad());
        node.put("findings", verdict.findings());
        terminal.json(node);
      } else if (verdict.sound()) {
        terminal.line(
            "The log is sound: " + verdict.records() + " records, head " + verdict.head());
      } else {
        verdict.findings().forEach(terminal::line);
      }
      return verdict.sound() ? Exit.PASSED : Exit.FAILED;
    }
  }

  @Command(name = "search", description = "Find records that hold all words, newest first.")
  int search(
      @Mixin Place place,
      @Option(names = "--json", description = "Print JSON.") boolean json,
      @Option(
              names = "--most",
              defaultValue = "50",
              description = "At most so many (default ${DEFAULT-VALUE}).")
          int most,
      @Option(
              names = "--before",
              defaultValue = "9223372036854775807",
              description = "Only numbers below.")
          long before,
      @Parameters(arity = "0..*", paramLabel = "WORD") List<String> words) {
    try (Session session = program.open(place)) {
      List<Recorded> found =
          session
              .book()
              .search(
                  words == null ? "" : String.join(" ", words),
                  before,
                  Math.clamp(most, 1, 10_000));
      if (json) {
        terminal.json(Map.of("records", found.stream().map(AuditCommand::node).toList()));
      } else {
        for (Recorded each : found) {
          terminal.line(each.seq() + "  " + each.at() + "  " + each.actor() + "  " + each.kind());
        }
      }
      return found.isEmpty() ? Exit.FAILED : Exit.PASSED;
    }
  }

  @Command(name = "show", description = "Show one record as it is stored.")
  int show(@Mixin Place place, @Parameters(paramLabel = "NUMBER") long number) {
    try (Session session = program.open(place)) {
      Optional<Recorded> found = session.book().record(number);
      found.ifPresentOrElse(
          each -> terminal.line(each.line()), () -> terminal.say("There is no record " + number));
      return found.isPresent() ? Exit.PASSED : Exit.FAILED;
    }
  }

  private static Map<String, Object> node(Recorded recorded) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("seq", recorded.seq());
    node.put("at", recorded.at().toString());
    node.put("actor", recorded.actor());
    node.put("kind", recorded.kind());
    node.put("line", recorded.line());
    return node;
  }
}
