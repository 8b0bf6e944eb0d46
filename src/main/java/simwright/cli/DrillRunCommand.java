package simwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.acceptance.plan.Plan;
import simwright.job.PlanActs;

/// Runs a failover drill on devices.
@Command(
    name = "run",
    description = "Run a failover drill on devices, and tell its figures.",
    footer = {
      "",
      "A drill is a plan: 'simwright accept' shows, judges and reports its runs like any other. The"
          + " profiles that the policy wants must be on the card before; else it fails with the"
          + " hole named, and nothing is switched.",
      "0 when the criteria were met, 1 when they were not, 3 when the bench failed or nothing was"
          + " proven.",
      "",
      "Examples:",
      "  simwright drill run local-outage --bench B --device B/ec25 --repeat 30 --under-load --out"
          + " O --json",
      "  simwright drill run local-outage --device /dev/ttyUSB2"
    })
public final class DrillRunCommand implements Callable<Integer> {
  private static final int MOST = 1000;
  private static final String LOADED = "-under-load";

  @Spec CommandSpec spec = CommandSpec.create();

  private final Program program;
  private final Terminal terminal;

  @Mixin Place place = new Place();
  @Mixin Network network = new Network();
  @Mixin RunFor runFor = new RunFor();
  @Mixin TestOrders orders = new TestOrders();
  @Mixin RunReports reports = new RunReports();

  @Parameters(paramLabel = "DRILL", description = "A drill's name, or a .yaml file.")
  String drill = "";

  @Option(
      names = "--device",
      required = true,
      paramLabel = "LINK",
      description = "A device, or 'all' for those of the bench that was given; once for each.")
  List<String> devices = new ArrayList<>();

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "Carry the drill's rounds out N times, 1 to 1000.")
  @Nullable Integer repeat;

  @Option(
      names = "--under-load",
      description = "The variant of the drill in which requests go on beside everything.")
  boolean underLoad;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// On this terminal.
  public DrillRunCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    check();
    Place served = place.served(program, devices);
    try (Session session = program.open(served, network)) {
      PlanActs.Wish wish =
          new PlanActs.Wish(
              underLoad ? drill + LOADED : drill,
              repeat == null ? OptionalInt.empty() : OptionalInt.of(repeat),
              Optional.empty(),
              runFor.header(),
              orders.of(session, place.links(program, devices), terminal));
      Plan plan = session.plans().chosen(wish);
      if (!plan.drill()) {
        throw new ParameterException(
            spec.commandLine(), plan.name() + " is a plan and no drill: run it with accept run");
      }
      AcceptCommand.sayRecovered(terminal, session.plans().recover());
      return new AcceptRun(program, session, terminal)
          .asDrill()
          .run(wish, place.links(program, devices), reports, json);
    }
  }

  private void check() {
    place.check(spec.commandLine(), devices);
    if (repeat != null && (repeat < 1 || repeat > MOST)) {
      throw new ParameterException(
          spec.commandLine(), "--repeat is 1 to " + MOST + ", not " + repeat);
    }
  }
}
