package simwright.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.failover.Decision;
import simwright.failover.FailoverWatch;
import simwright.failover.policy.Policies;
import simwright.failover.policy.PolicyFile;
import simwright.job.FailoverActs;

/// Looks after a device by a policy.
@Command(
    name = "run",
    description = "Look after a device by a policy: watch, decide, switch with proof and rollback.",
    footer = {
      "",
      "Every decision stands in the log with its reason before anything is done. Nothing that"
          + " roams",
      "is enabled without consent. A switch that a program left half done is seen to first: the"
          + " card",
      "tells what is in use. 0 where a profile serves at the end, else 1.",
      "",
      "Examples:",
      "  simwright failover run /dev/ttyUSB2 --policy default --for 3600",
      "  simwright failover run ec25 --bench B --policy bench --once --wish any --yes"
    })
public final class FailoverRunCommand implements Callable<Integer> {
  private static final Duration AFTERWARDS = Duration.ofHours(2);
  private static final int MOST = 604_800;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin Place place = new Place();

  @Mixin Network network = new Network();

  @Parameters(paramLabel = "LINK", description = "The device: a path or URI.")
  String link = "";

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      defaultValue = Policies.USUAL,
      description = "A name, or a file (${DEFAULT-VALUE}).")
  String policy = Policies.USUAL;

  @Option(
      names = "--for",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long; a switch under way is seen to its end (${DEFAULT-VALUE}).")
  int seconds;

  @Option(names = "--once", description = "Look once, and see a switch to its end.")
  boolean once;

  @Option(
      names = "--wish",
      paramLabel = "PROFILE",
      description = "Switch to this profile now: its name, its ICCID or the end of it, or any.")
  @Nullable String wish;

  @Option(names = "--yes", description = "Consent to roaming without being asked.")
  boolean yes;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public FailoverRunCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (seconds < 0 || seconds > MOST) {
      throw new ParameterException(spec.commandLine(), "--for is 0 to " + MOST + " seconds");
    }
    Duration lasting = once ? Duration.ZERO : Duration.ofSeconds(seconds);
    try (Session session = program.open(served(), network)) {
      PolicyFile file = session.failover().policy(policy);
      String id = session.acts().idOf(session.address(link));
      FailoverWatch watch =
          Work.inOrder(
              program,
              terminal,
              session
                  .failover()
                  .run(
                      id,
                      file,
                      new FailoverActs.Wish(lasting, Optional.ofNullable(wish)),
                      CardOption.attendant(program, terminal, yes, Optional.empty())),
              lasting.plus(AFTERWARDS));
      terminal.result(json, node(file, watch), lines(file, watch));
      return watch.serves() ? Exit.PASSED : Exit.FAILED;
    }
  }

  /// A device of a served bench brings its bench with it.
  private Place served() {
    return place.bench().isPresent() ? place : program.benchOf(link).map(place::on).orElse(place);
  }

  private static List<String> lines(PolicyFile file, FailoverWatch watch) {
    List<String> lines = new ArrayList<>();
    watch.reconciled().ifPresent(lines::add);
    for (Decision each : watch.decisions()) {
      lines.add(
          each.before().state().key()
              + " -> "
              + each.after().state().key()
              + "  "
              + FailoverActs.why(each));
    }
    lines.add(
        (watch.serves() ? "● " : "▲ ")
            + watch.inUse().orElse("No profile")
            + " is in use; "
            + watch.standing().state().words()
            + " (policy "
            + file.policy().name()
            + ").");
    return lines;
  }

  private static Map<String, Object> node(PolicyFile file, FailoverWatch watch) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("policy", file.policy().name());
    node.put("policySha256", file.file().sha256());
    node.put("decisions", watch.decisions().stream().map(FailoverWords::node).toList());
    node.put("reconciled", watch.reconciled().orElse(null));
    node.put("state", watch.standing().state().key());
    node.put("inUse", watch.inUse().orElse(null));
    return node;
  }
}
