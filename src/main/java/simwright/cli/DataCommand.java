package simwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.ask.Attendant;
import simwright.device.DataCounts;
import simwright.document.Csv;
import simwright.fault.Fault;
import simwright.job.DataActs;
import simwright.job.JobCodes;
import simwright.job.SampledData;
import simwright.quota.Account;
import simwright.quota.DataReport;
import simwright.quota.Volume;

/// Reads what devices carried, and tells how budgets stand.
@Command(
    name = "data",
    description = "What devices carried, by profile, app and class; budgets, forecasts, quotas.",
    footer = {
      "",
      "Budgets, classes and marks are rules in the data folder's data-rules.yaml, else those that",
      "ship: simwright data budget show.",
      "",
      "Examples:",
      "  simwright data sample B/ec25",
      "  simwright data report --days 7 --json",
      "  simwright data import usage.csv"
    })
public final class DataCommand {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final long LARGEST = 20_000_000;

  private final Program program;
  private final Terminal terminal;

  @Spec CommandSpec spec = CommandSpec.create();

  /// On this terminal.
  public DataCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "report",
      description = "How budgets stand, what was carried, what is unusual and what should be done.",
      footer = {
        "",
        "Nothing is done to a device: what is proposed says whether the device would let us.",
        "",
        "Examples:",
        "  simwright data report",
        "  simwright data report --device B/ec25 --days 30 --csv"
      })
  int report(
      @Mixin Place place,
      @Option(names = "--device", paramLabel = "LINK", description = "Of this device alone.")
          @Nullable String link,
      @Option(
              names = "--days",
              paramLabel = "N",
              defaultValue = "7",
              description = "Lines of so many days (1 to 62; default ${DEFAULT-VALUE}).")
          int days,
      @Option(names = "--csv", description = "Print the lines as CSV.") boolean csv,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      Optional<String> device = Optional.ofNullable(link).map(each -> id(session, each));
      DataReport report = session.carried().report(device, Math.clamp(days, 1, 62));
      if (json) {
        terminal.json(DataWords.node(report));
      } else if (csv) {
        terminal.text(csv(report));
      } else if (report.lines().isEmpty() && report.budgets().isEmpty()) {
        terminal.line("Nothing was counted yet: simwright data sample LINK, twice or more.");
      } else {
        show(report);
      }
      return Exit.PASSED;
    }
  }

  @Command(
      name = "sample",
      description = "Read what a device counted, and take it down.",
      footer = {
        "",
        "What was carried is the difference of two readings; one that fell is a reset. A handset",
        "tells it by app (dumpsys netstats), a modem as one sum where its family has counters.",
        "",
        "Examples:",
        "  simwright data sample B/ec25",
        "  simwright data sample adb:R58N90ABCDE --times 12 --every 300 --json"
      })
  int sample(
      @Mixin Place place,
      @Parameters(paramLabel = "LINK", description = "The device.") String link,
      @Option(
              names = "--times",
              paramLabel = "N",
              defaultValue = "1",
              description = "So many readings (1 to 1000).")
          int times,
      @Option(
              names = "--every",
              paramLabel = "SECONDS",
              defaultValue = "60",
              description = "Seconds between them (1 to 86400; default ${DEFAULT-VALUE}).")
          int every,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      String id = session.acts().idOf(session.address(link));
      List<Map<String, Object>> all = new ArrayList<>();
      int most = Math.clamp(times, 1, 1000);
      for (int i = 0; i < most; i++) {
        if (i > 0) {
          program.time().sleep(Duration.ofSeconds(Math.clamp(every, 1, 86_400)));
        }
        SampledData read =
            Work.done(program, terminal, session.carried().sample(id, Attendant.absent()), LONGEST);
        all.add(node(read));
        if (!json) {
          lines(read).forEach(terminal::line);
        }
      }
      if (json) {
        terminal.json(Map.of("readings", all));
      }
      return Exit.PASSED;
    }
  }

  @Command(
      name = "import",
      description =
          "Take in readings and operators' accounts of quotas (CSV), whole or not at all.",
      footer = {
        "",
        "Columns: at (2026-11-22T04:00:00Z) and either device, profile, app, sent, received,"
            + " roaming",
        "for a reading of a counter, or profile, used, cap, reset for what an operator told.",
        "",
        "Examples:",
        "  simwright data import usage.csv",
        "  simwright data import usage.csv --json"
      })
  int take(
      @Mixin Place place,
      @Parameters(paramLabel = "FILE", description = "A spreadsheet.") Path file,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      DataActs.Imported taken =
          Work.done(
              program,
              terminal,
              session.carried().take(read(file), file.toString(), Attendant.absent()),
              LONGEST);
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("file", file.toString());
      node.put("sha256", taken.sha256());
      node.put("readings", taken.readings());
      node.put("accounts", taken.accounts());
      terminal.result(
          json,
          node,
          taken.readings() + " readings and " + taken.accounts() + " accounts were taken in.");
      return Exit.PASSED;
    }
  }

  @Command(
      name = "notice",
      description = "Take down what an operator's short message or USSD answer says of a quota.",
      footer = {
        "",
        "It is read by the patterns under notices in the rules; the text itself is not kept.",
        "",
        "Examples:",
        "  simwright data notice PROD-FR-PARIS-2026 --sms 'You have used 1.5 GB of 5 GB.'",
        "  simwright data notice TRAVEL-EU-2026 --ussd '200 MB of 1 GB left'"
      })
  int notice(
      @Mixin Place place,
      @Parameters(paramLabel = "PROFILE", description = "Its name.") String profile,
      @Option(names = "--sms", paramLabel = "TEXT", description = "Of a short message.")
          @Nullable String sms,
      @Option(names = "--ussd", paramLabel = "TEXT", description = "Of a USSD answer.")
          @Nullable String ussd,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      String text = sms != null ? sms : ussd != null ? ussd : "";
      Account told =
          Work.done(
              program,
              terminal,
              session
                  .carried()
                  .notice(profile, sms != null ? "sms" : "ussd", text, Attendant.absent()),
              LONGEST);
      terminal.result(json, DataWords.node(told), told(told));
      return Exit.PASSED;
    }
  }

  @Command(
      name = "ask",
      description = "Ask the operator through a device what is left of a quota, and take it down.",
      footer = {
        "",
        "Without --ussd the short messages are read that are stored in the modem; they stay there,",
        "and what was taken down before is left out. Texts are read by the patterns under notices"
            + " in",
        "the rules that are for the operator; the texts themselves are not kept.",
        "",
        "Examples:",
        "  simwright data ask B/ec25",
        "  simwright data ask B/ec25 --ussd '*103#' --json"
      })
  int ask(
      @Mixin Place place,
      @Parameters(paramLabel = "LINK", description = "The device.") String link,
      @Option(
              names = "--ussd",
              paramLabel = "SERVICE",
              description = "By this service code, such as *103#.")
          @Nullable String code,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    if (code != null && !code.matches("[0-9*#+]{1,180}")) {
      throw new ParameterException(
          spec.commandLine(), "A service code has digits, * and #, not " + code);
    }
    Place there =
        place.bench().isPresent() ? place : program.benchOf(link).map(place::on).orElse(place);
    try (Session session = program.open(there)) {
      List<Account> told =
          Work.done(
              program,
              terminal,
              session
                  .carried()
                  .ask(
                      session.acts().idOf(session.address(link)),
                      Optional.ofNullable(code),
                      Attendant.absent()),
              LONGEST);
      terminal.result(
          json,
          Map.of("accounts", told.stream().map(DataWords::node).toList()),
          told.isEmpty()
              ? List.of("No message there tells anything new of a quota.")
              : told.stream().map(DataCommand::told).toList());
      return told.isEmpty() ? Exit.FAILED : Exit.PASSED;
    }
  }

  private static String told(Account told) {
    return told.profile()
        + ": "
        + (told.reset() ? "the quota began anew" : "used " + words(told.used()))
        + ", cap "
        + words(told.cap());
  }

  private static String words(java.util.OptionalLong bytes) {
    return bytes.isPresent() ? Volume.words(bytes.getAsLong()) : "not told";
  }

  private static String id(Session session, String link) {
    return session.carried().counted().contains(link)
        ? link
        : session.acts().idOf(session.address(link));
  }

  private void show(DataReport report) {
    List<List<String>> budgets = new ArrayList<>();
    budgets.add(List.of("DEVICE", "BUDGET", "CAP", "USED", "", "RESERVED", "FORECAST"));
    report.budgets().forEach(each -> budgets.add(DataWords.row(each)));
    terminal.table(budgets);
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("DEVICE", "DAY", "PROFILE", "APP", "CLASS", "SENT", "RECEIVED"));
    report.lines().forEach(each -> lines.add(DataWords.row(each)));
    terminal.table(lines);
    DataWords.lines(report).forEach(terminal::line);
  }

  private static String csv(DataReport report) {
    StringBuilder csv =
        new StringBuilder("device,day,profile,app,class,sent,received,at least\r\n");
    for (DataReport.Line each : report.lines()) {
      csv.append(
          String.join(
              ",",
              Csv.cell(each.device()),
              each.day().toString(),
              Csv.cell(each.profile()),
              Csv.cell(each.app()),
              each.traffic().map(traffic -> traffic.key()).orElse(""),
              String.valueOf(each.sent()),
              String.valueOf(each.received()),
              String.valueOf(each.atLeast())));
      csv.append("\r\n");
    }
    return csv.toString();
  }

  private static List<String> lines(SampledData read) {
    List<String> lines = new ArrayList<>();
    lines.add(
        read.at()
            + " "
            + read.device()
            + " under "
            + (read.profile().isEmpty() ? "a profile that is not known" : read.profile())
            + (read.roaming() ? ", roaming" : "")
            + ", by "
            + read.means());
    read.counts()
        .forEach(each ->
            lines.add(
                "  "
                    + (each.app().isEmpty() ? "whole device" : each.app())
                    + ": "
                    + Volume.words(each.sent())
                    + " sent, "
                    + Volume.words(each.received())
                    + " received"));
    return lines;
  }

  private static Map<String, Object> node(SampledData read) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("at", read.at().toString());
    node.put("device", read.device());
    node.put("profile", read.profile());
    node.put("means", read.means());
    node.put("roaming", read.roaming());
    node.put("counters", read.counts().stream().map(DataCommand::node).toList());
    return node;
  }

  private static Map<String, Object> node(DataCounts.Count each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("app", each.app());
    node.put("sent", each.sent());
    node.put("received", each.received());
    return node;
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new Fault(
            JobCodes.UNREADABLE, "importing data", file.toString(), "it is too large", null);
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Fault(JobCodes.UNREADABLE, "importing data", file.toString(), e.getMessage(), e);
    }
  }
}
