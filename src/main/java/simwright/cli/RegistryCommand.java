package simwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.fault.Fault;
import simwright.job.JobCodes;
import simwright.job.ResultActs;
import simwright.journal.Alarm;
import simwright.rollout.Certification;
import simwright.rollout.DeviceKind;
import simwright.rollout.Origin;
import simwright.rollout.ProvisioningPath;
import simwright.rollout.RegistryEntry;
import simwright.rollout.RegistryFile;
import simwright.rollout.Regression;

/// Shows which devices real runs have made compatible, and exchanges that with others.
@Command(
    name = "registry",
    description = "Which devices are compatible, by real results; export and import.",
    footer = {
      "",
      "Simulated devices are marked and certify nothing.",
      "",
      "Examples:",
      "  simwright registry list",
      "  simwright registry show EC25",
      "  simwright registry export devices.json",
      "  simwright registry import devices.json",
      "  simwright registry claim SM-G991B --path carrier-api"
    })
public final class RegistryCommand {
  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public RegistryCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "list",
      description = "List the kinds of devices that were tried, and what they are certified for.",
      footer = {"", "Examples:", "  simwright registry list", "  simwright registry list --json"})
  int list(
      @Mixin Place place, @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      List<RegistryEntry> found = session.results().registry("");
      List<Alarm> alarms = session.results().alarms();
      if (json || found.isEmpty()) {
        terminal.result(json, node(found, alarms), "No run has told of a device yet.");
      } else {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
            List.of(
                "MODEL",
                "HARDWARE",
                "FIRMWARE",
                "OS",
                "LANGUAGE",
                "STANDING",
                "CERTIFIED FOR",
                "FROM"));
        found.forEach(entry -> rows.add(row(entry)));
        terminal.table(rows);
        say(alarms);
      }
      return Exit.PASSED;
    }
  }

  @Command(
      name = "show",
      description = "Show all that is known of the devices whose kind holds these words.",
      footer = {
        "",
        "Examples:",
        "  simwright registry show EC25",
        "  simwright registry show EC25EFAR06A05M4G --json"
      })
  int show(
      @Mixin Place place,
      @Parameters(arity = "1..*", paramLabel = "WORD", description = "Model, firmware, OS.")
          List<String> words,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      List<RegistryEntry> found = session.results().registry(String.join(" ", words));
      List<Alarm> alarms = session.results().alarms();
      if (json || found.isEmpty()) {
        terminal.result(json, node(found, alarms), "No such device was tried.");
      } else {
        found.forEach(entry -> lines(entry).forEach(terminal::line));
        say(alarms);
      }
      return found.isEmpty() ? Exit.FAILED : Exit.PASSED;
    }
  }

  @Command(
      name = "export",
      description = "Write the registry: .csv for a spreadsheet, else JSON for others to import.",
      footer = {
        "",
        "What came from elsewhere is left out of the JSON: its origin speaks for it.",
        "",
        "Examples:",
        "  simwright registry export devices.json",
        "  simwright registry export devices.csv"
      })
  int export(
      @Mixin Place place,
      @Parameters(paramLabel = "FILE", description = "Where to.") Path file,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
      ResultActs.Exported made =
          csv ? session.results().exportCsv() : session.results().exportJson();
      write(file, made.text().getBytes(StandardCharsets.UTF_8));
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("file", file.toString());
      node.put("devices", made.entries());
      node.put("sha256", made.sha256());
      node.put("log", Map.of("size", made.anchor().size(), "head", made.anchor().head()));
      terminal.result(
          json,
          node,
          made.entries() + " kinds of devices are in " + file + ", SHA-256 " + made.sha256());
      return Exit.PASSED;
    }
  }

  @Command(
      name = "import",
      description =
          "Take in the registry of another installation, or a spreadsheet, as a whole or not at"
              + " all.",
      footer = {
        "",
        "Each entry keeps where it came from; a later import from there takes its place.",
        "A .csv has the columns of the export, of which model alone must be there; what is wrong is"
            + " told by row.",
        "",
        "Examples:",
        "  simwright registry import devices.json",
        "  simwright registry import devices.csv"
      })
  int take(
      @Mixin Place place,
      @Parameters(paramLabel = "FILE", description = "A file that export wrote, or a .csv.")
          Path file,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      ResultActs.Imported taken = session.results().importRegistry(read(file), file.toString());
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("file", file.toString());
      node.put("sha256", taken.sha256());
      node.put("installation", taken.installation());
      node.put("devices", taken.entries());
      terminal.result(
          json,
          node,
          taken.entries() + " kinds of devices came from " + taken.installation() + ".");
      return Exit.PASSED;
    }
  }

  @Command(
      name = "claim",
      description = "Say by which way profiles come onto a kind of device, where nothing tells it.",
      footer = {
        "",
        "It stands in the log with your name, apart from what runs and devices told.",
        "",
        "Examples:",
        "  simwright registry claim SM-G991B --path carrier-api",
        "  simwright registry claim EC25 --firmware EC25EFAR06A06M4G --path vendor-rom"
      })
  int claim(
      @Mixin Place place,
      @Parameters(paramLabel = "MODEL", description = "As the device tells it.") String model,
      @Option(
              names = "--path",
              required = true,
              paramLabel = "WAY",
              converter = Typed.OfWay.class,
              description = "os-lpa, carrier-api, vendor-rom, modem-lpa or host-lpa; repeatable.")
          List<ProvisioningPath> paths,
      @Option(names = "--firmware", paramLabel = "F", description = "Of this firmware alone.")
          @Nullable String firmware,
      @Option(names = "--hardware", paramLabel = "H", description = "Of this revision alone.")
          @Nullable String hardware,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    DeviceKind kind = new DeviceKind(model, said(hardware), said(firmware), "", "", false);
    try (Session session = program.open(place)) {
      RegistryEntry entry = session.results().claim(kind, Set.copyOf(paths));
      terminal.result(
          json,
          entry.content(),
          "Taken down of " + kind.words() + ": " + entry.pathWords() + ", as you say.");
      return Exit.PASSED;
    }
  }

  private static String said(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static byte[] read(Path file) {
    try {
      if (Files.size(file) > RegistryFile.LARGEST) {
        throw new Fault(
            JobCodes.UNREADABLE, "importing a registry", file.toString(), "it is too large", null);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Fault(
          JobCodes.UNREADABLE, "importing a registry", file.toString(), e.getMessage(), e);
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new Fault(
          JobCodes.UNWRITABLE, "exporting the registry", file.toString(), e.getMessage(), e);
    }
  }

  private void say(List<Alarm> alarms) {
    alarms.forEach(each ->
        terminal.line(
            (Regression.possible(each) ? "△ POSSIBLE since " : "▲ ALARM since ")
                + each.raised()
                + ": "
                + each.text()));
  }

  private static List<String> row(RegistryEntry entry) {
    return List.of(
        entry.kind().model(),
        told(entry.kind().hardware()),
        told(entry.kind().firmware()),
        told(entry.kind().os()),
        told(entry.kind().language()),
        standing(entry),
        entry.certified().stream()
            .map(each -> each.edition().plan() + (each.stands() ? "" : " (withdrawn)"))
            .collect(Collectors.joining(", ")),
        entry.origin().map(Origin::installation).orElse("this log"));
  }

  private static String told(String value) {
    return value.isEmpty() ? "not told" : value;
  }

  private static String standing(RegistryEntry entry) {
    return switch (entry.standing()) {
      case CERTIFIED -> "● certified";
      case WITHDRAWN -> "▲ certification withdrawn";
      case NOT_CERTIFIED -> "▲ not certified";
      case SIMULATED -> "SIMULATED, certifies nothing";
      case CLAIMED -> "claimed, nothing was tried";
    };
  }

  private static List<String> lines(RegistryEntry entry) {
    List<String> lines = new ArrayList<>();
    lines.add(entry.kind().words() + ": " + standing(entry));
    if (!entry.bands().isEmpty()) {
      lines.add("  bands " + entry.bands());
    }
    entry.capacity().ifPresent(most -> lines.add("  held up to " + most + " profiles at once"));
    lines.add(
        "  hardware revision "
            + told(entry.kind().hardware())
            + ", language "
            + told(entry.kind().language()));
    if (!entry.paths().isEmpty()) {
      lines.add("  profiles come by " + entry.pathWords());
    }
    lines.add("  first attempts passed: " + entry.firstAttempts().words());
    for (Certification each : entry.certified()) {
      lines.add(
          "  "
              + each.edition().plan()
              + " (SHA-256 "
              + each.edition().planSha256()
              + ", "
              + each.edition().limitWords()
              + "): "
              + each.outcome().key()
              + (each.attempt() > 1 ? " on try " + each.attempt() : "")
              + (each.lab() ? " LAB" : "")
              + " at "
              + each.at()
              + ", run "
              + each.run()
              + each.withdrawn()
                  .map(by ->
                      "; ▲ WITHDRAWN by run "
                          + by.run()
                          + ": "
                          + by.outcome().key()
                          + " at "
                          + by.at())
                  .orElse(""));
    }
    entry
        .origin()
        .ifPresent(from ->
            lines.add(
                "  from "
                    + from.installation()
                    + ", taken in by "
                    + from.by()
                    + " at "
                    + from.at()
                    + ", file SHA-256 "
                    + from.fileSha256()));
    return lines;
  }

  private static Map<String, Object> node(List<RegistryEntry> found, List<Alarm> alarms) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("devices", found.stream().map(RegistryCommand::node).toList());
    node.put("alarms", alarms.stream().map(RegistryCommand::node).toList());
    return node;
  }

  private static Map<String, Object> node(RegistryEntry entry) {
    Map<String, Object> node = new LinkedHashMap<>(entry.content());
    node.put("standing", entry.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    node.put("firstAttemptsWords", entry.firstAttempts().words());
    node.put("origin", entry.origin().map(RegistryCommand::node).orElse(null));
    return node;
  }

  private static Map<String, Object> node(Origin origin) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("installation", origin.installation());
    node.put("fileSha256", origin.fileSha256());
    node.put("by", origin.by());
    node.put("at", origin.at().toString());
    return node;
  }

  private static Map<String, Object> node(Alarm alarm) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("id", alarm.id());
    node.put("rank", Regression.possible(alarm) ? "possible" : "alarm");
    node.put("text", alarm.text());
    node.put("raised", alarm.raised().toString());
    node.put("acknowledged", alarm.acknowledged().map(Object::toString).orElse(null));
    return node;
  }
}
