package simwright.cli;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.acceptance.DrillTime;
import simwright.acceptance.Run;
import simwright.acceptance.plan.Outcome;
import simwright.ask.Attendant;
import simwright.job.DrillActs;
import simwright.job.Job;
import simwright.job.ScheduledDrill;

/// Drills by the calendar.
@Command(
    name = "schedule",
    description = "Drills by the calendar: run by the console while it is open, or by run-due.",
    footer = {
      "",
      "Each time is run once, by whichever program comes first, and only within its window; one"
          + " that",
      "nobody ran is missed, and told as such. Nobody is there to answer: what a person would have",
      "to do makes the run inconclusive.",
      "",
      "Examples:",
      "  simwright drill schedule add t local-outage --device B/m --day tue --at 03:00",
      "  simwright drill schedule list",
      "  simwright drill schedule run-due"
    })
public final class DrillScheduleCommand {
  private static final int MOST = 1000;
  private static final int LONGEST_WINDOW = 1440;
  private static final Duration ENTERED = Duration.ofMinutes(2);
  private static final Duration RUN = Duration.ofHours(12);

  @Spec CommandSpec spec = CommandSpec.create();

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public DrillScheduleCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  /// When, as it is typed.
  static final class When {
    @Option(
        names = "--day",
        required = true,
        paramLabel = "DAY",
        description = "mon, tue, wed, thu, fri, sat or sun; once for each.")
    List<String> days = new ArrayList<>();

    @Option(names = "--at", required = true, paramLabel = "TIME", description = "Such as 03:00.")
    String at = "";

    @Option(
        names = "--zone",
        paramLabel = "ZONE",
        description = "The time zone, such as Europe/Paris; without it that of this computer.")
    @Nullable String zone;

    @Option(
        names = "--window",
        paramLabel = "MINUTES",
        defaultValue = "60",
        description = "How late it may begin, 1 to 1440 minutes (${DEFAULT-VALUE}).")
    int window;
  }

  @Command(
      name = "add",
      description = "Have a drill take place by the calendar, or change that of a name.",
      footer = {
        "",
        "Examples:",
        "  simwright drill schedule add t local-outage --device B/m --day tue --at 03:00",
        "  simwright drill schedule add n detached --device B/m --day mon --at 02:30"
            + " --zone Europe/Paris --window 30 --repeat 3"
      })
  int add(
      @Mixin Place place,
      @Parameters(paramLabel = "NAME", description = "What it is called.") String name,
      @Parameters(paramLabel = "DRILL", description = "A drill's name, or a .yaml file.")
          String drill,
      @Option(
              names = "--device",
              required = true,
              paramLabel = "LINK",
              description = "The device, as it will be connected then.")
          String device,
      @Mixin When when,
      @Option(
              names = "--repeat",
              paramLabel = "N",
              description = "Carry the drill's rounds out N times, 1 to 1000.")
          @Nullable Integer repeat,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new ParameterException(
          adding(), "NAME is small letters, digits and hyphens, not '" + name + "'");
    }
    if (repeat != null && (repeat < 1 || repeat > MOST)) {
      throw new ParameterException(adding(), "--repeat is 1 to " + MOST + ", not " + repeat);
    }
    DrillTime time = time(when);
    try (Session session = program.open(place)) {
      ScheduledDrill wanted =
          new ScheduledDrill(
              name,
              drill,
              device,
              repeat == null ? OptionalInt.empty() : OptionalInt.of(repeat),
              time);
      Job<ScheduledDrill> job = session.drills().add(wanted, Attendant.absent());
      ScheduledDrill added = job.await(program.time().deadline(ENTERED)).orElseThrow();
      terminal.result(json, added.node(), added.name() + ": " + added.words());
      return Exit.PASSED;
    }
  }

  private CommandLine adding() {
    return spec.commandLine().getSubcommands().getOrDefault("add", spec.commandLine());
  }

  private DrillTime time(When when) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String each : when.days) {
      days.add(
          ScheduledDrill.day(each)
              .orElseThrow(() ->
                  new ParameterException(
                      adding(),
                      "--day is mon, tue, wed, thu, fri, sat or sun, not '" + each + "'")));
    }
    if (when.window < 1 || when.window > LONGEST_WINDOW) {
      throw new ParameterException(
          adding(), "--window is 1 to " + LONGEST_WINDOW + ", not " + when.window);
    }
    try {
      return new DrillTime(
          days,
          LocalTime.parse(when.at),
          when.zone == null ? program.time().zone() : ZoneId.of(when.zone),
          Duration.ofMinutes(when.window),
          program.time().now().truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException e) {
      throw new ParameterException(
          adding(), "--at is a time such as 03:00, and --zone a zone such as Europe/Paris", e);
    }
  }

  @Command(
      name = "list",
      description = "List the drills by the calendar, with their next time and those missed.",
      footer = {
        "",
        "Examples:",
        "  simwright drill schedule list",
        "  simwright drill schedule list --json"
      })
  int list(
      @Mixin Place place, @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      List<DrillActs.Standing> all = session.drills().standing();
      List<String> lines = new ArrayList<>();
      all.forEach(each -> lines.addAll(lines(each)));
      terminal.result(
          json,
          Map.of("drills", all.stream().map(DrillScheduleCommand::node).toList()),
          lines.isEmpty() ? List.of("No drill is scheduled.") : lines);
      return Exit.PASSED;
    }
  }

  private static List<String> lines(DrillActs.Standing each) {
    List<String> lines = new ArrayList<>();
    lines.add(each.drill().name() + ": " + each.drill().words());
    lines.add("  next " + each.next().map(next -> next.at().toString()).orElse("none"));
    if (each.missed() > 0) {
      lines.add("  " + each.missed() + " MISSED in the last five weeks");
    }
    each.past().stream()
        .limit(5)
        .forEach(told ->
            lines.add(
                "  "
                    + told.time().at()
                    + " "
                    + told.state()
                    + (told.verdict().isEmpty() ? "" : ": " + told.verdict())
                    + (told.run().isEmpty() ? "" : " (" + told.run() + ")")));
    return lines;
  }

  private static Map<String, Object> node(DrillActs.Standing each) {
    Map<String, Object> node = new LinkedHashMap<>(each.drill().node());
    each.next().ifPresent(next -> node.put("next", next.at().toString()));
    node.put("missed", each.missed());
    node.put(
        "past",
        each.past().stream()
            .map(told -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("time", told.time().at().toString());
              one.put("state", told.state());
              one.put("run", told.run());
              one.put("verdict", told.verdict());
              return one;
            })
            .toList());
    return node;
  }

  @Command(
      name = "remove",
      description = "Have a drill take place by the calendar no more.",
      footer = {"", "Examples:", "  simwright drill schedule remove tuesdays"})
  int remove(
      @Mixin Place place,
      @Parameters(paramLabel = "NAME", description = "What it is called.") String name,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      boolean gone =
          session
              .drills()
              .remove(name, Attendant.absent())
              .await(program.time().deadline(ENTERED))
              .orElse(false);
      terminal.result(
          json,
          Map.of("name", name, "removed", gone),
          gone ? name + " is removed." : "There is no " + name + ".");
      return gone ? Exit.PASSED : Exit.FAILED;
    }
  }

  @Command(
      name = "run-due",
      description = "Run the drills that are due now, one after the other; for cron and the like.",
      footer = {
        "",
        "0 when none was due or all met their criteria, 1 when one did not, 3 when the bench"
            + " failed.",
        "",
        "Examples:",
        "  simwright drill schedule run-due",
        "  simwright drill schedule run-due --bench B --json"
      })
  int runDue(
      @Mixin Place place,
      @Mixin Network network,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place, network)) {
      List<Outcome> ended = new ArrayList<>();
      List<Map<String, Object>> ran = new ArrayList<>();
      List<String> lines = new ArrayList<>();
      String operator = session.log().current().get().name();
      for (DrillActs.Due due : session.drills().due()) {
        Optional<Run> run =
            session
                .drills()
                .run(due, operator)
                .flatMap(job -> job.await(program.time().deadline(RUN)));
        run.ifPresent(each -> {
          ended.add(each.outcome());
          ran.add(ran(due, each));
          lines.add(
              due.drill().name()
                  + ": "
                  + each.outcome().key()
                  + " ("
                  + each.id()
                  + ") "
                  + each.reason());
        });
      }
      terminal.result(
          json, Map.of("ran", ran), lines.isEmpty() ? List.of("No drill is due.") : lines);
      return ended.isEmpty() ? Exit.PASSED : RunWords.exit(Outcome.worst(ended));
    }
  }

  private static Map<String, Object> ran(DrillActs.Due due, Run run) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", due.drill().name());
    node.put("time", due.time().at().toString());
    node.put("run", run.id());
    node.put("verdict", run.outcome().key());
    return node;
  }
}
