package simwright.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.acceptance.Run;
import simwright.acceptance.RunSummary;
import simwright.acceptance.Safety;
import simwright.acceptance.Step;
import simwright.acceptance.plan.LimitSet;
import simwright.acceptance.plan.Plan;
import simwright.ask.Attendant;
import simwright.audit.Anchor;
import simwright.fault.Fault;
import simwright.identity.Redactor;
import simwright.job.PlanActs;

/// Runs acceptance plans and shows what came of them.
@Command(
    name = "accept",
    description = "Run acceptance plans on devices, and look at the runs in the log.",
    footer = {
      "",
      "Ctrl C asks a run to stop and tear down; again to leave the teardown out; a third time to"
          + " leave the bench as it is.",
      "",
      "Examples:",
      "  simwright accept plans",
      "  simwright accept run first-boot --device B/ec25 --out O --junit O/junit.xml",
      "  simwright accept history",
      "  simwright accept show mwq37pyd-1 --out O",
      "  simwright accept lint my-plan.yaml"
    })
public final class AcceptCommand {
  private static final Duration RESOLVING = Duration.ofHours(1);

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public AcceptCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "plans",
      description =
          "List the plans there are, your own among them, or tell all of those that are named.",
      footer = {
        "",
        "WEAR is what a run may use up at most: orders that are on no card yet, and switches of the"
            + " card's profiles. NEEDS is what it takes of the bench, and what you have to say"
            + " with it. Nothing of that: a dash.",
        "Your own are YAML files in the folder 'plans' of the data folder; 'simwright schema plan'"
            + " says what they look like, 'simwright accept kinds' what steps there are.",
        "",
        "Examples:",
        "  simwright accept plans",
        "  simwright accept plans capacity",
        "  simwright accept plans --json"
      })
  int plans(
      @Mixin Place place,
      @Parameters(
              paramLabel = "PLAN",
              arity = "0..*",
              description = "Tell all there is to say of this one; again for more.")
          @Nullable List<String> names,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      List<String> chosen = names == null ? List.of() : names;
      boolean all = chosen.isEmpty();
      List<Plan> plans =
          all
              ? session.plans().plans()
              : chosen.stream().map(name -> session.plans().plan(name)).toList();
      List<Fault> refused = all ? session.plans().refused() : List.of();
      if (json) {
        terminal.json(node(plans, refused));
      } else if (all) {
        terminal.table(PlanWords.table(plans));
        refused.forEach(this::sayRefused);
      } else {
        plans.forEach(plan -> new PlanWords(plan).lines().forEach(terminal::line));
      }
    }
    return Exit.PASSED;
  }

  @Command(
      name = "lint",
      description =
          "Check plans, and limits in files called *.limits.yaml, without running anything; 0 when"
              + " all can be used, else 1.",
      footer = {
        "",
        "Examples:",
        "  simwright accept lint my-plan.yaml",
        "  simwright accept lint plans/*.yaml --json"
      })
  int lint(
      @Mixin Place place,
      @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML files.")
          List<Path> files,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    checkNamed(place);
    List<Fault> refused = new ArrayList<>();
    List<Plan> good = new ArrayList<>();
    List<LimitSet> sets = new ArrayList<>();
    for (Path file : files) {
      try {
        if (limits(file)) {
          sets.add(PlanActs.limits(file));
        } else {
          good.add(PlanActs.read(file));
        }
      } catch (Fault fault) {
        refused.add(fault);
      }
    }
    if (json) {
      terminal.json(node(good, refused));
    } else {
      good.forEach(p -> terminal.line(p.name() + ": " + p.size() + " steps, in order"));
      sets.forEach(
          set -> terminal.line(set.words() + ": " + set.limits().size() + " limits, in order"));
      refused.forEach(this::sayRefused);
    }
    return refused.isEmpty() ? Exit.PASSED : Exit.FAILED;
  }

  /// Limits lie beside their plan under this name.
  private static boolean limits(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".limits.yaml") || name.endsWith(".limits.yml");
  }

  @Command(
      name = "kinds",
      description =
          "List the kinds of steps that plans are made of, what they take and what they measure.",
      footer = {"", "Examples:", "  simwright accept kinds", "  simwright accept kinds --json"})
  int kinds(
      @Mixin Place place, @Option(names = "--json", description = "Print JSON.") boolean json) {
    checkNamed(place);
    List<Map<String, Object>> kinds =
        PlanActs.everyKind().stream().map(AcceptCommand::node).toList();
    if (json) {
      terminal.json(Map.of("kinds", kinds));
    } else {
      List<List<String>> rows = new ArrayList<>(List.of(List.of("KIND", "PARAMETERS", "MEASURES")));
      kinds.forEach(
          kind -> rows.add(kind.values().stream().map(each -> String.valueOf(each)).toList()));
      terminal.table(rows);
    }
    return Exit.PASSED;
  }

  @Command(
      name = "show",
      description = {
        "Show a run put together again from the log, and make its reports anew.",
        "The exit code is that of the run."
      },
      footer = {
        "",
        "Examples:",
        "  simwright accept show mwq37pyd-1",
        "  simwright accept show mwq37pyd-1 --out O --junit O/junit.xml",
        "  simwright accept show mwq37pyd-1 --certificate certificate.pdf"
      })
  int show(
      @Mixin Place place,
      @Parameters(paramLabel = "RUN", description = "The id, as history tells it.") String id,
      @Mixin RunReports reports,
      @Option(names = "--json", description = "Print the run as JSON.") boolean json) {
    try (Session session = program.open(place)) {
      sayRecovered(terminal, session.plans().recover());
      Run run = session.plans().recorded(id);
      Anchor anchor = session.book().anchor();
      reports.write(List.of(run), anchor, session);
      new AcceptRun(program, session, terminal).show(List.of(run), anchor, json);
      return RunWords.exit(run.outcome());
    }
  }

  @Command(
      name = "resolve",
      description = "See to a device that a run left unsafe, so that plans may run on it again.",
      footer = {
        "",
        "The safe state of that run's plan is brought about and verified now. Where that fails, you"
            + " are told what to do by hand and type that it is done; both stand in the log.",
        "",
        "Examples:",
        "  simwright accept resolve /dev/ttyUSB2",
        "  simwright accept resolve ec25 --bench B"
      })
  int resolve(
      @Mixin Place place,
      @Mixin Network network,
      @Parameters(paramLabel = "LINK", description = "The device.") String link,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place, network)) {
      sayRecovered(terminal, session.plans().recover());
      String id = session.acts().idOf(session.address(link));
      String person = session.log().current().get().name();
      boolean safe =
          session
              .plans()
              .resolve(id, person, new TerminalAttendant(terminal, program.time()))
              .await(program.time().deadline(RESOLVING))
              .orElse(false);
      String left = session.plans().left(id).map(last -> last.safety().key()).orElse("none");
      terminal.result(
          json,
          Map.of("device", Redactor.redact(id), "safe", safe, "safeState", left),
          safe
              ? "● " + safeWords(session.plans().left(id).map(RunSummary::safety))
              : "▲ It stays unsafe: nothing was verified, and nobody said that it was done.");
      return safe ? Exit.PASSED : Exit.FAILED;
    }
  }

  @Command(
      name = "rejudge",
      description = {
        "Judge a run of the log by other limits, without the device; both verdicts stand.",
        "How the device was left is not judged again: a safe state keeps what was found then.",
        "The exit code is that of the new verdict."
      },
      footer = {
        "",
        "Examples:",
        "  simwright accept rejudge mwq37pyd-1 --limits stricter.limits.yaml",
        "  simwright accept rejudge mwq37pyd-1 --limits stricter.limits.yaml --out O"
      })
  int rejudge(
      @Mixin Place place,
      @Parameters(paramLabel = "RUN", description = "The id, as history tells it.") String id,
      @Option(
              names = "--limits",
              required = true,
              paramLabel = "FILE",
              description =
                  "Limits of measurements that the run has, in its units: 'accept show RUN' tells"
                      + " both.")
          Path limits,
      @Mixin RunReports reports,
      @Option(names = "--json", description = "Print the run as JSON.") boolean json) {
    try (Session session = program.open(place)) {
      LimitSet set = PlanActs.limits(limits);
      Run before = session.plans().recorded(id);
      String person = session.log().current().get().name();
      Run run =
          session
              .plans()
              .rejudge(id, set, person, Attendant.absent())
              .await(program.time().deadline(RESOLVING))
              .orElseThrow();
      Anchor anchor = session.book().anchor();
      reports.write(List.of(run), List.of(before), anchor, session);
      new AcceptRun(program, session, terminal).show(List.of(run), anchor, json);
      if (!json) {
        terminal.line(
            "By "
                + before.judged().limitWords()
                + ": "
                + before.verdict()
                + "; by "
                + set.words()
                + ": "
                + run.verdict());
      }
      return RunWords.exit(run.outcome());
    }
  }

  static void sayRecovered(Terminal terminal, List<RunSummary> ended) {
    for (RunSummary each : ended) {
      terminal.say(
          "Run "
              + each.id()
              + " of "
              + each.plan()
              + " on "
              + each.device()
              + " was interrupted: "
              + each.reason());
      if (!each.byHand().isEmpty()) {
        terminal.say("  UNSAFE: nobody verified how the bench was left. By hand: " + each.byHand());
        terminal.say(
            "  The next run on it brings the safe state about first; so does simwright accept"
                + " resolve LINK.");
      }
    }
  }

  /// A data folder or bench that is named has to be one, also where nothing of it is needed.
  private void checkNamed(Place place) {
    if (place.isNamed()) {
      program.open(place).close();
    }
  }

  private static String safeWords(Optional<Safety.State> left) {
    return switch (left.orElse(Safety.State.NOT_DECLARED)) {
      case NOT_DECLARED -> "There is nothing to put back: plans may run on it.";
      case UNTOUCHED -> "Its last run changed nothing on it: plans may run on it.";
      case VERIFIED -> "Its last run left it in its safe state: plans may run on it.";
      case RESTORED -> "It is in the safe state again: plans may run on it.";
      case RESOLVED -> "A person has seen to it: plans may run on it.";
      // not told together with success
      case UNSAFE -> "It is unsafe.";
    };
  }

  private void sayRefused(Fault fault) {
    for (String why : fault.evidence().orElse("").split("; (?=line )", -1)) {
      terminal.say(fault.where() + ": " + Redactor.redact(why));
    }
  }

  private static Map<String, Object> node(List<Plan> plans, List<Fault> refused) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("plans", plans.stream().map(AcceptCommand::node).toList());
    node.put("refused", refused.stream().map(AcceptCommand::node).toList());
    return node;
  }

  private static Map<String, Object> node(Plan plan) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", plan.name());
    node.put("title", plan.title());
    node.put("about", plan.about());
    node.put("steps", plan.size());
    node.put("sha256", plan.sha256());
    node.put("safeState", plan.safe().map(safe -> safe.title()).orElse(null));
    node.put("orders", plan.wear().orders());
    node.put("switches", plan.wear().switches());
    node.put("needs", new PlanWords(plan).needed());
    return node;
  }

  private static Map<String, Object> node(Step kind) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("kind", kind.kind());
    node.put("parameters", kind.parameters().stream().sorted().toList());
    node.put("measures", kind.measures().keySet().stream().sorted().toList());
    return node;
  }

  private static Map<String, Object> node(Fault refused) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("file", refused.where());
    node.put("why", refused.evidence().orElse(""));
    return node;
  }
}
