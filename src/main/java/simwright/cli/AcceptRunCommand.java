package simwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.acceptance.plan.Plan;
import simwright.job.PlanActs;

/// Runs a plan on one device or on many at once.
@Command(
    name = "run",
    description = "Run a plan on devices, all at once, and write its reports.",
    footer = {
      "",
      "Marginal counts as passed; a bench error never counts against the device. Of several runs"
          + " the worst outcome is the exit code's.",
      "",
      "A device that a run left UNSAFE takes no other run until 'accept resolve' has seen to it."
          + " Where only the program had ended in the middle, the next run brings the safe state"
          + " about first.",
      "A plan that takes something away for good begins when its name is typed, or given with"
          + " --confirm; --dry-run lists what it changes.",
      "",
      "Examples:",
      "  simwright accept run first-boot --device /dev/ttyUSB2",
      "  simwright accept run first-boot --device B/ec25 --out O --junit O/junit.xml",
      "  simwright accept run provisioning --bench B --device all --out O --pdf O/all.pdf",
      "  simwright accept run provisioning --device /dev/ttyUSB2 --codes orders.csv",
      "  simwright accept run first-boot --device B/ec25 --certificate c.pdf",
      "  simwright accept run phone --device hand:galaxy --bench B",
      "  simwright accept run radio-cycle --device B/ec25 --times 20 --ticket T-1204",
      "  simwright accept run radio-cycle --dry-run"
    })
public final class AcceptRunCommand implements Callable<Integer> {
  private static final int MOST = 1000;

  @Spec CommandSpec spec = CommandSpec.create();

  private final Program program;
  private final Terminal terminal;

  @Mixin Place place = new Place();
  @Mixin Network network = new Network();
  @Mixin RunFor runFor = new RunFor();
  @Mixin TestOrders orders = new TestOrders();
  @Mixin RunReports reports = new RunReports();

  @Parameters(paramLabel = "PLAN", description = "A plan's name, or a .yaml file.")
  String plan = "";

  @ArgGroup(exclusive = true, multiplicity = "1")
  Target target = new Target();

  /// On what it is run, or that it is not.
  static final class Target {
    @Option(
        names = "--device",
        paramLabel = "LINK",
        description =
            "A device, or 'all' for those of the bench that was given; once for each. hand:NAME is"
                + " one that no tool can drive, for plans that ask a person alone, such as phone.")
    List<String> devices = new ArrayList<>();

    @Option(
        names = "--dry-run",
        description = "Run nothing: list what the plan would change on a device.")
    boolean dryRun;
  }

  @Option(
      names = "--times",
      paramLabel = "N",
      description = "Carry out what the plan repeats N times, 1 to 1000.")
  @Nullable Integer times;

  @Option(
      names = "--limits",
      paramLabel = "FILE",
      description = "Judge by these limits instead of the plan's own.")
  @Nullable Path limits;

  @Option(
      names = "--confirm",
      paramLabel = "PLAN",
      description = "The plan's name, typed ahead, where it takes something away for good.")
  @Nullable String confirm;

  @Option(
      names = "--attach",
      paramLabel = "STEP=FILE",
      description = "The file for a step that asks for one, by the step's id.")
  Map<String, Path> attach = new LinkedHashMap<>();

  @Option(names = "--json", description = "Print the run as JSON; of several, all of them.")
  boolean json;

  /// On this terminal.
  public AcceptRunCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    check();
    Place place = this.place.served(program, target.devices);
    try (Session session = program.open(place, network)) {
      PlanActs.Wish wish =
          new PlanActs.Wish(
              plan,
              times == null ? OptionalInt.empty() : OptionalInt.of(times),
              Optional.ofNullable(limits).map(PlanActs::limits),
              runFor.header(),
              orders.of(session, place.links(program, target.devices), terminal));
      if (target.dryRun) {
        dry(session.plans().chosen(wish));
        return Exit.PASSED;
      }
      AcceptCommand.sayRecovered(terminal, session.plans().recover());
      return new AcceptRun(program, session, terminal)
          .confirmed(Optional.ofNullable(confirm))
          .attached(attach)
          .run(wish, place.links(program, target.devices), reports, json);
    }
  }

  private void check() {
    place.check(spec.commandLine(), target.devices);
    if (times != null && (times < 1 || times > MOST)) {
      throw new ParameterException(
          spec.commandLine(), "--times is 1 to " + MOST + ", not " + times);
    }
  }

  private void dry(Plan chosen) {
    DryRun dry = new DryRun(chosen);
    terminal.result(json, dry.node(), dry.lines());
  }
}
