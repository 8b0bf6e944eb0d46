package simwright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.ask.Question;
import simwright.audit.Anchor;
import simwright.audit.Export;
import simwright.audit.Verdict;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.identity.Identifier;
import simwright.identity.Imei;
import simwright.identity.Imsi;
import simwright.journal.Recorded;

/// Verifies, searches and shows the log.
@Command(
    name = "audit",
    description = "Verify, search, show, export and archive the audit log; erase a subject.",
    footer = {
      "",
      "Examples:",
      "  simwright audit verify --data D --anchor 120:9f86d081884c7d65...",
      "  simwright audit search device.probe",
      "  simwright audit show 12",
      "  simwright audit export log.jsonl",
      "  simwright audit archive /media/usb/bench-7",
      "  simwright audit verify --archive /media/usb/bench-7 --key signing.pem",
      "  simwright audit forget imsi 001010123456789 --as anna",
      "  simwright audit retention imsi=90 --as anna"
    })
public final class AuditCommand {
  private static final Duration ANSWER = Duration.ofMinutes(5);

  private final Program program;
  private final Terminal terminal;
  @Spec private CommandSpec spec = CommandSpec.create();

  /// On this terminal.
  public AuditCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "verify",
      description = "Verify the whole log. Exit code 1 when something is not as it was written.",
      footer = {
        "",
        "Examples:",
        "  simwright audit verify",
        "  simwright audit verify --anchor 120:9f86d081884c7d65...",
        "  simwright audit verify --archive /media/usb/bench-7 --key signing.pem --json"
      })
  int verify(
      @Mixin Place place,
      @Option(names = "--json", description = "Print JSON.") boolean json,
      @Option(
              names = "--anchor",
              paramLabel = "SIZE:HEAD",
              description = "Also against what a report or export says of the log.")
          List<String> anchors,
      @Option(
              names = "--archive",
              paramLabel = "DIR",
              description = "Verify this archive instead of the log.")
          Path archive,
      @Option(
              names = "--key",
              paramLabel = "FILE",
              description = "The key that the archive is held to (else its own).")
          Path key) {
    List<Anchor> all = anchors == null ? List.of() : anchors.stream().map(this::anchor).toList();
    if (archive == null) {
      place.data().filter(Files::notExists).ifPresent(this::noLog);
    }
    try (Session session = program.open(place)) {
      Verdict verdict =
          archive == null
              ? session.book().verify(all)
              : session.log().verifyArchive(archive, Optional.ofNullable(key), all);
      return tell(verdict, json);
    }
  }

  /// A misspelt folder must not come out as a sound log.
  private void noLog(Path folder) {
    throw new ParameterException(spec.commandLine(), "There is no log to verify in " + folder);
  }

  private Anchor anchor(String text) {
    return Anchor.read(text)
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(), "An anchor is written SIZE:HEAD, with 64 hex digits: " + text));
  }

  private int tell(Verdict verdict, boolean json) {
    terminal.result(
        json,
        node(verdict),
        verdict.sound()
            ? List.of("The log is sound: " + verdict.records() + " records, head " + verdict.head())
            : verdict.findings());
    return verdict.sound() ? Exit.PASSED : Exit.FAILED;
  }

  @Command(
      name = "search",
      description = "Find records that hold all words, newest first.",
      footer = {
        "",
        "Examples:",
        "  simwright audit search device.probe",
        "  simwright audit search first-boot --most 5 --json"
      })
  int search(
      @Mixin Place place,
      @Option(names = "--json", description = "Print JSON.") boolean json,
      @Mixin Most most,
      @Option(
              names = "--before",
              defaultValue = "9223372036854775807",
              description = "Only numbers below.")
          long before,
      @Parameters(arity = "0..*", paramLabel = "WORD", description = "All must be there.")
          List<String> words) {
    try (Session session = program.open(place)) {
      List<Recorded> found = session.book().search(text(words), before, most.count());
      terminal.result(
          json,
          Map.of("records", found.stream().map(AuditCommand::node).toList()),
          found.stream().map(RecordSummary::of).toList());
      return found.isEmpty() ? Exit.FAILED : Exit.PASSED;
    }
  }

  @Command(
      name = "show",
      description = "Show one record as it is stored.",
      footer = {"", "Examples:", "  simwright audit show 12"})
  int show(
      @Mixin Place place,
      @Option(names = "--json", description = "The line as it was hashed, which is JSON already.")
          boolean unused,
      @Parameters(paramLabel = "NUMBER", description = "Its number.") long number) {
    try (Session session = program.open(place)) {
      Optional<Recorded> found = session.book().record(number);
      found.ifPresentOrElse(
          each -> terminal.line(each.line()), () -> terminal.say("There is no record " + number));
      return found.isPresent() ? Exit.PASSED : Exit.FAILED;
    }
  }

  @Command(
      name = "export",
      description =
          "Write records that hold all words, or all, oldest first; FILE.anchor beside it.",
      footer = {
        "",
        "Examples:",
        "  simwright audit export log.jsonl",
        "  simwright audit export failed.csv acceptance fail"
      })
  int export(
      @Mixin Place place,
      @Option(
              names = "--format",
              description = "${COMPLETION-CANDIDATES} (else by the file's ending, else JSONL).")
          Export.Format format,
      @Option(
              names = "--clear",
              description = "With identifiers in clear; needs the role, and is recorded.")
          boolean clear,
      @Option(names = "--json", description = "Print JSON.") boolean json,
      @Parameters(index = "0", paramLabel = "FILE", description = "Where to write it.") Path file,
      @Parameters(
              index = "1..*",
              arity = "0..*",
              paramLabel = "WORD",
              description = "All must be there.")
          List<String> words) {
    Export.Format form = format;
    if (form == null) {
      form =
          file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
              ? Export.Format.CSV
              : Export.Format.JSONL;
    }
    try (Session session = program.open(place)) {
      Export.Written written = session.log().export(file, form, text(words), clear);
      terminal.result(
          json,
          node(written),
          written.records()
              + " records in "
              + written.file()
              + "; log "
              + written.anchor().size()
              + " "
              + written.anchor().head());
      return Exit.PASSED;
    }
  }

  @Command(
      name = "archive",
      description =
          "Copy the whole log into a new folder that can be verified alone, and verify it there."
              + " Nothing is taken out of the log.",
      footer = {"", "Examples:", "  simwright audit archive /media/usb/bench-7"})
  int archive(
      @Mixin Place place,
      @Option(names = "--json", description = "Print JSON.") boolean json,
      @Parameters(paramLabel = "DIR", description = "A folder that is not there yet.")
          Path folder) {
    try (Session session = program.open(place)) {
      return tell(session.log().archive(folder), json);
    }
  }

  @Command(
      name = "forget",
      description =
          "Erase what is kept of one identifier. The log still verifies; the value can never be"
              + " read again.",
      footer = {
        "",
        "Examples:",
        "  simwright audit forget imsi 001010123456789 --as anna",
        "  simwright audit forget imsi 001010123456789 --confirm 6789 --as anna"
      })
  int forget(
      @Mixin Place place,
      @Option(
              names = "--confirm",
              paramLabel = "DIGITS",
              description = "The last four digits, instead of being asked for them.")
          String confirmed,
      @Option(names = "--json", description = "Print JSON.") boolean json,
      @Parameters(index = "0", paramLabel = "KIND", description = "imsi, iccid, imei or eid.")
          String kind,
      @Parameters(index = "1", paramLabel = "VALUE", description = "Its digits.") String value) {
    Identifier identifier = identifier(kind, value);
    String expected = identifier.value().substring(identifier.value().length() - 4);
    if (confirmed == null ? !asked(identifier, expected) : !confirmed.equals(expected)) {
      terminal.say("Nothing was erased: the last four digits were not confirmed.");
      return Exit.ABORTED;
    }
    try (Session session = program.open(place)) {
      boolean there = session.log().forget(identifier);
      terminal.result(
          json,
          Map.of("kind", identifier.kind(), "erased", there),
          there
              ? "Erased. The log still verifies; the value cannot be read any more."
              : "Nothing was kept of it.");
      return Exit.PASSED;
    }
  }

  private boolean asked(Identifier identifier, String expected) {
    return new TerminalAttendant(terminal, program.time())
        .ask(
            new Question.TypedConfirmation(
                "Erase " + identifier.kind() + " " + identifier.redacted(),
                "The value, kept encrypted beside the log, can never be read again. Type its last"
                    + " four digits.",
                expected,
                ANSWER))
        .orElse(false);
  }

  private Identifier identifier(String kind, String value) {
    try {
      return switch (kind.toLowerCase(Locale.ROOT)) {
        case "imsi" -> new Imsi(value);
        case "iccid" -> new Iccid(value);
        case "imei" -> new Imei(value);
        case "eid" -> new Eid(value);
        default ->
            throw new ParameterException(
                spec.commandLine(), "KIND is one of imsi, iccid, imei and eid, not " + kind);
      };
    } catch (IllegalArgumentException malformed) {
      throw new ParameterException(spec.commandLine(), "This is no " + kind + ".", malformed);
    }
  }

  @Command(
      name = "retention",
      description =
          "Show for how many days after it was last seen a value is kept, or set it (KIND=DAYS).",
      footer = {
        "",
        "Examples:",
        "  simwright audit retention",
        "  simwright audit retention imsi=90 --as anna"
      })
  int retention(
      @Mixin Place place,
      @Option(names = "--json", description = "Print JSON.") boolean json,
      @Parameters(arity = "0..*", paramLabel = "KIND=DAYS", description = "None: only show.")
          Map<String, Integer> days) {
    try (Session session = program.open(place)) {
      if (days != null) {
        days.forEach(session.log()::retain);
      }
      Map<String, Integer> now = session.log().retention();
      terminal.result(
          json,
          Map.of("days", now),
          now.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
      return Exit.PASSED;
    }
  }

  private static String text(List<String> words) {
    return words == null ? "" : String.join(" ", words);
  }

  private static Map<String, Object> node(Verdict verdict) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("sound", verdict.sound());
    node.put("records", verdict.records());
    node.put("head", verdict.head());
    node.put("checkpoints", verdict.checkpoints());
    node.put("firstBad", verdict.firstBad() == 0 ? null : verdict.firstBad());
    node.put("findings", verdict.findings());
    return node;
  }

  private static Map<String, Object> node(Export.Written written) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("file", written.file().toString());
    node.put("records", written.records());
    node.put("size", written.anchor().size());
    node.put("head", written.anchor().head());
    return node;
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
