package simwright.cli;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simwright.acceptance.RunPage;
import simwright.acceptance.RunSummary;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;

/// Lists the runs of the log, or those of them that are meant.
@Command(
    name = "history",
    description = "List the runs that stand in the log, newest first.",
    footer = {
      "",
      "Examples:",
      "  simwright accept history",
      "  simwright accept history --most 5 --from 20",
      "  simwright accept history --plan first-boot --outcome fail --outcome timeout",
      "  simwright accept history --text T-1204 --since 2026-11-01 --json"
    })
public final class AcceptHistoryCommand implements Callable<Integer> {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final int WHY = 100;

  private final Program program;
  private final Terminal terminal;

  @Mixin Place place = new Place();
  @Mixin RunChoice choice = new RunChoice();
  @Mixin Most most = new Most();

  @Option(
      names = "--from",
      defaultValue = "0",
      paramLabel = "N",
      description = "Leave the newest N out (default ${DEFAULT-VALUE}).")
  long from;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// On this terminal.
  public AcceptHistoryCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    choice.check();
    try (Session session = program.open(place)) {
      AcceptCommand.sayRecovered(terminal, session.plans().recover());
      ZoneId zone = program.time().zone();
      RunPage page =
          session.results().search(choice.of(session, zone), Math.max(0, from), most.count());
      if (json) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("total", page.total());
        node.put("from", page.from());
        node.put("runs", page.runs().stream().map(AcceptHistoryCommand::node).toList());
        terminal.json(node);
      } else if (page.runs().isEmpty()) {
        terminal.line("No such run stands in the log. Begin one: simwright accept run first-boot");
      } else {
        terminal.table(rows(page.runs(), zone));
        if (page.from() + page.runs().size() < page.total() || page.from() > 0) {
          terminal.line(
              "Runs "
                  + (page.from() + 1)
                  + " to "
                  + (page.from() + page.runs().size())
                  + " of "
                  + page.total()
                  + ".");
        }
      }
    }
    return Exit.PASSED;
  }

  private static List<List<String>> rows(List<RunSummary> runs, ZoneId zone) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("WHEN", "RUN", "PLAN", "DEVICE", "OUTCOME", "TOOK", "WHY"));
    for (RunSummary run : runs) {
      rows.add(
          List.of(
              WHEN.withZone(zone).format(run.started()),
              run.id(),
              run.plan(),
              run.device() + (run.simulated() ? " SIMULATED" : ""),
              run.outcome().map(Outcome::key).orElse("running")
                  + (run.safety().key().equals("unsafe") ? " UNSAFE" : ""),
              run.took().map(AcceptHistoryCommand::seconds).orElse(""),
              shortened(run.reason())));
    }
    return rows;
  }

  /// A run's own page has all of it.
  private static String shortened(String why) {
    return why.codePointCount(0, why.length()) <= WHY
        ? why
        : why.substring(0, why.offsetByCodePoints(0, WHY - 1)) + "…";
  }

  private static String seconds(Duration took) {
    return Limit.number(Math.round(took.toMillis() / 100.0) / 10.0) + " s";
  }

  private static Map<String, Object> node(RunSummary run) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("run", run.id());
    node.put("plan", run.plan());
    node.put("planSha256", run.judged().planSha256());
    node.put("limits", run.judged().limitWords());
    node.put("batch", run.batch());
    node.put("device", run.device());
    node.put("model", run.model());
    node.put("firmware", run.revision());
    node.put("simulated", run.simulated());
    node.put("lab", run.lab());
    node.put("operator", run.operator());
    node.put("bench", run.bench());
    node.put("site", run.site());
    node.put("network", run.network());
    node.put("facts", run.facts());
    node.put("started", run.started().toString());
    node.put("ended", run.ended().map(Object::toString).orElse(null));
    node.put("outcome", run.outcome().map(Outcome::key).orElse(null));
    node.put("firstOutcome", run.firstOutcome().map(Outcome::key).orElse(null));
    node.put("attempt", run.attempt());
    node.put("reason", run.reason());
    node.put("safeState", run.safety().key());
    node.put("byHand", run.byHand());
    node.put("millis", run.took().map(Duration::toMillis).orElse(null));
    return node;
  }
}
