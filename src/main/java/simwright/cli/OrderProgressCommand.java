package simwright.cli;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
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
import picocli.CommandLine.Spec;
import simwright.identity.Identifier;
import simwright.job.OrderActs;
import simwright.job.OrderHeard;
import simwright.observe.Subscription;

/// Listens to what SM-DP+ servers tell of the downloads of what was ordered.
@Command(
    name = "progress",
    description = "Hear from SM-DP+ servers how far downloads came, until stopped.",
    footer = {
      "",
      "A server tells it to the address that was agreed with it (ES2+.HandleDownloadProgressInfo)"
          + " and shows its certificate; that of a bench is told the address.",
      "With --count the exit code is 1 where fewer came in time.",
      "",
      "Examples:",
      "  simwright order progress --bench B --wait 60 --count 3",
      "  simwright order progress --listen 0.0.0.0:8443 --identity main"
    })
public final class OrderProgressCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofDays(365);

  private final Program program;
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private Place place = new Place();

  @Mixin private Network network = new Network();

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      converter = Network.AddressOnly.class,
      description = "Where to listen; else at any free port of this computer alone.")
  private @Nullable InetSocketAddress listen;

  @Option(
      names = "--identity",
      paramLabel = "NAME|FILE",
      description = "The key servers know you by, as for other orders; else that of --bench.")
  private @Nullable String identity;

  @Option(names = "--wait", paramLabel = "SECONDS", description = "How long; else until stopped.")
  private @Nullable Integer seconds;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "0",
      description = "End after so many.")
  private int count;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /// On this terminal.
  public OrderProgressCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (seconds != null && seconds < 0) {
      throw new ParameterException(spec.commandLine(), "--wait is 0 or more, not " + seconds);
    }
    if (count < 0) {
      throw new ParameterException(spec.commandLine(), "--count is 0 or more, not " + count);
    }
    Duration within = Optional.ofNullable(seconds).map(Duration::ofSeconds).orElse(LONGEST);
    try (Session session = program.open(place, network)) {
      OrderActs acts = session.orders();
      try (Subscription _ = acts.heard().subscribe(this::show)) {
        List<OrderHeard> heard =
            Work.done(
                program,
                terminal,
                acts.listen(
                    new OrderActs.At(Optional.empty(), Optional.ofNullable(identity)),
                    Optional.ofNullable(listen),
                    within,
                    count > 0 ? count : Integer.MAX_VALUE,
                    OrderOptions.attendant(program, terminal, false)),
                within.plusMinutes(1));
        if (json) {
          terminal.json(
              Map.of("progress", heard.stream().map(OrderProgressCommand::node).toList()));
        }
        return heard.size() < count ? Exit.FAILED : Exit.PASSED;
      }
    }
  }

  private void show(OrderHeard one) {
    if (!json) {
      terminal.line(
          one.at().truncatedTo(ChronoUnit.SECONDS)
              + "  "
              + one.iccid().redacted()
              + "  "
              + one.point()
              + (one.passed() ? "  passed" : "  failed  " + one.code()));
    }
  }

  private static Map<String, Object> node(OrderHeard one) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("iccid", one.iccid().redacted());
    node.put("eid", one.eid().map(Identifier::redacted).orElse(null));
    node.put("profileType", one.profileType());
    node.put("point", one.point());
    node.put("passed", one.passed());
    node.put("code", one.code());
    node.put("at", one.at().toString());
    node.put("server", one.server());
    return node;
  }
}
